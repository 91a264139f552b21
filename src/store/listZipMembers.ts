import { statSync } from 'node:fs';
import { openPromise } from 'yauzl';
import type { RecordFault } from '../record/index.ts';
import type { InputLimits } from './recordInput.ts';

export interface ZipMember {
  readonly index: number;
  /** A label, never a path. */
  readonly name: string;
  /** Packed. */
  readonly bytes: number;
}

export type ZipListing =
  | { readonly kind: 'members'; readonly members: readonly ZipMember[] }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const MOST_MEMBERS = 10_000;
/** Below this an archive may expand as it likes. */
export const ALWAYS_ALLOWED_BYTES = 16 * 1024 ** 2;

/**
 * The tables in a zip archive. Refused: encrypted members, ways of packing other than store and deflate, a name twice,
 * names that lead out of a folder, a spreadsheet, and members that together expand beyond the limits (which also
 * catches members laid over each other).
 */
export async function listZipMembers(path: string, file: string, limits: InputLimits): Promise<ZipListing> {
  const fail = (message: string, hint: string | null = null): ZipListing => ({
    kind: 'fault',
    fault: { file, line: null, message, hint },
  });
  const members: ZipMember[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  let index = -1;
  try {
    const archive = await openPromise(path, { autoClose: true });
    for await (const entry of archive.eachEntry()) {
      index += 1;
      const name = entry.fileName;
      if (index >= MOST_MEMBERS) return fail(`The archive holds more than ${MOST_MEMBERS} members.`);
      if (name === '[Content_Types].xml')
        return fail(
          'This is a spreadsheet or another office document, not a table of text.',
          'Save the sheet as CSV UTF-8.',
        );
      if (name.endsWith('/') || isHousekeeping(name)) continue;
      if (UNSHOWN.test(name))
        return fail(`The name of a member holds characters that do not show: ${shown(name)}.`);
      if (entry.isEncrypted())
        return fail(
          `The member ${shown(name)} of the archive is encrypted.`,
          'Unpack it with its password and import the file.',
        );
      if (!entry.canDecodeFileData())
        return fail(
          `The member ${shown(name)} is packed in a way that is not read (method ${entry.compressionMethod}).`,
          'Unpack it and import the file.',
        );
      if (names.has(name))
        return fail(
          `Two members of the archive are called ${shown(name)}.`,
          'Unpack it and import the files.',
        );
      names.add(name);
      unpacked += entry.uncompressedSize;
      members.push({ index, name, bytes: entry.compressedSize });
    }
  } catch (error) {
    return fail(
      `The zip archive is cut short or damaged (${error instanceof Error ? error.message.slice(0, 160) : String(error)}).`,
      'Download it again.',
    );
  }
  const { size } = statSync(path);
  if (unpacked > ALWAYS_ALLOWED_BYTES && unpacked > size * limits.largestExpansion) {
    return fail(
      `The archive of ${size} bytes says it unpacks to ${unpacked}; more than ${limits.largestExpansion} times its size is not believed.`,
      'If it is sound, allow more with --max-expansion.',
    );
  }
  if (members.length === 0) return fail('The archive holds no file.');
  return { kind: 'members', members };
}

/** What packing programs add and nobody put there. */
function isHousekeeping(name: string): boolean {
  return name.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');
}

/** Control characters, and those that turn the direction of writing. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function shown(name: string): string {
  const cut = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return JSON.stringify(cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u2423'));
}

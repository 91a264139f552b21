import { createHash, randomBytes } from 'node:crypto';
import { copyFile, constants, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Most disks take 255 bytes; a number and an ending of our own still fit. */
const LONGEST_NAME_BYTES = 180;

export interface StoredFile {
  /** Its name in the folder. */
  readonly name: string;
  /** False where the same bytes lay there before. */
  readonly isNew: boolean;
}

/**
 * Puts bytes into a folder under a name that is free and safe, made from the one they came with. A
 * file that is there already with the very same bytes is taken instead. Nothing is ever overwritten.
 */
export async function storeInside(
  folder: string,
  name: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const saving = join(folder, '.tacit', 'saving');
  await mkdir(saving, { recursive: true });
  const temporary = join(saving, randomBytes(12).toString('base64url'));
  try {
    const hash = await writeWhole(temporary, bytes);
    const wanted = safeName(name);
    const ending = extname(wanted);
    const stem = wanted.slice(0, wanted.length - ending.length);
    for (let number = 1; ; number++) {
      const free = number === 1 ? wanted : `${stem}-${number}${ending}`;
      const place = join(folder, free);
      if (await placeWhole(temporary, place)) return { name: free, isNew: true };
      if ((await hashOf(place)) === hash) return { name: free, isNew: false };
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * A name of one step that no system reads as anything else: letters, digits, `-`, `_` and points inside. What a page
 * calls a file is no path, whatever it holds.
 */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  const ending = extname(clean).slice(0, 12);
  let stem = clean.slice(0, clean.length - extname(clean).length);
  while (Buffer.byteLength(stem) > LONGEST_NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  const whole = `${stem === '' ? 'record' : stem}${ending}`;
  // Names of devices on one system, whatever their ending.
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(whole) ? `record-${whole}` : whole;
}

async function writeWhole(place: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(place, 'wx', 0o666);
  try {
    for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** True where the file now stands at its place; false where something is there already. */
async function placeWhole(temporary: string, place: string): Promise<boolean> {
  try {
    await link(temporary, place);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Some disks know no second name for a file.
    try {
      await copyFile(temporary, place, constants.COPYFILE_EXCL);
      return true;
    } catch (copying) {
      if ((copying as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw copying;
    }
  }
}

async function hashOf(place: string): Promise<string | null> {
  const bytes = await readFile(place).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

import { statSync } from 'node:fs';
import type { RecordFault } from '../record/index.ts';
import { chooseEncoding } from './chooseEncoding.ts';
import { readTextPieces } from './readTextPieces.ts';
import { DEFAULT_LIMITS } from './recordInput.ts';

export type WholeText =
  | { readonly kind: 'text'; readonly text: string; readonly hash: string }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const LARGEST_BYTES = 64 * 1024 ** 2;

/** The whole text of a small table: counts or published totals. */
export async function readWholeText(path: string, name: string): Promise<WholeText> {
  const fail = (message: string, hint: string | null): WholeText => ({
    kind: 'fault',
    fault: { file: name, line: null, message, hint },
  });
  const pieces: string[] = [];
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return fail('This is not a file.', 'Name the file itself, not its folder.');
    if (facts.size > LARGEST_BYTES) {
      return fail(
        `The table is larger than ${LARGEST_BYTES / 1024 ** 2} MiB.`,
        'A table of counts has one row a day; is this a list of events?',
      );
    }
    const input = { path, member: null, name, bytes: facts.size, found: false };
    const limits = { ...DEFAULT_LIMITS, largestBytes: LARGEST_BYTES };
    const choice = await chooseEncoding(input, ['utf-8'], limits);
    if (choice.kind === 'fault') return choice;
    for await (const piece of readTextPieces(input, choice.encoding, limits)) {
      if (piece.kind === 'fault') return piece;
      if (piece.kind === 'end') return { kind: 'text', text: pieces.join(''), hash: piece.hash ?? '' };
      pieces.push(piece.text);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return fail('There is no such file.', 'Look at the path; it counts from the folder of the theatre.');
    return fail(`The file cannot be read (${code ?? String(error)}).`, null);
  }
  throw new Error(`the text of ${path} did not end`);
}

import { findInvalidUtf8, recogniseBytes, type Encoding, type RecordFault } from '../record/index.ts';
import { readBytes } from './readBytes.ts';
import { readEncodingMark, type TextEncoding } from './readEncodingMark.ts';
import type { InputLimits, RecordInput } from './recordInput.ts';

export type EncodingChoice =
  | { readonly kind: 'encoding'; readonly encoding: TextEncoding }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

/**
 * In which encoding a file is read: UTF-16 where it says so by its mark, else the first one its format allows that fits
 * every byte. A file that mixes two encodings fits none, since either would misread the lines of the other in silence.
 */
export async function chooseEncoding(
  input: RecordInput,
  allowed: readonly Encoding[],
  limits: InputLimits,
): Promise<EncodingChoice> {
  const [only, ...others] = allowed;
  let line = 1;
  let mixed: number | null = null;
  let invalid: { readonly line: number; readonly byte: number } | null = null;
  let open = Buffer.alloc(0);
  let start = true;
  const look = (bytes: Buffer) => {
    let from = 0;
    while (from < bytes.length) {
      const at = findInvalidUtf8(bytes.subarray(from), false);
      const end = at === null ? bytes.length : from + at;
      if (mixed === null) mixed = findBeyondAscii(bytes.subarray(from, end), line);
      line += countLines(bytes.subarray(from, end));
      if (at === null) return;
      invalid ??= { line, byte: bytes[end] ?? 0 };
      if (bytes[end] === LF) line += 1;
      from = end + 1;
    }
  };
  for await (const piece of readBytes(input, limits)) {
    if (piece.kind === 'fault') return piece;
    if (piece.kind === 'end') break;
    if (start) {
      start = false;
      const marked = readEncodingMark(piece.bytes);
      if (marked) return { kind: 'encoding', encoding: marked };
      if (piece.bytes.subarray(0, 3).equals(UTF8_MARK)) return { kind: 'encoding', encoding: 'utf-8' };
      const known = recogniseBytes(piece.bytes);
      if (known) return { kind: 'fault', fault: { file: input.name, line: null, ...known } };
      // Where nothing can be chosen the reading itself finds what does not fit.
      if (only === 'utf-8' && others.length === 0) return { kind: 'encoding', encoding: only };
    }
    // A line feed is no part of a character in either encoding, so whole lines can be looked at.
    const bytes = open.length === 0 ? piece.bytes : Buffer.concat([open, piece.bytes]);
    const whole = bytes.length > LONGEST_OPEN ? bytes.length : bytes.lastIndexOf(LF) + 1;
    look(bytes.subarray(0, whole));
    open = Buffer.from(bytes.subarray(whole));
  }
  look(open);
  const found = invalid as { readonly line: number; readonly byte: number } | null;
  if (found === null) {
    if (only === 'utf-8' || only === undefined || mixed === null)
      return { kind: 'encoding', encoding: only ?? 'utf-8' };
    return {
      kind: 'fault',
      fault: {
        file: input.name,
        line: mixed,
        message: 'The file is said to be in Windows-1252, but all of it is sound UTF-8.',
        hint: 'Say encoding = "utf-8" in its map; read as Windows-1252, its letters beyond ASCII would be misread.',
      },
    };
  }
  if (mixed !== null) {
    return {
      kind: 'fault',
      fault: {
        file: input.name,
        line: found.line,
        message: `The file mixes two encodings: line ${mixed} is UTF-8, line ${found.line} is not.`,
        hint: 'Convert it to UTF-8; read as one encoding, the lines of the other would be misread.',
      },
    };
  }
  return { kind: 'encoding', encoding: others[0] ?? only ?? 'utf-8' };
}

const LF = 10;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LONGEST_OPEN = 4 * 1024 ** 2;

/** The line of the first character of several bytes. */
function findBeyondAscii(bytes: Buffer, line: number): number | null {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LF) line += 1;
    else if (byte >= 0x80) return line;
  }
  return null;
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === LF) lines += 1;
  return lines;
}

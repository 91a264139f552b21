import { createHash } from 'node:crypto';
import { findInvalidUtf8, recogniseBytes, type RecordFault } from '../record/index.ts';
import { decodeText } from './decodeText.ts';
import { readBytes } from './readBytes.ts';
import type { TextEncoding } from './readEncodingMark.ts';
import type { InputLimits, RecordInput } from './recordInput.ts';

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  /** Bytes of the file on the disk that were read so far. */
  readonly onDisk: number;
  /** Bytes of the table (unpacked) up to the end of this piece. */
  readonly until: number;
  /** SHA-256 of those bytes; asked before the next piece. */
  readonly hashUntil: () => string;
  /** Whether the piece ends with a line, so that a row may end with it. */
  readonly endsLine: boolean;
}

export type TextPiece =
  | TextPart
  | { readonly kind: 'fault'; readonly fault: RecordFault }
  /** `hash`: SHA-256 of the file on the disk; null for a member of an archive. */
  | { readonly kind: 'end'; readonly hash: string | null };

const LF = 10;
/** Of a line longer than this the beginning is handed on. */
const LONGEST_OPEN_LINE = 1024 ** 2;

/**
 * The text of a table in pieces of whole lines, where lines are not too long. Bytes that are not in the encoding end
 * in a fault, which names the line for UTF-8; no byte is ever replaced by another. `from`: bytes of the table to skip,
 * a place where a piece ended before; an empty piece stands for them.
 */
export async function* readTextPieces(
  input: RecordInput,
  encoding: TextEncoding,
  limits: InputLimits,
  from = 0,
): AsyncGenerator<TextPiece> {
  const hash = createHash('sha256');
  const decoder = decodeText(encoding);
  const inLines = encoding === 'utf-8' || encoding === 'windows-1252';
  let open: Buffer = Buffer.alloc(0);
  let until = 0;
  let start = true;
  const handOn = (bytes: Buffer, onDisk: number, endsLine: boolean): TextPart | null => {
    hash.update(bytes);
    until += bytes.length;
    const text = decoder.push(bytes);
    if (text === null) return null;
    return { kind: 'text', text, onDisk, until, hashUntil: () => hash.copy().digest('hex'), endsLine };
  };
  for await (const piece of readBytes(input, limits)) {
    if (piece.kind === 'fault') return void (yield piece);
    if (piece.kind === 'end') {
      const last = open.length > 0 ? handOn(open, 0, false) : null;
      if ((open.length > 0 && last === null) || decoder.end() === null) {
        return void (yield { kind: 'fault', fault: await describeMisfit(input, encoding, limits) });
      }
      if (last) yield last;
      return void (yield piece);
    }
    let bytes = open.length === 0 ? piece.bytes : Buffer.concat([open, piece.bytes]);
    if (start) {
      start = false;
      const known = encoding.startsWith('utf-16') ? null : recogniseBytes(bytes);
      if (known) return void (yield { kind: 'fault', fault: { file: input.name, line: null, ...known } });
    }
    if (until < from) {
      const skipped = bytes.subarray(0, from - until);
      hash.update(skipped);
      until += skipped.length;
      bytes = bytes.subarray(skipped.length);
      if (until === from) {
        const hashUntil = () => hash.copy().digest('hex');
        yield { kind: 'text', text: '', onDisk: piece.onDisk, until, hashUntil, endsLine: true };
      }
    }
    const end = inLines ? bytes.lastIndexOf(LF) + 1 : 0;
    const tooLong = !inLines || bytes.length > LONGEST_OPEN_LINE;
    const cut = end === 0 && tooLong ? bytes.length : end;
    open = Buffer.from(bytes.subarray(cut));
    if (cut === 0) continue;
    const text = handOn(bytes.subarray(0, cut), piece.onDisk, end > 0);
    if (text === null) {
      return void (yield { kind: 'fault', fault: await describeMisfit(input, encoding, limits) });
    }
    yield text;
  }
}

/** Reads the file again, line by line, to name the first line that is not in the encoding. */
async function describeMisfit(
  input: RecordInput,
  encoding: TextEncoding,
  limits: InputLimits,
): Promise<RecordFault> {
  const at = { file: input.name, line: null };
  if (encoding !== 'utf-8') {
    const name = encoding === 'windows-1252' ? 'Windows-1252' : 'UTF-16';
    return {
      ...at,
      message: `The file is not sound text in ${name}: it holds bytes that mean nothing in it, or ends inside a character.`,
      hint: 'Save it as CSV UTF-8; the program does not choose an encoding for you.',
    };
  }
  let line = 1;
  let open: Buffer = Buffer.alloc(0);
  for await (const piece of readBytes(input, limits)) {
    if (piece.kind === 'fault') return piece.fault;
    if (piece.kind === 'end') break;
    const bytes = Buffer.concat([open, piece.bytes]);
    const whole = bytes.lastIndexOf(LF) + 1;
    const place = findInvalidUtf8(bytes.subarray(0, whole), false);
    if (place !== null)
      return describeByte(input.name, line + countLines(bytes.subarray(0, place)), bytes[place] ?? 0);
    line += countLines(bytes.subarray(0, whole));
    open = Buffer.from(bytes.subarray(whole));
  }
  return describeByte(input.name, line, open[findInvalidUtf8(open, false) ?? 0] ?? 0);
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === LF) lines += 1;
  return lines;
}

function describeByte(file: string, line: number, byte: number): RecordFault {
  return {
    file,
    line,
    message: `The file is not in UTF-8: line ${line} holds the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}, which has no meaning there.`,
    hint: 'It is probably in an older encoding (Latin-1, Windows-1252, …). Save it as CSV UTF-8; the program does not choose an encoding for you.',
  };
}

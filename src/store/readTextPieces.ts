import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { findInvalidUtf8, recogniseBytes, type RecordFault } from '../record/index.ts';

export type TextPiece =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'fault'; readonly fault: RecordFault }
  | { readonly kind: 'end'; readonly hash: string };

const PIECE_BYTES = 256 * 1024;

/**
 * The text of a file piece by piece, then the SHA-256 of its bytes. A file that is not UTF-8 ends in a fault that
 * names the line; no byte is ever replaced by another.
 */
export async function* readTextPieces(path: string, file: string): AsyncGenerator<TextPiece> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = true;
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (start) {
      start = false;
      const known = recogniseBytes(chunk);
      if (known) {
        yield { kind: 'fault', fault: { file, line: null, ...known } };
        return;
      }
    }
    const text = decode(decoder, chunk);
    if (text === null) {
      yield { kind: 'fault', fault: await locateInvalidByte(path, file) };
      return;
    }
    if (text !== '') yield { kind: 'text', text, bytes: chunk.length };
  }
  if (decode(decoder, null) === null) {
    yield { kind: 'fault', fault: await locateInvalidByte(path, file) };
    return;
  }
  yield { kind: 'end', hash: hash.digest('hex') };
}

function decode(decoder: TextDecoder, chunk: Buffer | null): string | null {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}

/** Reads the file again, line by line, to name the first line that is not UTF-8. */
async function locateInvalidByte(path: string, file: string): Promise<RecordFault> {
  let line = 1;
  let open = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([open, chunk]);
    const whole = bytes.lastIndexOf(10) + 1;
    const at = findInvalidUtf8(bytes.subarray(0, whole), false);
    if (at !== null) return describeByte(file, line + countLines(bytes.subarray(0, at)), bytes[at] ?? 0);
    line += countLines(bytes.subarray(0, whole));
    open = bytes.subarray(whole);
  }
  return describeByte(file, line, open[findInvalidUtf8(open, false) ?? 0] ?? 0);
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === 10) lines += 1;
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

import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { RecordFault } from '../record/index.ts';
import { isGzip } from './isGzip.ts';
import { ALWAYS_ALLOWED_BYTES } from './listZipMembers.ts';
import { readZipMember } from './readZipMember.ts';
import type { InputLimits, RecordInput } from './recordInput.ts';

export type BytePiece =
  /** `onDisk`: bytes of the file read so far, for the progress. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly onDisk: number }
  | { readonly kind: 'fault'; readonly fault: RecordFault }
  /** `hash`: SHA-256 of the file on the disk as it was read; null for a member of an archive. */
  | { readonly kind: 'end'; readonly hash: string | null };

const PIECE_BYTES = 256 * 1024;

/**
 * The bytes of a table, unpacked where the file is compressed (known by its bytes, not its name), within the limits.
 * Nothing is left out in silence: a file cut short, damaged, or with bytes after its end is a fault.
 */
export async function* readBytes(input: RecordInput, limits: InputLimits): AsyncGenerator<BytePiece> {
  const fail = (message: string, hint: string | null): BytePiece => ({
    kind: 'fault',
    fault: { file: input.name, line: null, message, hint },
  });
  const before = stampOf(input.path);
  const hash = createHash('sha256');
  let onDisk = 0;
  async function* disk(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(input.path, {
      highWaterMark: PIECE_BYTES,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      onDisk += chunk.length;
      yield chunk;
    }
  }
  let packed = true;
  let unpackedEnd: (() => number) | null = null;
  let source: AsyncIterable<Buffer>;
  if (input.member !== null) {
    source = readZipMember(input.path, input.member, (read) => (onDisk = read));
  } else if (isGzip(input.path)) {
    const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
    pipeline(Readable.from(disk(), { objectMode: false }), gunzip, () => undefined);
    unpackedEnd = () => gunzip.bytesWritten;
    source = gunzip as AsyncIterable<Buffer>;
  } else {
    packed = false;
    source = disk();
  }
  let total = 0;
  try {
    for await (const bytes of source) {
      total += bytes.length;
      if (total > limits.largestBytes) {
        yield fail(
          `The table has more than ${limits.largestBytes} bytes.`,
          'Split it by year, or allow more with --max-bytes.',
        );
        return;
      }
      if (packed && total > ALWAYS_ALLOWED_BYTES && total > onDisk * limits.largestExpansion) {
        yield fail(
          `The file becomes more than ${limits.largestExpansion} times larger when it is unpacked, which no table of events does.`,
          'If it is sound, allow more with --max-expansion.',
        );
        return;
      }
      yield { kind: 'bytes', bytes, onDisk };
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 160) : String(error);
    if (packed) yield fail(`The compressed file is cut short or damaged (${detail}).`, 'Download it again.');
    else yield fail(`The file cannot be read (${detail}).`, null);
    return;
  }
  if (unpackedEnd && holdsMore(input.path, unpackedEnd())) {
    yield fail('Other bytes follow the end of the compressed data.', 'Download the file again.');
    return;
  }
  const after = stampOf(input.path);
  if (after !== before) {
    yield fail('The file was changed while it was read.', 'Import it again when nothing writes to it.');
    return;
  }
  // What fills a compressed file up at its end was not needed, but belongs to its bytes.
  if (unpackedEnd) for (const bytes of piecesFrom(input.path, onDisk)) hash.update(bytes);
  yield { kind: 'end', hash: input.member === null ? hash.digest('hex') : null };
}

function stampOf(path: string): string {
  const { size, mtimeMs, ino } = statSync(path);
  return [size, mtimeMs, ino].join(' ');
}

/** Whether a file holds anything but NUL bytes, which some programs fill it up with, from a place on. */
function holdsMore(path: string, from: number): boolean {
  for (const bytes of piecesFrom(path, from)) if (bytes.some((byte) => byte !== 0)) return true;
  return false;
}

function* piecesFrom(path: string, from: number): Generator<Buffer> {
  const handle = openSync(path, 'r');
  const piece = Buffer.alloc(PIECE_BYTES);
  try {
    for (let at = from; ;) {
      const length = readSync(handle, piece, 0, piece.length, at);
      if (length === 0) return;
      yield piece.subarray(0, length);
      at += length;
    }
  } finally {
    closeSync(handle);
  }
}

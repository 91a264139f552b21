import { inflateRawSync } from 'node:zlib';
import { LIMITS } from './articleMessages.ts';

export type ArchiveMeasure =
  | { readonly kind: 'sound'; readonly names: readonly string[] }
  | { readonly kind: 'bomb' }
  | { readonly kind: 'damaged'; readonly why: string };

const MOST_MEMBERS = 5000;

/**
 * Unpacks every member of a zip archive once, up to the limit, and keeps nothing: what an archive says about its sizes
 * is not believed. Members laid over each other count each time.
 */
export function measureArchive(bytes: Uint8Array): ArchiveMeasure {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1 || end + 22 > archive.length)
    return { kind: 'damaged', why: 'its list of contents is missing' };
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_MEMBERS) return { kind: 'bomb' };
  let left = LIMITS.unpackedMegabytes * 1024 ** 2;
  const names: string[] = [];
  let at = archive.readUInt32LE(end + 16);
  try {
    for (let member = 0; member < count; member += 1) {
      if (archive.readUInt32LE(at) !== 0x02014b50)
        return { kind: 'damaged', why: 'its list of contents is broken' };
      const [method, packed, nameLength] = [
        archive.readUInt16LE(at + 10),
        archive.readUInt32LE(at + 20),
        archive.readUInt16LE(at + 28),
      ];
      const local = archive.readUInt32LE(at + 42);
      names.push(archive.toString('utf8', at + 46, at + 46 + nameLength));
      at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
      if (archive.readUInt32LE(local) !== 0x04034b50)
        return { kind: 'damaged', why: 'a member is not where it should be' };
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const body = archive.subarray(start, start + packed);
      if (body.length < packed) return { kind: 'damaged', why: 'it is cut short' };
      left -= method === 8 ? inflateRawSync(body, { maxOutputLength: Math.max(1, left + 1) }).length : packed;
      if (left < 0) return { kind: 'bomb' };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'bomb' };
    return { kind: 'damaged', why: (error as Error).message.slice(0, 100) };
  }
  return { kind: 'sound', names };
}

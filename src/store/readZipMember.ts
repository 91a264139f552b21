import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** The unpacked bytes of one member of a zip archive; throws where it is damaged. `onRead` tells its packed bytes read. */
export async function* readZipMember(
  path: string,
  member: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const archive = await openPromise(path, { autoClose: false });
  try {
    const entry = await findEntry(archive, member);
    if (!entry) throw new Error('the archive has changed');
    const stream = await archive.openReadStreamPromise(entry);
    let unpacked = 0;
    let sum = 0;
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      unpacked += bytes.length;
      sum = crc32(bytes, sum);
      onRead(Math.ceil((entry.compressedSize * unpacked) / Math.max(1, entry.uncompressedSize)));
      yield bytes;
    }
    // The library compares lengths only.
    if (sum !== entry.crc32) throw new Error('its checksum is another');
  } finally {
    archive.close();
  }
}

async function findEntry(archive: ZipFile, member: number): Promise<Entry | null> {
  let index = 0;
  for await (const entry of archive.eachEntry()) {
    if (index === member) return entry;
    index += 1;
  }
  return null;
}

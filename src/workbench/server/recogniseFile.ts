import { open } from 'node:fs/promises';
import { recogniseBytes, recogniseContent } from '../../record/index.ts';

const LOOKED_AT_BYTES = 4096;

/** What a file is that is surely no table, by its first bytes; null where it may be one. */
export async function recogniseFile(
  path: string,
): Promise<{ readonly message: string; readonly hint: string } | null> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT_BYTES), 0, LOOKED_AT_BYTES, 0);
    const bytes = buffer.subarray(0, bytesRead);
    // Zip and gzip are unpacked, and UTF-16 is read where its mark says so.
    if (['504b', '1f8b', 'fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'))) return null;
    return recogniseBytes(bytes) ?? recogniseContent(bytes.toString('latin1'));
  } finally {
    await handle.close();
  }
}

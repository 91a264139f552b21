import { createHash } from 'node:crypto';
import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { fetchFault, type FetchFault } from './fetchFault.ts';

export interface Checksum {
  readonly algorithm: 'md5' | 'sha256';
  /** In hex. */
  readonly hex: string;
}

/** Whether a file on the disk has the checksum that its publisher names. */
export async function hasChecksum(path: string, { algorithm, hex }: Checksum): Promise<boolean> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex') === hex.toLowerCase();
}

/** Says what a fetched file is that is surely not the one asked for: a web page, or no archive where one was promised. */
export function refuseDownload(path: string, kind: 'zip' | 'text', host: string): FetchFault | null {
  const start = Buffer.alloc(256);
  const handle = openSync(path, 'r');
  let length = 0;
  try {
    length = readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  const head = start.subarray(0, length);
  if (/^\s*<(?:!doctype|html|head|body)/i.test(head.toString('latin1'))) {
    return fetchFault(
      `${host} sent a web page instead of the file.`,
      'Often a page of login or of error; open the address in a browser to see it.',
      { ofFile: true },
    );
  }
  if (kind === 'zip' && !(head[0] === 0x50 && head[1] === 0x4b)) {
    return fetchFault(`${host} sent something that is no zip archive.`, null, { ofFile: true });
  }
  return length === 0 ? fetchFault(`${host} sent an empty file.`, null, { ofFile: true }) : null;
}

import { closeSync, openSync, readSync } from 'node:fs';

/** Whether a file is compressed with gzip: its bytes say so, not its name. */
export function isGzip(path: string): boolean {
  const start = Buffer.alloc(2);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, start, 0, 2, 0);
  } finally {
    closeSync(handle);
  }
  return start[0] === 0x1f && start[1] === 0x8b;
}

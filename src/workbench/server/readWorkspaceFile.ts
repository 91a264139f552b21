import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { WorkspaceFile } from '../protocol/index.ts';

export type FileReading =
  | { readonly kind: 'file'; readonly file: WorkspaceFile }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** As much as a theatre may have on the command line. */
export const LARGEST_TEXT_BYTES = 8 * 1024 * 1024;

/** A text file with the hash of its bytes, for the page. An empty file is a text; what is no UTF-8 is none. */
export async function readWorkspaceFile(place: string, path: string): Promise<FileReading> {
  let handle;
  try {
    handle = await open(place, 'r');
    const facts = await handle.stat();
    if (!facts.isFile()) return unreadable('It is no ordinary file.');
    if (facts.size > LARGEST_TEXT_BYTES)
      return unreadable(
        `It is too big for the page: ${Math.ceil(facts.size / 1024 ** 2)} MB, 8 MB are shown at most.`,
      );
    const bytes = await handle.readFile();
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return unreadable('It is no text: it holds NUL characters.');
    return { kind: 'file', file: { path, text, hash: hashBytes(bytes) } };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return unreadable(error instanceof TypeError ? 'It is not UTF-8 text. Save it as UTF-8.' : message);
  } finally {
    await handle?.close();
  }
}

export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unreadable(reason: string): FileReading {
  return { kind: 'unreadable', reason };
}

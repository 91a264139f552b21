import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Outcome } from './shell.ts';

export interface TextFile {
  /** Without a byte order mark. */
  readonly text: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
}

/** A theatre of two thousand claims has about 0.4 MB. */
const LARGEST_BYTES = 8 * 1024 * 1024;

/**
 * Reads a text file that a person named. Missing, a folder, empty, too big, not UTF-8: a sentence that says so,
 * never half a text.
 */
export async function readTextFile(path: string, largest = LARGEST_BYTES): Promise<Outcome<TextFile>> {
  const refuse = (message: string) => ({ ok: false, message }) as const;
  let bytes: Uint8Array;
  try {
    // Asked before opening: opening a named pipe would wait for ever.
    const facts = await stat(path);
    if (facts.isDirectory()) return refuse(`${path} is a folder. Name a file.`);
    if (!facts.isFile()) return refuse(`${path} is not an ordinary file.`);
    if (facts.size > largest) {
      const [size, most] = [facts.size, largest].map(megabytes);
      return refuse(`${path} is too big: ${size} MB, ${most} MB are read at most.`);
    }
    bytes = await readFile(path);
  } catch (error) {
    return refuse(describeFailure(path, error as NodeJS.ErrnoException));
  }
  return decode(path, bytes);
}

function decode(path: string, bytes: Uint8Array): Outcome<TextFile> {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const refuse = (message: string) => ({ ok: false, message }) as const;
  if (isUtf16) return refuse(`${path} is saved as UTF-16. Save it as UTF-8.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(`${path} is not UTF-8 text. Save it as UTF-8.`);
  }
  if (text.includes('\0')) return refuse(`${path} is no text file: it holds NUL characters.`);
  if (text.trim() === '') return refuse(`${path} is empty.`);
  return { ok: true, value: { text, hash: createHash('sha256').update(bytes).digest('hex') } };
}

function describeFailure(path: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file ${path}.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by this user.`;
    case 'EISDIR':
      return `${path} is a folder. Name a file.`;
    default:
      return `${path} could not be read: ${message}`;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

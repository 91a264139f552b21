import type { Encoding } from '../record/index.ts';

/** How the text of a file is written. UTF-16 is read where its mark says so, which is certain. */
export type TextEncoding = Encoding | 'utf-16le' | 'utf-16be';

/** The kind of UTF-16 that the first bytes of a file say it is in, or null. UTF-32 begins with the mark of UTF-16. */
export function readEncodingMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * The text of some bytes: UTF-16 by its mark or its zeros, UTF-8 where every byte fits it, else the encoding a web page
 * names, else Windows-1252. Null where the bytes are no text at all. No letter is ever replaced by another.
 */
export function decodeArticle(bytes: Uint8Array, isHtml: boolean): string | null {
  const utf16 = looksLikeUtf16(bytes);
  if (utf16 !== null) return sound(attempt(utf16, bytes));
  const text = attempt('utf-8', bytes);
  if (text !== null) return sound(text);
  const named = isHtml ? namedEncoding(bytes) : null;
  if (named !== null && !/^(utf-?8|windows-1252|iso-8859-1|latin1|us-ascii|ascii)$/i.test(named)) {
    const decoded = attempt(named, bytes);
    if (decoded !== null) return sound(decoded);
  }
  return sound(decodeWindows1252(bytes));
}

function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const part = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (let at = 0; at < part.length; at += 1) if (part[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (part.length < 8) return null;
  if (odd > part.length * 0.3 && even === 0) return 'utf-16le';
  return even > part.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control characters other than white space, in a share no text has, are the sign of binary data. */
function sound(text: string | null): string | null {
  if (text === null || text.includes('\0')) return null;
  const controls = text.slice(0, 100_000).match(/[\x01-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  return controls > 8 && controls > text.length * 0.002 ? null : text;
}

function namedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ?? null;
}

/** Windows-1252 is Latin-1 but for 0x80 to 0x9F; spelt out, because some engines read these as Latin-1. */
const SPECIAL =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => SPECIAL[letter.charCodeAt(0) - 0x80] ?? '\0');
}

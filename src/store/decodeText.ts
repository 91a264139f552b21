import type { TextEncoding } from './readEncodingMark.ts';

export interface TextDecoding {
  /** The text of the next bytes, or null where they are not in this encoding. */
  push(bytes: Buffer): string | null;
  /** The rest at the end of the file, or null where it ends inside a character. */
  end(): string | null;
}

/** Decodes piece by piece; no byte is ever replaced by another, what does not fit is refused. */
export function decodeText(encoding: TextEncoding): TextDecoding {
  if (encoding === 'windows-1252') return { push: decodeWindows1252, end: () => '' };
  const decoder = new TextDecoder(encoding, { fatal: true });
  const attempt = (work: () => string): string | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    push: (bytes) => attempt(() => decoder.decode(bytes, { stream: true })),
    end: () => attempt(() => decoder.decode()),
  };
}

/**
 * Windows-1252 is Latin-1 but for 0x80 to 0x9F, five of which mean nothing. Spelt out, because the engine's own decoder
 * reads these as Latin-1 in some versions.
 */
const SPECIAL = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

function decodeWindows1252(bytes: Buffer): string | null {
  let undefinedByte = false;
  const text = bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => {
    const meant = SPECIAL[letter.charCodeAt(0) - 0x80] ?? '\0';
    if (meant === '\0') undefinedByte = true;
    return meant;
  });
  return undefinedByte ? null : text;
}

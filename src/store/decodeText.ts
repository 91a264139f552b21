import { isAscii } from 'node:buffer';
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
  // Plain ASCII needs no decoding, unless the piece before ended inside a character; the first piece may bear a mark.
  let inside = true;
  return {
    push: (bytes) => {
      const plain = encoding === 'utf-8' && !inside && isAscii(bytes);
      if (bytes.length > 0) inside = (bytes.at(-1) ?? 0) > 0x7f;
      return plain ? bytes.toString('latin1') : attempt(() => decoder.decode(bytes, { stream: true }));
    },
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

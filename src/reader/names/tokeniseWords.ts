import type { Span } from '../article.ts';

/** A word of a sentence. Hyphens part words, so that "Al-Qaim" and "Al Qaim" are the same two. */
export interface Word extends Span {
  /** As compared: small letters, without marks and apostrophes, without 's. */
  readonly key: string;
  readonly written: string;
  /** "Iran's", "the militias'". */
  readonly possessive: boolean;
  /** Joined to the word before by a hyphen. */
  readonly hyphen: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*'?/gu;

/** The words of a normalised text between two offsets. */
export function tokeniseWords(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  let last = start;
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    const gap = text.slice(last, from);
    const stripped = /^(.+?)'(s|S)?$/u.exec(match[0]);
    const possessive = stripped !== null && (stripped[2] !== undefined || /s$/i.test(stripped[1] ?? ''));
    const written = possessive ? (stripped[1] ?? match[0]) : match[0].replace(/'$/, '');
    last = from + match[0].length;
    // The full stop of "U.S." at the end of a sentence belongs to the word all the same.
    words.push({
      start: from,
      end: from + written.length,
      key: keyOf(written),
      written,
      possessive,
      hyphen: gap === '-',
      gap,
    });
  }
  return words;
}

/** The letters of a word as they are compared: "Kata'ib" and "Kataib", "Deïr" and "Deir" are the same. */
export function keyOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'.]/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o');
}

import type { Span } from '../article.ts';
import { CALENDAR, COMMON, COMMON_ENDING, INNER, OFFICES, SMALL_HEAD } from './plainWords.ts';
import type { Word } from './tokeniseWords.ts';

export interface UnknownSpan extends Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Runs of capitalised words that no pack knows. At the head of a sentence one word is not evidence: it counts where it is
 * no common word and the article does not also write it small.
 */
export function findUnknown(
  words: readonly Word[],
  taken: readonly boolean[],
  written: ReadonlySet<string>,
  heading: boolean,
): UnknownSpan[] {
  const spans: UnknownSpan[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (taken[from] || !isCapital(words[from]) || CALENDAR.has(words[from]?.key ?? '')) continue;
    let to = from + 1;
    while (to < words.length && continues(words, taken, to)) to += 1;
    while (to > from + 1 && !isCapital(words[to - 1])) to -= 1;
    let start = from;
    while (start < to && isPlain(words, start, written)) start += 1;
    // "PFLP-GC" where a pack knows PFLP: the rest is no name of its own.
    if (words[start]?.hyphen && taken[start - 1]) start += 1;
    while (start < to && words.slice(start, to).every(({ key }) => OFFICES.has(key))) start = to;
    const [first, last] = [words[start], words[to - 1]];
    const next = to - 1;
    const alone = to - start === 1;
    // "Outlook.": a label, and "II." a number.
    const label = alone && first !== undefined && (words.length === 1 || /^[IVX]+$/.test(first.written));
    if (first && /^[IVX]{1,4}$/.test(first.written) && start === 0 && /\.\s*$/.test(words[1]?.gap ?? ''))
      continue;
    if (
      first &&
      last &&
      start < to &&
      !label &&
      !(heading && alone && !isShouted(first)) &&
      (first.written.length > 1 || !alone)
    ) {
      spans.push({ from: start, to, start: first.start, end: last.end });
    }
    from = Math.max(from, next);
  }
  return spans;
}

function continues(words: readonly Word[], taken: readonly boolean[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || taken[at] || before.possessive || !/^(?: |-|\. )$/.test(word.gap)) return false;
  if (word.gap === '. ' && before.written.length > 5) return false;
  if (CALENDAR.has(word.key)) return false;
  if (isCapital(word) || /^\d{1,4}$/.test(word.written)) return true;
  if (!INNER.has(word.key) || word.key === 'and')
    return (
      word.hyphen &&
      before.hyphen === false &&
      /^\p{Lu}/u.test(before.written) &&
      at + 1 < words.length &&
      isCapital(words[at + 1]) &&
      words[at + 1]?.hyphen === true
    );
  // "Secretary of Defense", "Union of the Comoros"
  for (let ahead = at + 1; ahead < Math.min(words.length, at + 3); ahead += 1) {
    if (taken[ahead] || !/^(?: |-)$/.test(words[ahead]?.gap ?? '.')) return false;
    if (CALENDAR.has(words[ahead]?.key ?? '')) return false;
    if (isCapital(words[ahead])) return true;
    if (!INNER.has(words[ahead]?.key ?? '')) return false;
  }
  return false;
}

/** A capital that says nothing: the head of a sentence, a common word, a word the article also writes small. */
function isPlain(words: readonly Word[], at: number, written: ReadonlySet<string>): boolean {
  const word = words[at];
  if (!word || isShouted(word)) return false;
  const alone =
    words[at + 1] === undefined || !isCapital(words[at + 1]) || !/^(?: |-)$/.test(words[at + 1]?.gap ?? '.');
  if (COMMON.has(word.key) && (at === 0 || alone || SMALL_HEAD.has(word.key))) return true;
  if (!startsSentence(words, at)) return false;
  return written.has(word.key) || /(ly|ing|ed)$/.test(word.key) || (alone && COMMON_ENDING.test(word.key));
}

/** The first word, or the first one inside quotation marks or behind a colon. */
function startsSentence(words: readonly Word[], at: number): boolean {
  return at === 0 || /["(:]\s*$|["]$/.test(words[at]?.gap ?? '');
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.written);
}

function isShouted({ written }: Word): boolean {
  return written.length > 1 && /^[\p{Lu}\p{N}.]+$/u.test(written);
}

import type { Word } from './tagSentence.ts';

const TIME_WORD =
  /^(mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight)$/;

const BEFORE_MONTH =
  /^(in|of|since|until|till|by|before|after|during|from|to|through|last|this|early|late|mid)$/;

/**
 * A word of time, which stands beside a phrase and never in it: "Denmark today accepted". "May" and "march" are months
 * where they are tagged as a name, or written large beside a number or after such words as "in".
 */
export function isTimeWord(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (!word || !TIME_WORD.test(word.lower)) return false;
  if (word.lower !== 'may' && word.lower !== 'march') return true;
  const [before, after] = [words[index - 1], words[index + 1]];
  const dated = [before, after].some((one) => one?.tag === 'NUM') || BEFORE_MONTH.test(before?.lower ?? '');
  return word.tag === 'PROPN' || (/^[A-Z]/.test(word.text) && dated);
}

import type { NounPhrase } from './findNounPhrases.ts';
import type { Word } from './tagSentence.ts';

/** A sentence as words and noun phrases. */
export interface Clause {
  readonly sentence: number;
  readonly words: readonly Word[];
  readonly phrases: readonly NounPhrase[];
}

/** Nouns for people and forces that act without being named. */
export const PEOPLE =
  /^(rebel|guerrilla|gunman|militant|insurgent|fighter|militia|police|policeman|officer|soldier|troop|force|army|military|navy|protester|protestor|demonstrator|student|worker|prisoner|farmer|settler|hacker|refugee|civilian|villager|resident|official|minister|president|government|parliament|court|judge|authority|opposition|party|coalition|group|faction|separatist|extremist|terrorist|journalist|activist|supporter|inspector|peacekeeper|diplomat|ambassador|immigrant|people|crowd|mob|camp|embassy|convoy|base|side|patrol|jet|warplane|aircraft|bomber|commander|general|leader|cell|drone)$/;
const TIMES =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|week|month|year|day|night|weekend|morning|evening|hour|ago)$/;

/** A phrase of time: "last week". */
export function isTime(words: readonly Word[], { first, last }: NounPhrase): boolean {
  return words.slice(first, last + 1).some(({ lemma, lower }) => TIMES.test(lemma) || TIMES.test(lower));
}

/** "(APEC)" repeats what stands before it. */
export function bracketed(words: readonly Word[], { first }: NounPhrase): boolean {
  return words[first - 1]?.text === '(';
}

/** Index of the last comma before a word; -1 where there is none. */
export function lastComma(words: readonly Word[], before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) if (words[at]?.text === ',') return at;
  return -1;
}

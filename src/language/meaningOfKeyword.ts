import { DECLARATION_MEANINGS } from './declarationMeanings.ts';
import type { MeaningEntry } from './meaningEntry.ts';
import { PATTERN_MEANINGS } from './patternMeanings.ts';
import { SENTENCE_MEANINGS } from './sentenceMeanings.ts';

export interface KeywordMeaning {
  /** What it says, and what is taken where it is left out. */
  readonly meaning: string;
  readonly example: string | null;
}

const MEANINGS: ReadonlyMap<string, MeaningEntry> = new Map(
  [DECLARATION_MEANINGS, SENTENCE_MEANINGS, PATTERN_MEANINGS].flatMap((part) => Object.entries(part)),
);

/** What a word of the language means in a rule of the grammar; null for words that only hold a sentence together. */
export function meaningOfKeyword(word: string, rule: string): KeywordMeaning | null {
  const entry = MEANINGS.get(`${rule}.${word}`) ?? MEANINGS.get(word);
  return entry ? { meaning: entry[0], example: entry[1] ?? null } : null;
}

/**
 * What a word says, and what is taken where it is left out; then an example. Kept by the word alone, or by `Rule.word`
 * where the same word means something else elsewhere.
 */
export type MeaningEntry = readonly [meaning: string, example?: string];

/** An invented article with what a person reads marked in it; written before the program had seen it. */
export interface MarkedArticle {
  readonly name: string;
  readonly published: readonly [number, number, number];
  /** The text with its marks; `readMarks` takes them out. */
  readonly marked: string;
  /** Words that only one claim holds, and the kinds that are right, the best first. */
  readonly claims: readonly (readonly [words: string, kinds: string])[];
  /** Words of passages that assert nothing of the kind they speak of: denied, asked, imagined, unsettled. */
  readonly silent: readonly string[];
}

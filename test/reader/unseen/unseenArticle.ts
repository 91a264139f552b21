/** What a person reads out of an invented article; written before the program had seen it. */
export interface UnseenArticle {
  readonly name: string;
  /** The pack of its theatre; null where no pack knows it. */
  readonly pack: string | null;
  readonly published: readonly [number, number, number];
  readonly text: string;
  /** Words and what they are: an actor or a place of a pack, or a name no pack need know. */
  readonly names: readonly (readonly [words: string, role: 'actor' | 'place' | 'any'])[];
  readonly times: readonly (readonly [words: string, first: string, last: string])[];
  readonly claims: readonly ExpectedClaim[];
}

export interface ExpectedClaim {
  /** Words that only this claim holds. */
  readonly words: string;
  /** Kinds that are right, the best first. */
  readonly kinds: string;
  /** `A > B; C > D` for acts in their order, `A & B` for two equal sides, `|` between readings, `?` where nobody is named. */
  readonly parties: string;
  /** Dates and numbers of days the form must hold; no others but the day of publication. */
  readonly when: string;
}

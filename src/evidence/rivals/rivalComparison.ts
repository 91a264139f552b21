/** Two rival claims set side by side: what `examine` says of `rivals A, B`. */
export interface RivalComparison {
  readonly claims: readonly [string, string];
  /** The pattern both predict; null where they predict different things. */
  readonly outcome: string | null;
  /** Null where they were compared; else why they cannot be. */
  readonly notComparable: string | null;
  /** Log score of the first minus that of the second on days that neither was fitted to; above 0 the first is better. */
  readonly difference: ScoreDifference | null;
  /** What each gains over the same model without any rule, in the order of `claims`. */
  readonly overNone: readonly ScoreDifference[];
  /** The claim that predicts better, where the interval leaves no doubt; else null. */
  readonly better: string | null;
  readonly blocks: number | null;
  /** Steps (days, or weeks) that were predicted, and the events on them. */
  readonly steps: number | null;
  readonly events: number | null;
  readonly sentence: string;
}

/** A sum of differences of log scores (natural logarithm) over all blocks, with its t-interval. */
export interface ScoreDifference {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

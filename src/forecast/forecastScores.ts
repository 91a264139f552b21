/** Scores of one forecast given as draws of a count. Made by `scoreDraws`; lower is better but for PIT and coverage. */
export interface ForecastScores {
  readonly mean: number;
  readonly median: number;
  /** Continuous ranked probability score, E|X − y| − ½ E|X − X'|. */
  readonly crps: number;
  /** −ln of the share of draws at the observed count; null where no draw is there: it was held impossible. */
  readonly logScore: number | null;
  /** −log2 of the probability of the observed count's bin (VIEWS bins, one pseudo-draw a bin). */
  readonly ignorance: number;
  /** Mean interval score of the central 90 %. */
  readonly intervalScore90: number;
  /** ((y − mean)/sd)² + 2 ln sd; null where all draws are equal. */
  readonly dawidSebastiani: number | null;
  /** Shares of draws below, and at or below, the observed count. */
  readonly pit: { readonly lower: number; readonly upper: number };
  /** Ends of the central intervals, as the strip of a back-test draws them. */
  readonly intervals: Readonly<Record<'50' | '80' | '95', readonly [number, number]>>;
  readonly inside50: boolean;
  readonly inside80: boolean;
  readonly inside95: boolean;
  /** Shares of the draws inside these intervals: counts jump, so that a central 50 % often holds more. */
  readonly held50: number;
  readonly held80: number;
  readonly held95: number;
}

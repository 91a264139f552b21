/**
 * Of a hundred made records without any answer so many passed as answers all the same, by what was there instead: the first
 * table of docs/verdicts.md, rounded.
 */
export const PASSED_ANYWAY = {
  /** A wave that reaches the answering side three days late. */
  lateWave: 8,
  /** News that sets the first side off within a day or two, and the second on the days after. */
  newsFirst: 14,
  /** 15 % of the first side's incidents coded once more as the second's, under a wave of 30 days. */
  codedTwice: 23,
} as const;

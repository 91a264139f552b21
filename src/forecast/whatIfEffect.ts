/** What a what-if does to the streams of a theatre, read off pairs of futures. Made by `compareFutures`. */

export interface WhatIfEffect {
  readonly stream: string;
  /** The window whose totals are compared. */
  readonly window: string;
  /** Pairs of futures that are compared: those in which neither ran away. */
  readonly pairs: number;
  /** Mean totals as things are, and under the what-if. */
  readonly without: number;
  readonly with: number;
  /** with − without: expected events more (or fewer, where negative). */
  readonly difference: number;
  /** Monte Carlo error of `difference`: what another seed would move it by. */
  readonly error: number;
  /**
   * Central 95 % of what the expected difference may be, given what the record leaves open about the parameters. Null where
   * there are fewer than two pairs of futures for a draw of parameters: chance and ignorance cannot be told apart then.
   */
  readonly interval95: readonly [number, number] | null;
  /** Ends of the central intervals of the differences of single pairs, by level. */
  readonly ofPairs: Readonly<Record<'50' | '80' | '95', readonly [number, number]>>;
  /** Share of the pairs with fewer, and with more, events under the what-if. */
  readonly fewer: number;
  readonly more: number;
  /**
   * Variance of what one pair of futures says about the expected difference (paired, and freed of the chance of the last draw),
   * and of the difference of two totals that have no random numbers in common.
   */
  readonly pairedVariance: number;
  readonly unpairedVariance: number;
}

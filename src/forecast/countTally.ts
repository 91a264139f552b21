/**
 * How many paths had which count, step by step: small counts in a table, larger ones by value. Tallies are whole numbers, so
 * that joining the tallies of several threads gives the same quantiles in any order, and nothing is approximated.
 */
export interface CountTally {
  readonly steps: number;
  readonly width: number;
  /** small[t · width + y]: paths with y events on step t, y < width. */
  readonly small: Uint32Array;
  /** large[t]: paths by count, for counts from `width` on. */
  readonly large: readonly Map<number, number>[];
}

/** An empty tally whose table holds counts below `width`. */
export function makeTally(steps: number, width: number): CountTally {
  return {
    steps,
    width,
    small: new Uint32Array(steps * width),
    large: Array.from({ length: steps }, () => new Map<number, number>()),
  };
}

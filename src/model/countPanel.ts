import type { Day } from '../calendar/index.ts';

/**
 * Counts by step (day, or week for weekly tables) and stream.
 * `counts[k][t]` is the count of stream k on step t; `recorded[t]` is 1 where the record covers the step, else 0
 * (masked: contributes nothing and is never read as calm).
 */
export interface CountPanel {
  readonly first: Day;
  readonly stepDays: 1 | 7;
  readonly steps: number;
  readonly streams: readonly string[];
  readonly counts: readonly Float64Array[];
  readonly recorded: Uint8Array;
  /** Share of events that really happened which the record holds, (0, 1]; all 1 where nothing is known. */
  readonly coverage: readonly Float64Array[];
}

/** Possible futures of all streams, step by step, as plain data. Made by `simulateEnsemble`. */
import type { Day, DayInterval } from '../calendar/index.ts';

export interface EnsembleOptions {
  readonly seed: number;
  /** Futures drawn. */
  readonly paths: number;
  /** Steps (days, or weeks of a weekly record) after the origin; any number. */
  readonly steps: number;
  /** Spans whose totals are kept path by path; step 1 is the first after the origin. */
  readonly windows?: readonly EnsembleWindow[];
  /**
   * What a what-if changes. Paths are paired: path p uses the same random numbers with and without changes, cell by cell,
   * so that the difference of two ensembles of one seed is the effect.
   */
  readonly changes?: readonly ForecastChange[];
  /** Keep the counts of so many first paths, for pictures of single futures; default 0. */
  readonly keepPaths?: number;
}

/** Steps `first` … `last` after the origin, both included. */
export interface EnsembleWindow {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** A change of the future on some days; outside them the theatre runs as fitted. */
export type ForecastChange =
  /** The term does nothing: no answers are given on the days, or the modifier is at 1. */
  | { readonly of: 'drop'; readonly stream: string; readonly term: string; readonly days: DayInterval }
  /** Triggers on the days count, and answers to them are given, although the rule's own days say otherwise. */
  | { readonly of: 'open'; readonly stream: string; readonly term: string; readonly days: DayInterval }
  /** A dated modifier (truce, change, period) is in force at its fitted strength. */
  | { readonly of: 'hold'; readonly stream: string; readonly term: string; readonly days: DayInterval }
  /** The whole rate of the stream is multiplied: .5 halves it, 0 means that the act does not happen. */
  | { readonly of: 'factor'; readonly stream: string; readonly factor: number; readonly days: DayInterval };

export interface Ensemble {
  readonly kind: 'ensemble';
  /** The last day that was known. */
  readonly origin: Day;
  readonly stepDays: 1 | 7;
  readonly steps: number;
  readonly paths: number;
  readonly seed: number;
  readonly streams: readonly StreamEnsemble[];
  readonly windows: readonly EnsembleWindow[];
  /** Paths on which some stream passed a million expected events a step; their counts are Infinity from there on. */
  readonly ranAway: number;
}

export interface StreamEnsemble {
  readonly stream: string;
  /** Mean count of every step, over the paths that did not run away. */
  readonly mean: Float64Array;
  /** Share of the paths with at least one event on the step. */
  readonly chance: Float64Array;
  /** quantiles[i][t]: smallest count that at least a share ENSEMBLE_QUANTILES[i] of the paths stays at or below on step t. */
  readonly quantiles: readonly Float64Array[];
  /** totals[w][p]: events in window w on path p. These are the draws that scores, exports and paired differences use. */
  readonly totals: readonly Float64Array[];
  /**
   * expected[w][p]: the sum over window w of what each step's count was expected to be, given path p before that step (the
   * compensator of the total). Its mean is that of the totals, without the chance of the last draw.
   */
  readonly expected: readonly Float64Array[];
  /** The first paths, where they were kept: kept[p][t]. */
  readonly kept: readonly Float64Array[];
}

/** Shares of the quantiles of every step: the ends of the central 95, 90, 80 and 50 %, and the median. */
export const ENSEMBLE_QUANTILES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

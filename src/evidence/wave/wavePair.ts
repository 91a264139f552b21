import type { WaveThresholds } from './thresholds.ts';

/**
 * Two streams and the rule under test: acts A, which a claim says are answered by B. Steps are days (weeks for
 * weekly tables); all arrays have the same length.
 */
export interface WavePair {
  /** Counts of the triggering stream A. */
  readonly a: Float64Array;
  /** Counts of the answering stream B. */
  readonly b: Float64Array;
  /** 1 where the record covers the step for A, else 0: the step then has factor 1 and leaves no history. */
  readonly recordedA: Uint8Array;
  readonly recordedB: Uint8Array;
  /** Columns of the endemic rate beyond the intercept and the trend t/N − 0.5 (season, regimes, modifiers). */
  readonly covariates: readonly Float64Array[];
  /**
   * 1 on the days whose triggers the claim is about, or null for all. Only these enter the answers of the rule
   * under test; every trigger still counts as a day of A, in A's own history and on the same day.
   */
  readonly answerActive: Uint8Array | null;
  /** Share of what happened that the record holds, (0, 1]; multiplies the mean. Absent: 1 everywhere. */
  readonly coverageA?: Float64Array;
  readonly coverageB?: Float64Array;
  /**
   * The rest of the theatre, if there is a stream of it: it feels the same wave when A does, answers nobody, and so shows
   * the wave where A and B alone leave it open.
   */
  readonly third?: { readonly counts: Float64Array; readonly recorded: Uint8Array };
}

export interface WaveOptions {
  /**
   * True (the default): the wave is fitted only where the plain test has p ≤ .05, the smooth wave only
   * after T1 passed, the shifts only after T2 passed. False: everything is run.
   */
  readonly screen?: boolean;
  /** What T1 to T6 ask, where more is known of the answers than the streams tell. Default: `THRESHOLDS`. */
  readonly thresholds?: WaveThresholds;
  /** Told what is asked of the further tests when T1 has passed: what follows from all passing may be begun then. */
  readonly onFirst?: (wanted: WaveThresholds) => void;
  /** Weight of each lag, the first entry at lag `answerFrom`; divided by its sum. Default: geometric .3, 14 days. */
  readonly answerWeights?: ArrayLike<number>;
  /** First lag of the answer in days, default 1. */
  readonly answerFrom?: number;
  /** Weights of the reverse rule (A answers B) from lag 1 on. Default: those of the answer with its first lag. */
  readonly reverseWeights?: ArrayLike<number>;
  /** Weights of both own histories from lag 1 on. Default: geometric .3 over 14 days. */
  readonly ownWeights?: ArrayLike<number>;
  /** False: no power (`detectableRho`, `information`) when the wave was not reached; saves its null fit. Default true. */
  readonly power?: boolean;
  /** How the streams are called in sentences. Default A and B. */
  readonly names?: { readonly a: string; readonly b: string };
  /** Length of a step in days, for the wording of time scales. Default 1. */
  readonly stepDays?: number;
}

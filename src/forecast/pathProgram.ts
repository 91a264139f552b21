/** A theatre made ready to be run path by path: typed arrays over the steps that matter, names resolved to places. */
import type { Gate } from '../model/index.ts';

export interface PathProgram {
  /** Steps before the origin that some term looks back at; they come first in every array below. */
  readonly before: number;
  /** Steps after the origin. */
  readonly after: number;
  readonly streams: readonly StreamProgram[];
  /** In the order of their targets. */
  readonly rules: readonly RuleProgram[];
}

export interface StreamProgram {
  readonly stream: string;
  /** Counts before the origin; on steps that nobody recorded they are drawn by the model on every path. */
  readonly observed: Float64Array;
  readonly recorded: Uint8Array;
  /** o[t], times what a change of the future multiplies the rate by. */
  readonly coverage: Float64Array;
  readonly endemic: readonly LinearTerm[];
  /** 1 where all endemic columns are as on the step before, so that nu is too. */
  readonly endemicSame: Uint8Array;
  /** Deviation by which the log level wanders in one step after the origin, by draw; null where there is no trend. */
  readonly wander: Float64Array | null;
  readonly dated: readonly LinearTerm[];
  readonly datedSame: Uint8Array;
  readonly moving: readonly MovingTerm[];
  readonly rest: {
    readonly draws: Float64Array;
    readonly streams: readonly number[];
    readonly steps: number;
  } | null;
  readonly psi: Float64Array;
}

/** draws[s] · column[t]. */
export interface LinearTerm {
  readonly draws: Float64Array;
  readonly column: Float64Array;
}

/** A modifier that follows what happened over the last steps. */
export interface MovingTerm {
  readonly of: 'recent' | 'together' | 'gate';
  readonly draws: Float64Array;
  readonly source: number;
  readonly steps: number;
  readonly gate: Gate | null;
  /** 0 on steps on which a change of the future drops the term. */
  readonly active: Uint8Array;
}

/** rho · a[t] · Σ_d g(d) y[t − d], from stream `source` to stream `target`. */
export interface RuleProgram {
  readonly source: number;
  readonly target: number;
  readonly draws: Float64Array;
  readonly from: number;
  readonly weights: Float64Array;
  /** g(d + 1)/g(d) where it is the same for all lags: then the sum follows from the step before. Else null. */
  readonly ratio: number | null;
  /** What the weight of the lag after the last would be by that ratio. */
  readonly beyond: number;
  readonly counted: Uint8Array;
  /** True where every trigger counts: `counted` is all 1 and there is no gate. */
  readonly plain: boolean;
  readonly active: Uint8Array;
  readonly gate: { readonly keeper: number; readonly gate: Gate } | null;
}

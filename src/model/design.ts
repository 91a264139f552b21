import type { DelayChoice } from './delays/index.ts';
import type { LocalColumn } from './localColumns.ts';

/** One column of the endemic rate: nu = exp(Σ beta·values). */
export interface EndemicColumn {
  readonly name: string;
  readonly values: Float64Array;
  /**
   * Columns that name the same group are penalised together: −½ λ Σ beta², with λ by marginal likelihood. Absent: free.
   */
  readonly penaltyGroup?: string;
  /** The same values in a basis of functions on short stretches, where there is one: fits are then much quicker. */
  readonly local?: LocalColumn;
}

/** A rule that adds expected events: rho · x, with rho ≥ 0 expected answers per trigger (see `lagSum`). */
export interface AnswerColumn {
  readonly name: string;
  readonly x: Float64Array;
  /** Where the delay is estimated too: `x` is then the lag sum at its start. Absent: the delay is fixed in `x`. */
  readonly delay?: EstimatedDelay;
}

/**
 * A delay whose parameters are fitted with the rest, on unbounded scales (`delayParameters`). For figures and intervals:
 * a test of rho has no chi-square reference then, since without answers there is no delay. Source: davies1987.
 */
export interface EstimatedDelay {
  /** Family and lags; its parameters are where the search starts. */
  readonly start: DelayChoice;
  /** Triggers on every step, 0 where none was seen or counts. */
  readonly triggers: Float64Array;
  /** Multiplies the answers of a step: 1 where the rule holds, else 0. Absent: it always holds. */
  readonly active?: Uint8Array;
}

/** A factor exp(gamma · z) on the whole rate: truce, deterrence, dated change. exp(gamma) is a rate ratio. */
export interface ModifierColumn {
  readonly name: string;
  readonly z: Float64Array;
}

/**
 * Everything the likelihood of one receiving stream needs, step by step (all arrays have the same length):
 * mean = coverage · exp(Σ gamma·z) · (exp(Σ beta·values) + Σ rho·x). Steps with recorded = 0 contribute nothing;
 * the caller masks the first steps, which only condition (`maskIncompleteHistory`).
 */
export interface StreamDesign {
  readonly counts: Float64Array;
  readonly recorded: Uint8Array;
  /** Share of events the record holds, (0, 1]. */
  readonly coverage: Float64Array;
  readonly endemic: readonly EndemicColumn[];
  readonly answers: readonly AnswerColumn[];
  readonly modifiers: readonly ModifierColumn[];
  /** NB2: Var = mu + psi·mu². Poisson: psi = 0. */
  readonly family: 'NB2' | 'Poisson';
}

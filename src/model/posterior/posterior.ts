import type { Prior } from './priorsOf.ts';

/** A stream's posterior: equally likely draws of its parameters, and how far they can be trusted. */
export interface Posterior {
  readonly kind: 'posterior';
  /** Parameters in the order of the fit, `psi` last. Delays are on the scale they are estimated on. */
  readonly names: readonly string[];
  /** draws[j][s]: draw s of parameter j. */
  readonly draws: readonly Float64Array[];
  readonly logLikelihood: Float64Array;
  readonly summary: Readonly<Record<string, ParameterSummary>>;
  /** λ of each penalty group, held at its marginal-likelihood value. */
  readonly smoothing: Readonly<Record<string, number>>;
  readonly diagnostics: LaplaceDiagnostics | NutsDiagnostics;
}

export interface ParameterSummary {
  readonly mean: number;
  readonly deviation: number;
  readonly median: number;
  /** Ends of the central 50, 80, 90 and 95 %. */
  readonly intervals: Readonly<Record<'50' | '80' | '90' | '95', readonly [number, number]>>;
  /** Monte Carlo error of the mean. */
  readonly meanError: number;
}

export interface LaplaceDiagnostics {
  readonly method: 'Laplace';
  /** k-hat of the Pareto-smoothed importance weights; above 0.7 the draws are not to be trusted. */
  readonly paretoShape: number;
  /** Independent draws that the weights leave. */
  readonly effectiveSize: number;
  readonly proposals: number;
  readonly trusted: boolean;
}

export interface NutsDiagnostics {
  readonly method: 'NUTS';
  readonly chains: number;
  /** By parameter; see `chainDiagnostics`. */
  readonly rHat: Readonly<Record<string, number>>;
  readonly bulkSize: Readonly<Record<string, number>>;
  readonly tailSize: Readonly<Record<string, number>>;
  /** Draws after warm-up whose path left the posterior's surface. */
  readonly divergences: number;
  /** Draws whose path was cut at the deepest tree. */
  readonly deepestTrees: number;
  readonly stepSizes: readonly number[];
  /** Mean number of gradients a draw took. */
  readonly meanLeapfrogs: number;
  /** R-hat below 1.01, 400 effective draws in bulk and tail, no divergence. */
  readonly trusted: boolean;
}

export interface PosteriorOptions {
  readonly seed: number;
  /** Priors that replace the usual ones, by parameter; see `priorsOf`. */
  readonly priors?: Readonly<Record<string, Prior>>;
  /** λ of each penalty group; default those of the fit. */
  readonly smoothing?: Readonly<Record<string, number>>;
  /** Names the stream of random numbers beside the seed, for example the stream of events. Default empty. */
  readonly purpose?: string;
}

/** There is no posterior to draw from: why, and what to try. */
export interface FailedPosterior {
  readonly kind: 'failed';
  readonly reason: 'nothing recorded' | 'not fitted' | 'no top';
  readonly detail: string;
  readonly advice: string;
}

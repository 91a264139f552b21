import type { DelayChoice } from './delays/index.ts';

/** The result of fitting one stream. A fit that failed says why and what to try; it has no numbers to judge by. */
export type Fit = StreamFit | FailedFit;

export interface StreamFit {
  readonly kind: 'fit';
  /** Mean parameters in their order (endemic, answers, estimated delays, modifiers); see `parameterNames`. */
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly parameters: Readonly<Record<string, number>>;
  /** From the expected information; null for a parameter at a bound, where the normal approximation fails. */
  readonly standardErrors: Readonly<Record<string, number | null>>;
  /** Fitted delays by rule; empty where all are fixed. */
  readonly delays: Readonly<Record<string, DelayChoice>>;
  /** Overdispersion, Var = mu + psi·mu²; 0 for Poisson. */
  readonly psi: number;
  readonly logLikelihood: number;
  /** Log-likelihood minus the penalties; what was maximised. */
  readonly penalisedLogLikelihood: number;
  /** Expected count on every step, also where nothing is recorded. */
  readonly mean: Float64Array;
  /** Expected information of the mean parameters with penalties added, n × n row by row. psi is orthogonal to it. */
  readonly information: Float64Array;
  /** Slope left at the optimum in standard errors: √(gᵀ H⁻¹ g) over the free parameters (the Newton decrement). */
  readonly gradientNorm: number;
  readonly iterations: number;
  /** Parameters at a bound, `psi` among them where it ran to the Poisson limit. */
  readonly atBound: readonly string[];
  /** λ of each penalty group. */
  readonly smoothing: Readonly<Record<string, number>>;
  /** Σ of the effective degrees of freedom of the mean. */
  readonly effectiveParameters: number;
}

export interface FailedFit {
  readonly kind: 'failed';
  readonly reason:
    'nothing recorded' | 'no events' | 'too few steps' | 'parameters cannot be told apart' | 'not converged';
  readonly detail: string;
  readonly advice: string;
}

export interface FitOptions {
  /** Largest |beta|·max|column| of the endemic part; default 15. */
  readonly endemicBound?: number;
  /** Largest rho; default 1e3 (only guards against overflow). */
  readonly answerBound?: number;
  /** Largest |gamma|·max|z|; default 10. */
  readonly modifierBound?: number;
  readonly maximumIterations?: number;
  /** Parameters held at a value, by name (`psi` too). */
  readonly fixed?: Readonly<Record<string, number>>;
  /** λ of each penalty group held at a value; groups not named are chosen by marginal likelihood. */
  readonly smoothing?: Readonly<Record<string, number>>;
  /** Where to start: a fit of the same or a smaller design. */
  readonly start?: StreamFit;
}

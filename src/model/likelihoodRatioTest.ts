import type { StreamDesign } from './design.ts';
import type { FailedFit, FitOptions, StreamFit } from './fit.ts';

export interface LikelihoodRatioTest {
  readonly kind: 'tested';
  readonly fit: StreamFit;
  readonly nullFit: StreamFit;
  readonly likelihoodRatio: number;
  /** rho: half chi-square (the null lies on the boundary). gamma and beta: two-sided chi-square. */
  readonly pValue: number;
}

/** Tests one parameter against 0. */
export function likelihoodRatioTest(
  design: StreamDesign,
  parameter: string,
  options: FitOptions = {},
): LikelihoodRatioTest | FailedFit {
  throw new Error(
    `likelihoodRatioTest: being written (${parameter} ${design.family} ${String(options.start)})`,
  );
}

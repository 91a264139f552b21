import { chiSquareUpperTail, normalQuantile, regularisedBeta } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { FailedFit, FitOptions } from './fit.ts';
import { likelihoodRatioTest, type LikelihoodRatioTest } from './likelihoodRatioTest.ts';
import { profileInterval } from './profileInterval.ts';

/** One parameter tested and bounded over all imputations of imprecise dates. */
export interface PooledTest {
  readonly kind: 'pooled';
  readonly imputations: number;
  /** Mean of the estimates. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Variance of the estimates from draw to draw of the dates; 0 for one imputation. */
  readonly between: number;
  /** Share of what was to be known about the parameter that the imprecise dates cost: r/(1 + r). */
  readonly lostShare: number;
  /** Pooled likelihood ratio: the mean one, reduced by how much the ratios differ; at least 0. */
  readonly likelihoodRatio: number;
  readonly pValue: number;
  readonly tests: readonly LikelihoodRatioTest[];
}

/**
 * Pools the tests and intervals of one parameter over designs that differ only in where imprecise events were put.
 * Test: D = (d̄ − r (m+1)/(m−1))/(1 + r), d the likelihood ratios, r = (1 + 1/m) Var √d, against F(1, (m−1)(1 + 1/r)²);
 * half of it for rho. Interval: Rubin's rule on each side of the profile intervals, side² = mean side² + z² (1 + 1/m) B,
 * so that one imputation, or equal ones, give the plain test and interval. A failed fit or profile of one is that of all.
 * Sources: rubin1987, liMengRaghunathanRubin1991.
 */
export function poolImputations(
  designs: readonly StreamDesign[],
  parameter: string,
  options: FitOptions & { readonly level?: number } = {},
): PooledTest | FailedFit {
  const level = options.level ?? 0.9;
  const tests: LikelihoodRatioTest[] = [];
  const sides: { readonly below: number; readonly above: number }[] = [];
  for (const design of designs) {
    const test = likelihoodRatioTest(design, parameter, options);
    if (test.kind === 'failed') return test;
    const interval = profileInterval(design, test.fit, parameter, level);
    if (!interval) return profileFailed(parameter);
    const { estimate, lower, upper } = interval;
    tests.push(test);
    sides.push({ below: estimate - lower, above: upper - estimate });
  }
  const first = designs[0];
  if (!first) throw new Error('poolImputations: no design');
  const estimates = tests.map(({ fit }) => fit.parameters[parameter]!);
  const estimate = mean(estimates);
  const between = variance(estimates);
  const spread = normalQuantile((1 + level) / 2) ** 2 * (1 + 1 / designs.length) * between;
  const side = (of: 'below' | 'above') => Math.sqrt(mean(sides.map((one) => one[of] ** 2)) + spread);
  const isAnswer = first.answers.some(({ name }) => name === parameter);
  return {
    kind: 'pooled',
    imputations: designs.length,
    estimate,
    lower: Math.max(isAnswer ? 0 : -Infinity, estimate - side('below')),
    upper: estimate + side('above'),
    level,
    between,
    ...poolRatios(
      tests.map(({ likelihoodRatio }) => likelihoodRatio),
      isAnswer,
    ),
    tests,
  };
}

function poolRatios(
  ratios: readonly number[],
  isAnswer: boolean,
): { likelihoodRatio: number; pValue: number; lostShare: number } {
  const m = ratios.length;
  const r = (1 + 1 / m) * variance(ratios.map(Math.sqrt));
  const penalty = m > 1 ? (r * (m + 1)) / (m - 1) : 0;
  const likelihoodRatio = Math.max(0, (mean(ratios) - penalty) / (1 + r));
  const degrees = r > 0 ? (m - 1) * (1 + 1 / r) ** 2 : Infinity;
  const tail = upperTail(likelihoodRatio, degrees);
  const atBoundary = likelihoodRatio > 0 ? tail / 2 : 1;
  return { likelihoodRatio, pValue: isAnswer ? atBoundary : tail, lostShare: r / (1 + r) };
}

/** P(F(1, degrees) > x); chi-square with one degree of freedom in the limit. */
function upperTail(x: number, degrees: number): number {
  if (degrees > 1e6) return chiSquareUpperTail(x, 1);
  return regularisedBeta(degrees / (degrees + x), degrees / 2, 0.5);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function profileFailed(parameter: string): FailedFit {
  return {
    kind: 'failed',
    reason: 'not converged',
    detail: `the profile of "${parameter}" could not be followed`,
    advice: 'Use fewer terms, a wider pattern or a longer record.',
  };
}

import { fitStream } from '../../../model/index.ts';
import { chiSquareQuantile, chiSquareUpperTail, halfChiSquarePValue } from '../../../stats/index.ts';
import { THRESHOLDS } from '../../thresholds.ts';
import type { AnswerFit } from '../fitAnswer.ts';

/** One strength for several sides or places, each with its own trend, own history and overdispersion. */
export interface CommonStrength {
  readonly rho: number;
  readonly lower: number;
  readonly upper: number;
  /** Twice the gain of the common strength over none, summed over the members. */
  readonly likelihoodRatio: number;
  readonly pValue: number;
  /** Twice what own strengths gain over the common one, and its p (χ² with one less than the members). */
  readonly difference: { readonly statistic: number; readonly pValue: number };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SEARCH = 18;
const BISECTIONS = 14;

/**
 * The strength that all members share: the maximum of Σ ℓ_i(rho), ℓ_i being the profile log-likelihood of member i with
 * its smoothing held; interval where the sum lies within χ²₁(level)/2 of it. Null where a refit fails. The members are
 * independent given the model. Source: hedgesOlkin1985 (fixed effect, by likelihoods instead of normal estimates).
 */
export function commonStrength(fits: readonly AnswerFit[]): CommonStrength | null {
  const known = new Map<number, number>();
  const sum = (rho: number): number => {
    const before = known.get(rho);
    if (before !== undefined) return before;
    const value = fits.reduce((total, { design, fit }) => {
      const held = fitStream(design, { smoothing: fit.smoothing, fixed: { rule: rho }, start: fit });
      return held.kind === 'failed' ? -Infinity : total + held.penalisedLogLikelihood;
    }, 0);
    known.set(rho, value);
    return value;
  };
  const furthest = Math.max(...fits.map(({ rho, upper }) => Math.max(2 * rho, upper ?? 0))) + 0.01;
  if (!Number.isFinite(furthest) || sum(0) === -Infinity) return null;
  const rho = highest(sum, furthest);
  const top = sum(rho);
  const likelihoodRatio = Math.max(0, 2 * (top - sum(0)));
  const own = fits.reduce((total, { fit }) => total + fit.penalisedLogLikelihood, 0);
  const statistic = Math.max(0, 2 * (own - top));
  const cut = chiSquareQuantile(THRESHOLDS.intervalLevel, 1) / 2;
  const inside = (at: number) => top - sum(at) < cut;
  return {
    rho,
    lower: inside(0) ? 0 : bisect(inside, rho, 0),
    upper: inside(furthest) ? Infinity : bisect(inside, rho, furthest),
    likelihoodRatio,
    pValue: halfChiSquarePValue(likelihoodRatio),
    difference: { statistic, pValue: chiSquareUpperTail(statistic, fits.length - 1) },
  };
}

/** Golden-section search on [0, end]; the sum of profiles has one top. The end 0 is kept where nothing is higher. */
function highest(sum: (rho: number) => number, end: number): number {
  let [low, high] = [0, end];
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  for (let step = 0; step < SEARCH; step++) {
    if (sum(left) >= sum(right)) {
      [high, right] = [right, left];
      left = high - GOLDEN * (high - low);
    } else {
      [low, left] = [left, right];
      right = low + GOLDEN * (high - low);
    }
  }
  return [left, right].reduce((best, at) => (sum(at) > sum(best) ? at : best), 0);
}

/** Where the interval ends between a point inside and one outside. */
function bisect(inside: (at: number) => boolean, from: number, to: number): number {
  let [near, far] = [from, to];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (near + far) / 2;
    if (inside(middle)) near = middle;
    else far = middle;
  }
  return far;
}

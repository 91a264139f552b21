import { chiSquareQuantile } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { chooseStart, stateProblem } from './fitProblem.ts';
import { packOnce } from './packDesign.ts';
import { maximise, type Problem } from './maximise.ts';

export interface ParameterInterval {
  readonly estimate: number;
  /** 0 for rho, −∞ for others, where the likelihood never falls far enough on this side. */
  readonly lower: number;
  /** ∞ where the likelihood never falls far enough. */
  readonly upper: number;
  readonly level: number;
}

/** A refit with the parameter held: how deep the likelihood fell, as a signed root, and its slope. */
interface Depth {
  readonly at: number;
  /** √(2 (highest − profile)). */
  readonly root: number;
  readonly slope: number;
}

/**
 * Profile-likelihood interval of one mean parameter: the values whose profile log-likelihood is within χ²₁(level)/2 of
 * the highest, smoothing held. Bounds are respected: for rho the lower end is 0 where 0 is inside. Null where a refit
 * did not converge. Throws on an unknown name.
 */
export function profileInterval(
  design: StreamDesign,
  fit: StreamFit,
  parameter: string,
  level = 0.95,
): ParameterInterval | null {
  const j = fit.names.indexOf(parameter);
  if (j < 0) throw new Error(`the fit has no parameter "${parameter}"`);
  const packed = packOnce(design);
  const options = { smoothing: fit.smoothing, start: fit };
  const problem = stateProblem(design, packed, options);
  const bounds = [problem.lower[j]!, problem.upper[j]!] as const;
  const cut = Math.sqrt(chiSquareQuantile(level, 1));
  const estimate = fit.values[j]!;
  const measure = measureDepth(problem, chooseStart(packed, options), j, fit.penalisedLogLikelihood);
  const size = fit.names.length;
  const reach = cut * (fit.standardErrors[parameter] ?? 1 / Math.sqrt(fit.information[j * size + j]! || 1));
  const isAnswer = j >= packed.endemic && j < packed.endemic + packed.rules;
  const lower = findEnd(measure, estimate, -reach, bounds[0], cut, isAnswer ? 0 : -Infinity);
  const upper = findEnd(measure, estimate, reach, bounds[1], cut, Infinity);
  return lower === null || upper === null ? null : { estimate, lower, upper, level };
}

function measureDepth(problem: Problem, start: Float64Array, j: number, highest: number) {
  // Each refit starts where the last one ended: neighbouring values have neighbouring nuisance parameters.
  let from = start;
  return (value: number): Depth | null => {
    problem.lower[j] = value;
    problem.upper[j] = value;
    const optimum = maximise(problem, from);
    if (!optimum.converged) return null;
    from = optimum.theta;
    const root = Math.sqrt(Math.max(0, 2 * (highest - optimum.penalised)));
    return { at: value, root, slope: root > 0 ? -optimum.gradient[j]! / root : 0 };
  };
}

/**
 * Newton's method on the signed root, which is nearly a straight line, kept inside a bracket. `beyond` is the answer
 * where even the bound is not deep enough.
 */
function findEnd(
  measure: (value: number) => Depth | null,
  estimate: number,
  reach: number,
  bound: number,
  cut: number,
  beyond: number,
): number | null {
  if (estimate === bound) return beyond;
  const inside = (value: number) => (reach < 0 ? Math.max(value, bound) : Math.min(value, bound));
  let near = estimate;
  let far: number | null = null;
  let next = inside(estimate + reach);
  let failures = 0;
  for (let attempt = 0; attempt < 60; attempt++) {
    const depth = measure(next);
    if (depth === null) {
      // Far out a refit may fail; nearer the estimate it is easier.
      if (++failures > 8) return null;
      far = next;
      next = (near + far) / 2;
      continue;
    }
    if (Math.abs(depth.root - cut) < 1e-5) return next;
    if (depth.root < cut) {
      if (next === bound) return beyond;
      near = next;
    } else far = next;
    const guess = depth.slope === 0 ? NaN : next + (cut - depth.root) / depth.slope;
    next = keepInside(guess, estimate, near, far, reach, inside);
    if (far !== null && Math.abs(far - near) <= 1e-12 * (1 + Math.abs(near))) return next;
  }
  return null;
}

function keepInside(
  guess: number,
  estimate: number,
  near: number,
  far: number | null,
  reach: number,
  inside: (value: number) => number,
): number {
  if (far !== null) {
    const isBetween = guess > Math.min(near, far) && guess < Math.max(near, far);
    return isBetween ? guess : (near + far) / 2;
  }
  // Without an upper bracket the distance from the estimate may grow fourfold.
  const furthest = near + 4 * Math.sign(reach) * Math.max(Math.abs(reach), Math.abs(near - estimate));
  const isForward = (guess - near) * reach > 0;
  if (!isForward) return inside(furthest);
  return inside(reach < 0 ? Math.max(guess, furthest) : Math.min(guess, furthest));
}

import { boundedQuasiNewton, choleskyFactor } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { chooseStart, stateProblem } from './fitProblem.ts';
import { differentiate, evaluate } from './likelihood.ts';
import { likelihoodSlope } from './likelihoodSlope.ts';
import { penalise, penaltyOf } from './maximise.ts';
import { packDesign, type PackedDesign } from './packDesign.ts';

/** Mean parameters by name without the steps given; null where the short way does not lead there. */
export type RefitWithout = (steps: readonly number[]) => Readonly<Record<string, number>> | null;

/** As for any fit: the gain that is still promised, in log-likelihood. */
const PROMISE = 1e-9;
const MOST_EVALUATIONS = 40;
/** Pivots below this share of their diagonal: some term has nothing left to be told by. */
const DEPENDENT = 1e-10;

/**
 * Refits that leave some steps out, smoothing kept, from a fit of all. Most of a fit's work is its curvature; that of all
 * steps is worked out once, that of the steps left out is small, and their difference is close enough to climb by exact
 * slopes to the same optimum: a tenth of the work. Designs with estimated delays are not taken (always null).
 */
export function refitWithoutSteps(design: StreamDesign, fit: StreamFit): RefitWithout {
  const packed = packDesign(design);
  if (packed.delays.length > 0) return () => null;
  const { lower, upper, reach, penalty } = stateProblem(design, packed, { smoothing: fit.smoothing });
  const start = chooseStart(packed, { start: fit });
  const whole = curvatureAt(packed, start);
  const width = start.length;
  const used = new Set(packed.at);
  // Every refit begins at the fit of all.
  const slopeAtStart = new Float64Array(width);
  const valueAtStart = evaluate(packed, start);
  likelihoodSlope(packed, start, slopeAtStart);
  const evaluateAll = (theta: Float64Array, gradient: Float64Array): number => {
    if (theta.every((value, j) => value === start[j])) {
      gradient.set(slopeAtStart);
      return valueAtStart;
    }
    const value = evaluate(packed, theta);
    likelihoodSlope(packed, theta, gradient);
    return value;
  };
  const slopeOut = new Float64Array(width);
  return (steps) => {
    const recorded = new Uint8Array(design.counts.length);
    for (const step of steps) if (used.has(step)) recorded[step] = 1;
    const out = packDesign({ ...design, recorded });
    if (sum(out.y) === sum(packed.y) || packed.y.length - out.y.length <= width) return null;
    const without = curvatureAt(out, start);
    const curvature = whole.map((value, k) => value - without[k]!);
    penalise(penalty, start, slopeOut, curvature);
    // psi of a Poisson model is no parameter.
    if (packed.family !== 'NB2') curvature[width * width - 1] = 1;
    if (choleskyFactor(curvature.slice(), width, DEPENDENT) >= 0) return null;
    const found = boundedQuasiNewton(
      {
        lower,
        upper,
        evaluate(theta, gradient) {
          const all = evaluateAll(theta, gradient);
          const value = all - evaluate(out, theta) - penaltyOf(penalty, theta);
          likelihoodSlope(out, theta, slopeOut);
          for (let j = 0; j < width; j++) {
            gradient[j] = slopeOut[j]! + penalty[j]! * theta[j]! - gradient[j]!;
          }
          return -value;
        },
      },
      start,
      { curvature, reach, tolerance: PROMISE, maximumEvaluations: MOST_EVALUATIONS },
    );
    if (!found.converged) return null;
    return Object.fromEntries(packed.names.map((name, j) => [name, found.point[j]!]));
  };
}

function curvatureAt(packed: PackedDesign, theta: Float64Array): Float64Array {
  const width = theta.length;
  const curvature = new Float64Array(width * width);
  evaluate(packed, theta);
  differentiate(packed, theta, false, new Float64Array(width), curvature);
  return curvature;
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}

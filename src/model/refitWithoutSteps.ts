import { boundedQuasiNewton, choleskyFactor } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { chooseStart, stateProblem } from './fitProblem.ts';
import { leaveStepsOut } from './leaveStepsOut.ts';
import { differentiate, evaluate } from './likelihood.ts';
import { likelihoodSlope } from './likelihoodSlope.ts';
import { penalise, penaltyOf } from './maximise.ts';
import { packDesign } from './packDesign.ts';

/** Mean parameters by name without the steps given; null where the short way does not lead there. */
export type RefitWithout = (steps: readonly number[]) => Readonly<Record<string, number>> | null;

/** As for any fit: the gain that is still promised, in log-likelihood. */
const PROMISE = 1e-9;
const MOST_EVALUATIONS = 40;
/** Pivots below this share of their diagonal: some term has nothing left to be told by. */
const DEPENDENT = 1e-10;

/**
 * Refits that leave some steps out, smoothing kept, from a fit of all. With the curvature of what is left at that fit, worked
 * out once, exact slopes lead to the optimum in a few steps. Designs with estimated delays are not taken (always null).
 */
export function refitWithoutSteps(design: StreamDesign, fit: StreamFit): RefitWithout {
  const packed = packDesign(design);
  if (packed.delays.length > 0) return () => null;
  const { lower, upper, reach, penalty } = stateProblem(design, packed, { smoothing: fit.smoothing });
  const start = chooseStart(packed, { start: fit });
  const width = start.length;
  const packedStep = new Map([...packed.at].map((step, i) => [step, i]));
  return (steps) => {
    const left = steps.flatMap((step) => packedStep.get(step) ?? []);
    const isSilent = packed.memory.events.every((i) => left.includes(i));
    if (isSilent || packed.y.length - left.length <= width) return null;
    const rest = leaveStepsOut(packed, left);
    const curvature = new Float64Array(width * width);
    evaluate(rest, start);
    differentiate(rest, start, false, new Float64Array(width), curvature);
    penalise(penalty, start, new Float64Array(width), curvature);
    // psi of a Poisson model is no parameter.
    if (packed.family !== 'NB2') curvature[width * width - 1] = 1;
    if (choleskyFactor(curvature.slice(), width, DEPENDENT) >= 0) return null;
    const found = boundedQuasiNewton(
      {
        lower,
        upper,
        evaluate(theta, gradient) {
          const value = evaluate(rest, theta) - penaltyOf(penalty, theta);
          likelihoodSlope(rest, theta, gradient);
          for (let j = 0; j < width; j++) gradient[j] = penalty[j]! * theta[j]! - gradient[j]!;
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

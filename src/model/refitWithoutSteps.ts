import { boundedQuasiNewton, choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { chooseStart, stateProblem } from './fitProblem.ts';
import { leaveStepsOut } from './leaveStepsOut.ts';
import { differentiate, evaluate } from './likelihood.ts';
import { likelihoodSlope } from './likelihoodSlope.ts';
import { penalise, penaltyOf } from './maximise.ts';
import { packDesign } from './packDesign.ts';

type Objective = Parameters<typeof boundedQuasiNewton>[0];

/** Mean parameters by name without the steps given; null where the short way does not lead there. */
export type RefitWithout = (steps: readonly number[]) => Readonly<Record<string, number>> | null;

/** As for any fit: the gain that is still promised, in log-likelihood. */
const PROMISE = 1e-9;
const MOST_EVALUATIONS = 40;
/** With the curvature of the start a step leaves a hundredth of the way or less; where it needs more than these, it is far. */
const MOST_STEPS = 8;
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
  const isInside = start.every(
    (value, j) => lower[j] === upper[j] || (value > lower[j]! && value < upper[j]!),
  );
  const packedStep = new Map([...packed.at].map((step, i) => [step, i]));
  return (steps) => {
    const left = steps.flatMap((step) => packedStep.get(step) ?? []);
    const isSilent = packed.memory.events.every((i) => left.includes(i));
    if (isSilent || packed.y.length - left.length <= width) return null;
    const rest = leaveStepsOut(packed, left);
    const curvature = new Float64Array(width * width);
    const slope = new Float64Array(width);
    const value = penaltyOf(penalty, start) - evaluate(rest, start);
    differentiate(rest, start, false, slope, curvature);
    penalise(penalty, start, slope, curvature);
    // psi of a Poisson model is no parameter.
    if (packed.family !== 'NB2') curvature[width * width - 1] = 1;
    const factor = curvature.slice();
    if (choleskyFactor(factor, width, DEPENDENT) >= 0) return null;
    const objective: Objective = {
      lower,
      upper,
      evaluate(theta, gradient) {
        const at = penaltyOf(penalty, theta) - evaluate(rest, theta);
        likelihoodSlope(rest, theta, gradient);
        for (let j = 0; j < width; j++) gradient[j] = penalty[j]! * theta[j]! - gradient[j]!;
        return at;
      },
    };
    const point = isInside ? descend(objective, start, value, slope, factor) : null;
    const found = point ?? descendInside(objective, start, curvature, reach);
    return found && Object.fromEntries(packed.names.map((name, j) => [name, found[j]!]));
  };
}

/** Newton's method with the curvature of the start throughout; null where it leaves the bounds or does not get on. */
function descend(
  { lower, upper, evaluate: measure }: Objective,
  start: Float64Array,
  valueAtStart: number,
  slopeAtStart: Float64Array,
  factor: Float64Array,
): Float64Array | null {
  const width = start.length;
  const point = start.slice();
  const gradient = slopeAtStart.map((slope) => -slope);
  const step = new Float64Array(width);
  let value = valueAtStart;
  for (let round = 0; round < MOST_STEPS; round++) {
    step.set(gradient);
    choleskySolve(factor, width, step);
    let promise = 0;
    for (let j = 0; j < width; j++) promise += (gradient[j]! * step[j]!) / 2;
    if (promise < PROMISE) return point;
    for (let j = 0; j < width; j++) {
      point[j]! -= step[j]!;
      if (upper[j]! > lower[j]! && !(point[j]! > lower[j]! && point[j]! < upper[j]!)) return null;
    }
    const next = measure(point, gradient);
    if (!(next < value)) return null;
    value = next;
  }
  return null;
}

/** The same within bounds, with a curvature that learns. */
function descendInside(
  objective: Objective,
  start: Float64Array,
  curvature: Float64Array,
  reach: Float64Array,
): Float64Array | null {
  const options = { curvature, reach, tolerance: PROMISE, maximumEvaluations: MOST_EVALUATIONS };
  const found = boundedQuasiNewton(objective, start, options);
  return found.converged ? found.point : null;
}

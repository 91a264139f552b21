import { climb } from './climb.ts';
import type { Goal, Optimum } from './climb.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { Likelihood } from './waveLikelihood.ts';
import type { Start, WaveModel } from './waveModel.ts';
import { bestByValue } from './waveStarts.ts';

/** How far a start is followed before the hills are compared, how far the guide is, and to the top. */
const COARSE: Goal = { tolerance: 0.1 };
const NEAR: Goal = { tolerance: 1e-3 };
export const FINE: Goal = { tolerance: 1e-5, sufficient: 1e-5 };
/** A hill that lies this far below another one is not climbed. */
const HOPELESS = 3;
/** Half the squared distance, in standard deviations, within which two optima are taken for one. */
const SAME_HILL = 1;
const SAME_TAU = 0.5;
/** Loadings below this are no wave; and those tried where none was found. */
const CALM = 0.02;
const GENTLE = [
  [0.1, 0.1],
  [0.1, 0],
  [0, 0.1],
] as const;

/**
 * Follows every start by the guide, unless it comes to a hill already known. The hills, highest first.
 */
export function findHills(
  model: WaveModel,
  bounds: ParameterBounds,
  starts: readonly Start[],
  reached: readonly Optimum[] = [],
): readonly Optimum[] {
  const hills = [...reached];
  for (const start of starts) {
    const curvature = start.curvature ?? model.curvatureAt(start.point);
    const found = climbUnless(model.guide, bounds, start, curvature, COARSE, hills);
    if (found !== null) hills.push(found);
  }
  return hills.sort((p, q) => q.logLikelihood - p.logLikelihood);
}

/** The top of the model itself, from its highest hills and from a neighbour's top. */
export function reachTop(
  model: WaveModel,
  bounds: ParameterBounds,
  hills: readonly Optimum[],
  neighbour: Optimum | null,
): Optimum {
  const highest = hills[0]!.logLikelihood;
  const tops: Optimum[] = [];
  if (neighbour !== null)
    tops.push(climb(model.likelihood, bounds, neighbour.point, neighbour.curvature, FINE));
  for (const hill of hills) {
    if (hill.logLikelihood < highest - HOPELESS) continue;
    if (tops.some((top) => sameHill(top, hill.point, hill.logLikelihood))) continue;
    const near =
      model.guide === model.likelihood
        ? hill
        : climbUnless(model.guide, bounds, hill, hill.curvature, NEAR, tops);
    const top = near && climbUnless(model.likelihood, bounds, near, near.curvature, FINE, tops);
    if (top !== null) tops.push(top);
  }
  const best = tops.reduce((p, q) => (q.logLikelihood > p.logLikelihood ? q : p));
  return leaveCalm(model, bounds, best);
}

/** Null when the way leads to one of the known optima. */
function climbUnless(
  likelihood: Likelihood,
  bounds: ParameterBounds,
  { point, place }: Start,
  curvature: Float64Array,
  goal: Goal,
  tops: readonly Optimum[],
): Optimum | null {
  let known = false;
  const found = climb(likelihood, bounds, point, curvature, goal, place, (here, height) => {
    known = tops.some((top) => sameHill(top, here, height));
    return known;
  });
  return known ? null : found;
}

/** No higher than a known optimum and so close to it, in its curvature, that the way up leads there. */
function sameHill(top: Optimum, point: Float64Array, height: number): boolean {
  if (height > top.logLikelihood + COARSE.tolerance) return false;
  // log tau is the last parameter; where the wave is weak its curvature tells hills of other time scales not apart.
  if (Math.abs(point[point.length - 1]! - top.point[point.length - 1]!) > SAME_TAU) return false;
  const n = point.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const di = point[i]! - top.point[i]!;
    if (di === 0) continue;
    for (let j = 0; j < n; j++) sum += 0.5 * di * (point[j]! - top.point[j]!) * top.curvature[i * n + j]!;
  }
  return sum < SAME_HILL;
}

/**
 * Where no wave was found, tau had no slope to follow: tries small loadings at every starting tau, since a gentle
 * wave of the right time scale may still be better than none.
 */
function leaveCalm(model: WaveModel, bounds: ParameterBounds, best: Optimum): Optimum {
  const { layout } = model.design;
  if (best.point[layout.cA]! > CALM || best.point[layout.cB]! > CALM) return best;
  const gentle: Float64Array[] = [];
  for (const tau of model.nullTaus) {
    for (const [cA, cB] of GENTLE) {
      const start = best.point.slice();
      start[layout.cA] = cA;
      start[layout.cB] = cB;
      start[layout.logTau] = Math.log(tau);
      gentle.push(start);
    }
  }
  const start = bestByValue(model, gentle);
  const other = climb(model.likelihood, bounds, start, model.curvatureAt(start), FINE);
  return other.logLikelihood > best.logLikelihood ? other : best;
}

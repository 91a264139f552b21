import { choleskyFactor } from '../../stats/index.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { Likelihood } from './waveLikelihood.ts';

const STEP = 1e-4;
/** So that a parameter the data say nothing about has a curvature. */
const GRAIN = 1e-3;

/**
 * Minus the second derivatives of a log-likelihood, by differences of its gradient; parameters held by their bounds get a
 * unit of their own. Null where the result is not positive definite, so far from an optimum.
 */
export function differenceCurvature(
  likelihood: Likelihood,
  { lower, upper }: ParameterBounds,
  point: Float64Array,
): Float64Array | null {
  const n = point.length;
  const here = new Float64Array(n);
  const there = new Float64Array(n);
  const curvature = new Float64Array(n * n);
  likelihood(point, here);
  for (let k = 0; k < n; k++) {
    if (lower[k] === upper[k]) {
      curvature[k * n + k] = 1;
      continue;
    }
    const moved = point.slice();
    const step = point[k]! + STEP > upper[k]! ? -STEP : STEP;
    moved[k] = point[k]! + step;
    likelihood(moved, there);
    for (let j = 0; j < n; j++)
      if (lower[j] !== upper[j]) curvature[k * n + j] = (here[j]! - there[j]!) / step;
  }
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < k; j++) {
      const mean = (curvature[k * n + j]! + curvature[j * n + k]!) / 2;
      curvature[k * n + j] = mean;
      curvature[j * n + k] = mean;
    }
    curvature[k * n + k] = curvature[k * n + k]! + GRAIN;
  }
  return choleskyFactor(curvature.slice(), n) < 0 ? curvature : null;
}

import { boundedQuasiNewton, choleskyFactor, symmetricInverse } from '../../stats/index.ts';
import type { LogPosterior } from './logPosterior.ts';

export interface Mode {
  readonly place: Float64Array;
  readonly height: number;
  /** Cholesky factor of the inverse of the negative curvature: u = place + factor · z is normal with z. */
  readonly factor: Float64Array;
}

/** The top of a posterior and its normal approximation there; null where no top with a full curvature is found. */
export function findMode(posterior: LogPosterior, start: Float64Array): Mode | null {
  const n = start.length;
  const limit = new Float64Array(n).fill(60);
  const { point } = boundedQuasiNewton(
    {
      lower: limit.map((value) => -value),
      upper: limit,
      evaluate: (u, gradient) => {
        const height = posterior.evaluate(u, gradient);
        for (let j = 0; j < n; j++) gradient[j]! *= -1;
        return -height;
      },
    },
    start,
    { curvature: curvatureAt(posterior, start, true), maximumIterations: 500 },
  );
  const factor = invertFactor(curvatureAt(posterior, point, false), n);
  if (!factor) return null;
  return { place: point, height: posterior.evaluate(point, null), factor };
}

/** Negative curvature by differences of the slope; `safe` raises the diagonal until it can be factored. */
function curvatureAt(posterior: LogPosterior, place: Float64Array, safe: boolean): Float64Array {
  const n = place.length;
  const curvature = new Float64Array(n * n);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  const h = 1e-4;
  for (let j = 0; j < n; j++) {
    const at = place.slice();
    at[j] = place[j]! + h;
    posterior.evaluate(at, above);
    at[j] = place[j]! - h;
    posterior.evaluate(at, below);
    for (let k = 0; k < n; k++) curvature[j * n + k] = -(above[k]! - below[k]!) / (2 * h);
  }
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const mean = (curvature[j * n + k]! + curvature[k * n + j]!) / 2;
      curvature[j * n + k] = curvature[k * n + j] = mean;
    }
  }
  for (
    let ridge = 1e-6;
    safe && choleskyFactor(curvature.slice(), n, 1e-9) >= 0 && ridge < 1e9;
    ridge *= 10
  ) {
    for (let j = 0; j < n; j++) curvature[j * n + j]! += ridge;
  }
  return curvature;
}

/** L of the inverse of a positive definite matrix, or null. */
function invertFactor(matrix: Float64Array, n: number): Float64Array | null {
  const inverse = symmetricInverse(matrix, n);
  return inverse && choleskyFactor(inverse, n) < 0 ? inverse : null;
}

import { choleskySolve } from './cholesky.ts';

/**
 * Smallest value of the quadratic g·d + d·B·d/2 with low ≤ d ≤ high (low ≤ 0 ≤ high): primal active set from d = 0.
 * Writes d and returns how far the quadratic falls below 0. Where B is not positive definite on the free
 * parameters, its diagonal is raised until it is. Source: nocedalWright2006 (algorithm 16.3).
 */
export function boxQuadratic(
  matrix: Float64Array,
  gradient: Float64Array,
  low: Float64Array,
  high: Float64Array,
  step: Float64Array,
): number {
  const n = gradient.length;
  step.fill(0);
  const slope = gradient.slice();
  const free: number[] = [];
  for (let i = 0; i < n; i++) {
    const pushesOut = gradient[i]! > 0 ? low[i]! >= 0 : high[i]! <= 0;
    if (!pushesOut && high[i]! > low[i]!) free.push(i);
  }
  const factor = new Float64Array(n * n);
  const move = new Float64Array(n);
  for (let round = 0; round < 6 * n + 6; round++) {
    newtonStep(matrix, slope, free, factor, move);
    let fraction = 1;
    let blocking = -1;
    for (let k = 0; k < free.length; k++) {
      const i = free[k]!;
      const room = move[k]! > 0 ? high[i]! - step[i]! : low[i]! - step[i]!;
      if (Math.abs(move[k]!) * fraction > Math.abs(room)) {
        fraction = Math.abs(room) / Math.abs(move[k]!);
        blocking = k;
      }
    }
    for (let k = 0; k < free.length; k++) {
      const i = free[k]!;
      if (k === blocking) step[i] = move[k]! > 0 ? high[i]! : low[i]!;
      else step[i] = step[i]! + fraction * move[k]!;
    }
    for (let i = 0; i < n; i++) {
      let sum = gradient[i]!;
      for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * step[j]!;
      slope[i] = sum;
    }
    if (blocking >= 0) {
      free.splice(blocking, 1);
      continue;
    }
    if (free.length === n) break;
    // At the minimum of the free parameters: release the bound that resists least, if any pushes inwards.
    let release = -1;
    let worst = 1e-14;
    for (let i = 0; i < n; i++) {
      if (free.includes(i) || high[i]! <= low[i]!) continue;
      const inwards = step[i]! <= low[i]! ? -slope[i]! : slope[i]!;
      if (inwards > worst * (1 + Math.abs(gradient[i]!))) {
        worst = inwards / (1 + Math.abs(gradient[i]!));
        release = i;
      }
    }
    if (release < 0) break;
    free.push(release);
    free.sort((p, q) => p - q);
  }
  let value = 0;
  for (let i = 0; i < n; i++) value += 0.5 * step[i]! * (gradient[i]! + slope[i]!);
  return -value;
}

/** move = −B⁻¹ slope on the free parameters, by Cholesky. */
function newtonStep(
  matrix: Float64Array,
  slope: Float64Array,
  free: readonly number[],
  factor: Float64Array,
  move: Float64Array,
): void {
  const n = slope.length;
  const m = free.length;
  let ridge = 0;
  for (let attempt = 0; attempt < 40; attempt++) {
    for (let k = 0; k < m; k++) {
      const row = free[k]! * n;
      for (let j = 0; j <= k; j++) factor[k * m + j] = matrix[row + free[j]!]!;
      move[k] = Math.abs(factor[k * m + k]!);
      factor[k * m + k]! += ridge;
    }
    // A pivot is measured against the diagonal without the ridge.
    if (cholesky(factor, m, move)) break;
    let trace = 0;
    for (const i of free) trace += Math.abs(matrix[i * n + i]!);
    ridge = ridge === 0 ? Math.max(1e-10 * trace, 1e-12) : 10 * ridge;
  }
  for (let k = 0; k < m; k++) move[k] = -slope[free[k]!]!;
  choleskySolve(factor, m, move);
}

/** Replaces the lower triangle by its factor; false where a pivot is not above 1e-14 of `diagonal`. */
function cholesky(matrix: Float64Array, m: number, diagonal: Float64Array): boolean {
  for (let k = 0, row = 0; k < m; k++, row += m) {
    for (let j = 0, other = 0; j <= k; j++, other += m) {
      let sum = matrix[row + j]!;
      let more = 0;
      let l = 0;
      // Two running sums, so that additions need not wait for each other; their order is fixed.
      for (; l + 1 < j; l += 2) {
        sum -= matrix[row + l]! * matrix[other + l]!;
        more -= matrix[row + l + 1]! * matrix[other + l + 1]!;
      }
      if (l < j) sum -= matrix[row + l]! * matrix[other + l]!;
      sum += more;
      if (j < k) matrix[row + j] = sum / matrix[other + j]!;
      else if (sum > 1e-14 * diagonal[k]! && sum > 0) matrix[row + k] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

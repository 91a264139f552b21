import type { BandedMatrix } from '../../stats/index.ts';

/**
 * The smooth wave before any data: AR(2) with double root phi = exp(−1/tau) and unit variance, z_0 ~ N(0, 1),
 * z_1 | z_0 ~ N(r z_0, 1 − r²) with r = 2phi/(1+phi²), then z_t = 2phi z_{t−1} − phi² z_{t−2} + e with
 * var e = (1−phi²)³/(1+phi²). Like a Matérn-3/2 process.
 */
export interface SmoothPrior {
  readonly lagOne: number;
  readonly first: number;
  readonly second: number;
  readonly varianceOne: number;
  readonly variance: number;
}

export function smoothPrior(tau: number): SmoothPrior {
  const phi = Math.exp(-1 / tau);
  const square = phi * phi;
  // 1 − phi² without cancellation for slow waves.
  const rest = -Math.expm1(-2 / tau);
  return {
    lagOne: (2 * phi) / (1 + square),
    first: 2 * phi,
    second: square,
    varianceOne: (rest / (1 + square)) ** 2,
    variance: rest ** 3 / (1 + square),
  };
}

/** Derivatives of the prior's numbers by log tau. */
export function smoothPriorSlopes(tau: number): SmoothPrior {
  const phi = Math.exp(-1 / tau);
  const square = phi * phi;
  const rest = -Math.expm1(-2 / tau);
  const byPhi = phi / tau;
  const sum = 1 + square;
  return {
    lagOne: (byPhi * 2 * rest) / sum ** 2,
    first: 2 * byPhi,
    second: 2 * phi * byPhi,
    varianceOne: (byPhi * -8 * phi * rest) / sum ** 3,
    variance: byPhi * ((-6 * phi * rest ** 2) / sum - (2 * phi * rest ** 3) / sum ** 2),
  };
}

/** Precision matrix Q of n steps, into a band of width 2. */
export function fillPrecision(prior: SmoothPrior, into: BandedMatrix): void {
  const { entries, order } = into;
  entries.fill(0);
  addRow(entries, 0, 1, 0, 0);
  if (order > 1) addRow(entries, 1, 1 / prior.varianceOne, -prior.lagOne, 0);
  const weight = 1 / prior.variance;
  for (let t = 2; t < order; t++) addRow(entries, t, weight, -prior.first, prior.second);
}

function addRow(entries: Float64Array, t: number, weight: number, one: number, two: number): void {
  const at = 3 * t;
  entries[at] = entries[at]! + weight;
  if (t < 1) return;
  entries[at + 1] = entries[at + 1]! + weight * one;
  entries[at - 3] = entries[at - 3]! + weight * one * one;
  if (t < 2) return;
  entries[at + 2] = entries[at + 2]! + weight * two;
  entries[at - 2] = entries[at - 2]! + weight * one * two;
  entries[at - 6] = entries[at - 6]! + weight * two * two;
}

/** z'Qz, and writes Qz; by residuals, so that slow waves keep their precision. */
export function priorQuadratic(prior: SmoothPrior, z: Float64Array, product: Float64Array): number {
  const { first, second, lagOne } = prior;
  const weight = 1 / prior.variance;
  let sum = 0;
  // Residuals, over their variances, of the steps t + 1 and t + 2.
  let one = 0;
  let two = 0;
  for (let t = z.length - 1; t > 1; t--) {
    const residual = z[t]! - first * z[t - 1]! + second * z[t - 2]!;
    const weighted = weight * residual;
    sum += residual * weighted;
    product[t] = weighted - first * one + second * two;
    two = one;
    one = weighted;
  }
  const start = z[0]!;
  if (z.length === 1) {
    product[0] = start;
    return start * start;
  }
  const residual = z[1]! - lagOne * start;
  const weighted = residual / prior.varianceOne;
  product[1] = weighted - first * one + second * two;
  product[0] = start - lagOne * weighted + second * one;
  return sum + residual * weighted + start * start;
}

/**
 * Derivatives by log tau, given the derivatives of the prior: (z'Qz)', and Σ of (Q')_{st} m_{st} for the symmetric
 * band m (a covariance), and x'Q'z.
 */
export function precisionSlopes(
  prior: SmoothPrior,
  slopes: SmoothPrior,
  z: Float64Array,
  x: Float64Array,
  m: BandedMatrix,
): { readonly quadratic: number; readonly trace: number; readonly cross: number } {
  const { entries } = m;
  const weightOne = 1 / prior.varianceOne;
  const weightLater = 1 / prior.variance;
  const shrinkOne = slopes.varianceOne * weightOne;
  const shrinkLater = slopes.variance * weightLater;
  let quadratic = 0;
  let trace = 0;
  let cross = 0;
  for (let t = 1; t < z.length; t++) {
    const early = t < 2;
    const one = early ? -prior.lagOne : -prior.first;
    const byOne = early ? -slopes.lagOne : -slopes.first;
    const two = early ? 0 : prior.second;
    const byTwo = early ? 0 : slopes.second;
    const weight = early ? weightOne : weightLater;
    const shrink = early ? shrinkOne : shrinkLater;
    const z2 = early ? 0 : z[t - 2]!;
    const x2 = early ? 0 : x[t - 2]!;
    const residual = z[t]! + one * z[t - 1]! + two * z2;
    const byResidual = byOne * z[t - 1]! + byTwo * z2;
    const residualX = x[t]! + one * x[t - 1]! + two * x2;
    const byResidualX = byOne * x[t - 1]! + byTwo * x2;
    quadratic += weight * residual * (2 * byResidual - shrink * residual);
    cross += weight * (residualX * byResidual + byResidualX * residual - shrink * residualX * residual);
    // E[residual²] and its derivative when (z_t, z_{t−1}, z_{t−2}) has the covariance m.
    const at = 3 * t;
    const m11 = entries[at - 3]!;
    const m01 = entries[at + 1]!;
    const m02 = early ? 0 : entries[at + 2]!;
    const m12 = early ? 0 : entries[at - 2]!;
    const m22 = early ? 0 : entries[at - 6]!;
    const mean =
      entries[at]! + one * one * m11 + two * two * m22 + 2 * (one * m01 + two * m02 + one * two * m12);
    const byMean =
      2 *
      (one * byOne * m11 + two * byTwo * m22 + byOne * m01 + byTwo * m02 + (byOne * two + one * byTwo) * m12);
    trace += weight * (byMean - shrink * mean);
  }
  return { quadratic, trace, cross };
}

/** log|Q| of n steps. */
export function logPrecision(prior: SmoothPrior, n: number): number {
  return -(n > 1 ? Math.log(prior.varianceOne) : 0) - Math.max(n - 2, 0) * Math.log(prior.variance);
}

/** Derivative of log|Q| by log tau. */
export function logPrecisionSlope(prior: SmoothPrior, slopes: SmoothPrior, n: number): number {
  const one = n > 1 ? slopes.varianceOne / prior.varianceOne : 0;
  return -one - (Math.max(n - 2, 0) * slopes.variance) / prior.variance;
}

import { choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { fillSlopes } from './estimatedDelays.ts';
import { meansAt } from './meansAt.ts';
import { packOnce } from './packDesign.ts';
import { sumColumns } from './sumColumns.ts';

/**
 * Standard errors that hold when days are not independent or the overdispersion is wrong: H⁻¹ S H⁻¹ with S the
 * Newey–West sum of the steps' gradients up to `lag` (at least the longest delay); masked steps count as zero.
 * Null for parameters at a bound. `only` names the parameters asked for (default all). Source: neweyWest1987.
 */
export function sandwichErrors(
  design: StreamDesign,
  fit: StreamFit,
  lag: number,
  only: readonly string[] = fit.names,
): Readonly<Record<string, number | null>> {
  const size = fit.names.length;
  const free = fit.names.map((_, j) => j).filter((j) => fit.standardErrors[fit.names[j]!] !== null);
  const n = free.length;
  const factor = new Float64Array(n * n);
  free.forEach((j, a) => free.forEach((k, b) => (factor[a * n + b] = fit.information[j * size + k]!)));
  const singular = choleskyFactor(factor, n) >= 0;
  const errors: Record<string, number | null> = Object.fromEntries(only.map((name) => [name, null]));
  if (singular) return errors;
  const gradients = stepGradients(design, fit);
  const row = new Float64Array(n);
  free.forEach((j, a) => {
    const name = fit.names[j]!;
    if (!only.includes(name)) return;
    row.fill(0);
    row[a] = 1;
    choleskySolve(factor, n, row);
    // One row of H⁻¹ times each step's gradient: the sandwich of one parameter needs only this series.
    const whole = new Float64Array(size + 1);
    free.forEach((k, b) => (whole[k] = row[b]!));
    errors[name] = Math.sqrt(Math.max(0, neweyWest(gradients(whole), lag)));
  });
  return errors;
}

/** Σ_j row_j times each step's slope by parameter j of the mean; 0 on masked steps. */
function stepGradients(design: StreamDesign, fit: StreamFit): (row: Float64Array) => Float64Array {
  const packed = packOnce(design);
  const size = fit.names.length;
  const theta = new Float64Array(size + 1);
  theta.set(fit.values);
  theta[size] = fit.psi > 0 ? Math.log(fit.psi) : 0;
  const { e, h, mu } = meansAt(packed, theta);
  fillSlopes(packed, theta);
  const { at, y, endemic, answers } = packed;
  const sum = new Float64Array(at.length);
  return (row) => {
    const influence = new Float64Array(design.counts.length);
    const add = (from: number, to: number, factor: Float64Array) => {
      sumColumns(packed, row, from, to, sum);
      addProducts(factor, sum, at, influence);
    };
    add(0, endemic, e);
    add(endemic, endemic + answers, h);
    add(endemic + answers, size, mu);
    weigh(y, mu, fit.psi, at, influence);
    return influence;
  };
}

// Loops in small functions: those that call them are then not worth optimising, which takes the engine longer than they run.

function addProducts(factor: Float64Array, sum: Float64Array, at: Int32Array, into: Float64Array): void {
  for (let i = 0; i < at.length; i++) into[at[i]!]! += factor[i]! * sum[i]!;
}

/** Times (y − mu)/(mu (1 + psi mu)). */
function weigh(y: Float64Array, mu: Float64Array, psi: number, at: Int32Array, into: Float64Array): void {
  for (let i = 0; i < at.length; i++) into[at[i]!]! *= (y[i]! - mu[i]!) / (mu[i]! * (1 + psi * mu[i]!));
}

/** Σ_t s_t² + 2 Σ_l (1 − l/(lag + 1)) Σ_t s_t s_{t−l}. */
function neweyWest(series: Float64Array, lag: number): number {
  let sum = 0;
  for (let l = 0; l <= lag; l++) {
    const weight = l === 0 ? 1 : 2 * (1 - l / (lag + 1));
    sum += weight * sumLagged(series, l);
  }
  return sum;
}

function sumLagged(series: Float64Array, lag: number): number {
  let products = 0;
  for (let t = lag; t < series.length; t++) products += series[t]! * series[t - lag]!;
  return products;
}

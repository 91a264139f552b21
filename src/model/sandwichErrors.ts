import { choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { fillSlopes } from './estimatedDelays.ts';
import { evaluate } from './likelihood.ts';
import { packDesign } from './packDesign.ts';

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
  const slopes = stepGradients(design, fit, free);
  const row = new Float64Array(n);
  const influence = new Float64Array(design.counts.length);
  free.forEach((j, a) => {
    const name = fit.names[j]!;
    if (!only.includes(name)) return;
    row.fill(0);
    row[a] = 1;
    choleskySolve(factor, n, row);
    // One row of H⁻¹ times each step's gradient: the sandwich of one parameter needs only this series.
    for (let t = 0; t < influence.length; t++) {
      let sum = 0;
      for (let b = 0; b < n; b++) sum += row[b]! * slopes[t * n + b]!;
      influence[t] = sum;
    }
    errors[name] = Math.sqrt(Math.max(0, neweyWest(influence, lag)));
  });
  return errors;
}

/** Gradient of each step's log-likelihood by the free mean parameters, row by row; 0 on masked steps. */
function stepGradients(design: StreamDesign, fit: StreamFit, free: readonly number[]): Float64Array {
  const packed = packDesign(design);
  const size = fit.names.length;
  const theta = new Float64Array(size + 1);
  theta.set(fit.values);
  theta[size] = fit.psi > 0 ? Math.log(fit.psi) : 0;
  evaluate(packed, theta);
  fillSlopes(packed, theta);
  const { at, y, e, h, mu, columns, endemic, answers } = packed;
  const slopes = new Float64Array(design.counts.length * free.length);
  at.forEach((t, i) => {
    const slope = (y[i]! - mu[i]!) / (mu[i]! * (1 + fit.psi * mu[i]!));
    free.forEach((j, a) => {
      const answered = j < endemic + answers ? h[i]! : mu[i]!;
      slopes[t * free.length + a] = slope * columns[j]![i]! * (j < endemic ? e[i]! : answered);
    });
  });
  return slopes;
}

/** Σ_t s_t² + 2 Σ_l (1 − l/(lag + 1)) Σ_t s_t s_{t−l}. */
function neweyWest(series: Float64Array, lag: number): number {
  let sum = 0;
  for (let l = 0; l <= lag; l++) {
    const weight = l === 0 ? 1 : 2 * (1 - l / (lag + 1));
    let products = 0;
    for (let t = l; t < series.length; t++) products += series[t]! * series[t - l]!;
    sum += weight * products;
  }
  return sum;
}

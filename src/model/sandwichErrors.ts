import { choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { evaluate, packDesign } from './likelihood.ts';

/**
 * Standard errors that hold when days are not independent or the overdispersion is wrong: H⁻¹ S H⁻¹ with S the
 * Newey–West sum of the steps' gradients up to `lag` (at least the longest delay); masked steps count as zero.
 * Null for parameters at a bound. Source: neweyWest1987.
 */
export function sandwichErrors(
  design: StreamDesign,
  fit: StreamFit,
  lag: number,
): Readonly<Record<string, number | null>> {
  const size = fit.names.length;
  const free = fit.names.map((_, j) => j).filter((j) => fit.standardErrors[fit.names[j]!] !== null);
  const n = free.length;
  const slopes = stepGradients(design, fit, free);
  const meat = neweyWest(slopes, n, lag);
  const factor = new Float64Array(n * n);
  free.forEach((j, a) => free.forEach((k, b) => (factor[a * n + b] = fit.information[j * size + k]!)));
  const singular = choleskyFactor(factor, n) >= 0;
  const errors: Record<string, number | null> = Object.fromEntries(fit.names.map((name) => [name, null]));
  const unit = new Float64Array(n);
  for (let a = 0; a < n && !singular; a++) {
    unit.fill(0);
    unit[a] = 1;
    choleskySolve(factor, n, unit);
    let variance = 0;
    for (let b = 0; b < n; b++)
      for (let c = 0; c < n; c++) variance += unit[b]! * meat[b * n + c]! * unit[c]!;
    errors[fit.names[free[a]!]!] = Math.sqrt(Math.max(0, variance));
  }
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

/** Σ_t s sᵀ + Σ_l (1 − l/(lag + 1)) Σ_t (s_t s_{t−l}ᵀ + its transpose). */
function neweyWest(slopes: Float64Array, n: number, lag: number): Float64Array {
  const meat = new Float64Array(n * n);
  const steps = slopes.length / n;
  for (let l = 0; l <= lag; l++) {
    const weight = l === 0 ? 0.5 : 1 - l / (lag + 1);
    for (let t = l; t < steps; t++) {
      for (let a = 0; a < n; a++) {
        const here = weight * slopes[t * n + a]!;
        if (here === 0) continue;
        for (let b = 0; b < n; b++) {
          const product = here * slopes[(t - l) * n + b]!;
          meat[a * n + b]! += product;
          meat[b * n + a]! += product;
        }
      }
    }
  }
  return meat;
}

import { fitGeneralisedPareto } from './fitGeneralisedPareto.ts';

export interface SmoothedWeights {
  /** Sum to 1, in the order given. */
  readonly weights: Float64Array;
  /** k-hat: below 0.7 the importance sample can be trusted; NaN where there is no tail to judge by. */
  readonly shape: number;
  /** 1/Σ w²: draws of the target that the sample is worth. */
  readonly effectiveSize: number;
}

/**
 * Importance weights from the logarithms of target over proposal, the largest of them replaced by quantiles of a
 * generalised Pareto distribution fitted to the tail. Sources: vehtari2024.
 */
export function paretoSmoothedWeights(logRatios: Float64Array): SmoothedWeights {
  const n = logRatios.length;
  const highest = logRatios.reduce((most, value) => Math.max(most, value), -Infinity);
  const weights = logRatios.map((value) => Math.exp(value - highest));
  const order = Array.from(logRatios.keys()).sort((a, b) => logRatios[a]! - logRatios[b]! || a - b);
  const tail = Math.min(Math.floor(0.2 * n), Math.ceil(3 * Math.sqrt(n)));
  const cut = weights[order[n - tail - 1] ?? 0] ?? 0;
  const members = order.slice(n - tail);
  const { shape, scale } = fitGeneralisedPareto(Float64Array.from(members, (i) => weights[i]! - cut));
  if (Number.isFinite(shape)) {
    members.forEach((i, rank) => {
      const p = (rank + 0.5) / tail;
      const excess = Math.abs(shape) < 1e-12 ? -Math.log1p(-p) : Math.expm1(-shape * Math.log1p(-p)) / shape;
      weights[i] = Math.min(1, cut + scale * excess);
    });
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    weights[i]! /= total;
    squares += weights[i]! ** 2;
  }
  return { weights, shape, effectiveSize: 1 / squares };
}

import type { ParameterSummary } from './posterior.ts';

/**
 * Mean, deviation and central intervals of draws with weights that sum to 1; `effectiveSize` draws stand behind the mean.
 * A quantile is the first draw at which the sum of the weights below reaches its share.
 */
export function summariseDraws(
  draws: Float64Array,
  weights: Float64Array,
  effectiveSize: number,
): ParameterSummary {
  let mean = 0;
  draws.forEach((value, s) => (mean += weights[s]! * value));
  let variance = 0;
  draws.forEach((value, s) => (variance += weights[s]! * (value - mean) ** 2));
  const deviation = Math.sqrt(variance);
  const order = Uint32Array.from(draws.keys()).sort((a, b) => draws[a]! - draws[b]! || a - b);
  const below = new Float64Array(order.length);
  let sum = 0;
  order.forEach((s, rank) => (below[rank] = sum += weights[s]!));
  const quantile = (share: number) => {
    let low = 0;
    let high = order.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (below[middle]! < share) low = middle + 1;
      else high = middle;
    }
    return draws[order[low]!]!;
  };
  const central = (share: number) => [quantile((1 - share) / 2), quantile((1 + share) / 2)] as const;
  return {
    mean,
    deviation,
    median: quantile(0.5),
    intervals: { '50': central(0.5), '80': central(0.8), '90': central(0.9), '95': central(0.95) },
    meanError: deviation / Math.sqrt(effectiveSize),
  };
}

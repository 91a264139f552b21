import { choleskyFactor } from '../../stats/index.ts';

/** Scaled coordinates: u = centre + factor · z, factor lower triangular. */
export interface Scale {
  readonly centre: Float64Array;
  readonly factor: Float64Array;
}

/**
 * The covariance of a window of draws as the new scale, drawn towards the old one as if by so many draws as there are
 * parameters and five more. The old scale where the window is too short or the covariance cannot be factored.
 */
export function adaptScale(old: Scale, window: readonly Float64Array[]): Scale {
  const n = old.centre.length;
  const draws = window.length;
  if (draws < 10) return old;
  const mean = new Float64Array(n);
  for (const place of window) for (let i = 0; i < n; i++) mean[i]! += place[i]! / draws;
  const prior = n + 5;
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let known = 0;
      for (let k = 0; k <= j; k++) known += old.factor[i * n + k]! * old.factor[j * n + k]!;
      let sum = 0;
      for (const place of window) sum += (place[i]! - mean[i]!) * (place[j]! - mean[j]!);
      covariance[i * n + j] = covariance[j * n + i] = (sum + prior * known) / (draws + prior);
    }
  }
  return choleskyFactor(covariance, n) >= 0 ? old : { centre: mean, factor: covariance };
}

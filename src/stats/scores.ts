import { negativeBinomialCdf, negativeBinomialLogPmf } from './negativeBinomial.ts';

/** Logarithmic score of a count forecast, lower is better: −ln f(y). */
export function logScore(y: number, mean: number, psi: number): number {
  return -negativeBinomialLogPmf(y, mean, psi);
}

/** Dawid–Sebastiani score: ((y − mean)/sd)² + 2 ln sd, with sd² = mean + psi·mean². */
export function dawidSebastianiScore(y: number, mean: number, psi: number): number {
  const variance = mean + psi * mean * mean;
  return (y - mean) ** 2 / variance + Math.log(variance);
}

/** Squared error of the mean. */
export function squaredErrorScore(y: number, mean: number): number {
  return (y - mean) ** 2;
}

/**
 * Ranked probability score, lower is better: Σ_k (P(Y ≤ k) − 1{y ≤ k})². The sum runs until the rest is below 1e-16.
 * Source: czadoGneitingHeld2009.
 */
export function rankedProbabilityScore(y: number, mean: number, psi: number): number {
  let sum = 0;
  let cdf = 0;
  let mass = Math.exp(negativeBinomialLogPmf(0, mean, psi));
  let sinceRefresh = 0;
  for (let k = 0; ; k++) {
    cdf += mass;
    const gap = cdf - (y <= k ? 1 : 0);
    sum += gap * gap;
    if (k > y && k > mean && (mass < 1e-18 || 1 - cdf < 1e-12)) break;
    // f(k+1)/f(k) = (1 + psi k) mean / ((k + 1)(1 + psi mean)); renewed now and then so that errors do not add up.
    mass *= ((1 + psi * k) * mean) / ((k + 1) * (1 + psi * mean));
    if (++sinceRefresh === 64 || mass === 0) {
      sinceRefresh = 0;
      mass = Math.exp(negativeBinomialLogPmf(k + 1, mean, psi));
      cdf = negativeBinomialCdf(k, mean, psi);
    }
  }
  return sum;
}

/** Where the observed count falls in its forecast: P(Y < y) and P(Y ≤ y), the bounds of its PIT value. */
export function pitBounds(y: number, mean: number, psi: number): { lower: number; upper: number } {
  return {
    lower: y > 0 ? negativeBinomialCdf(y - 1, mean, psi) : 0,
    upper: negativeBinomialCdf(y, mean, psi),
  };
}

import { regularisedGammaP, regularisedGammaQ } from './incompleteGamma.ts';
import { logFactorial } from './logFactorial.ts';

/** Log-probability of y events when `mean` are expected: y ln mean − mean − ln y!; −∞ where impossible. */
export function poissonLogPmf(y: number, mean: number): number {
  if (y < 0) return -Infinity;
  if (mean === 0) return y === 0 ? 0 : -Infinity;
  return (y === 0 ? 0 : y * Math.log(mean)) - mean - logFactorial(y);
}

/** Probability of at most y events: Q(⌊y⌋ + 1, mean). */
export function poissonCdf(y: number, mean: number): number {
  if (y < 0) return 0;
  return mean === 0 ? 1 : regularisedGammaQ(Math.floor(y) + 1, mean);
}

/** Probability of at least y events, accurate in the far tail. */
export function poissonUpperTail(y: number, mean: number): number {
  if (y <= 0) return 1;
  return mean === 0 ? 0 : regularisedGammaP(Math.ceil(y), mean);
}

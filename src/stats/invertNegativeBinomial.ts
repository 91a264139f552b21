import { negativeBinomialQuantile } from './negativeBinomial.ts';

/** Above this mean the search from 0 upwards is slower than halving the distribution function. */
const SEARCH_UP_TO = 1000;
const LEAST_MASS = 1e-280;

/**
 * The NB2 count at a share u ∈ [0, 1) of its distribution: smallest y with P(Y ≤ y) > u. One uniform number gives one count,
 * and a larger mean never a smaller one, so that paths with common random numbers stay close. psi = 0 is Poisson. Throws on
 * means that are negative or not finite.
 */
export function invertNegativeBinomial(u: number, mean: number, psi: number): number {
  if (!(mean >= 0 && mean < 1e15)) throw new Error(`invertNegativeBinomial: no count of mean ${mean}`);
  const excess = psi * mean;
  // log1p is three times as slow as log, and only needed where the sum loses digits.
  const logs = excess > 0.01 ? Math.log(1 + excess) : Math.log1p(excess);
  const start = Math.exp(psi > 0 ? -logs / psi : -mean);
  if (u < start) return 0;
  if (mean > SEARCH_UP_TO || start < LEAST_MASS) return negativeBinomialQuantile(u, mean, psi);
  const ratio = mean / (1 + excess);
  const rise = psi * ratio;
  let mass = start;
  let reached = start;
  for (let y = 1; ; y++) {
    mass *= (ratio + rise * (y - 1)) / y;
    reached += mass;
    // Where the sum stops growing below u, rounding hides the rest of the tail.
    if (u < reached || (y > mean && mass < 1e-18)) return y;
  }
}

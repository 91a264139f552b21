import { regularisedBeta } from './incompleteBeta.ts';
import { logFactorial } from './logFactorial.ts';
import { stirlingCorrection } from './logGamma.ts';
import { poissonCdf, poissonLogPmf } from './poisson.ts';

/** Above this count the sum of logarithms is replaced by Stirling's series, which is exact there. */
const SUM_UP_TO = 40;

/**
 * Logarithm of Γ(y + s)/Γ(s) · psi^y with s = 1/psi, that is Σ_{j<y} ln(1 + psi·j); 0 for psi = 0.
 * Written so that nothing cancels as psi → 0. `y` need not be a whole number.
 */
export function logRisingFactor(y: number, psi: number): number {
  if (y === 0 || psi === 0) return 0;
  if (y <= SUM_UP_TO && Number.isInteger(y)) {
    let sum = 0;
    for (let j = 1; j < y; j++) sum += Math.log1p(psi * j);
    return sum;
  }
  // Shift both gamma functions up until Stirling's series holds.
  let size = 1 / psi;
  let shift = 0;
  while (size < 10) {
    shift -= Math.log((size + y) / size);
    size += 1;
  }
  const growth = Math.log1p(y / size);
  const ratio =
    (size - 0.5) * growth +
    y * (Math.log(size) + growth) -
    y +
    stirlingCorrection(size + y) -
    stirlingCorrection(size);
  return shift + ratio + y * Math.log(psi);
}

/**
 * Log-probability of y events when `mean` are expected and Var = mean + psi·mean² (NB2); psi = 0 is Poisson.
 * ln f = Σ_{j<y} ln(1 + psi j) − ln y! + y ln mean − (y + 1/psi) ln(1 + psi·mean); −∞ where impossible.
 */
export function negativeBinomialLogPmf(y: number, mean: number, psi: number): number {
  if (psi === 0) return poissonLogPmf(y, mean);
  if (y < 0) return -Infinity;
  if (mean === 0) return y === 0 ? 0 : -Infinity;
  const tail = (y + 1 / psi) * Math.log1p(psi * mean);
  return y === 0 ? -tail : logRisingFactor(y, psi) - logFactorial(y) + y * Math.log(mean) - tail;
}

/** Probability of at most y events: I_{s/(s+mean)}(s, ⌊y⌋ + 1) with s = 1/psi. */
export function negativeBinomialCdf(y: number, mean: number, psi: number): number {
  if (psi === 0) return poissonCdf(y, mean);
  if (y < 0) return 0;
  if (mean === 0) return 1;
  return regularisedBeta(1 / (1 + psi * mean), 1 / psi, Math.floor(y) + 1);
}

/** Smallest y with P(Y ≤ y) ≥ probability, for 0 ≤ probability < 1 (infinite at 1). */
export function negativeBinomialQuantile(probability: number, mean: number, psi: number): number {
  if (!(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 1) return Infinity;
  let above = Math.max(1, Math.ceil(mean));
  while (negativeBinomialCdf(above, mean, psi) < probability) above *= 2;
  let below = -1;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (negativeBinomialCdf(middle, mean, psi) >= probability) above = middle;
    else below = middle;
  }
  return above;
}

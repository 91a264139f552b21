import { logGamma } from './logGamma.ts';

const TINY = 1e-300;
const LIMIT = 100_000;

/**
 * Regularised incomplete beta function I_x(a, b): the beta distribution's probability below x.
 * NaN unless a, b > 0 and 0 ≤ x ≤ 1. Source: abramowitzStegun1964 26.5.8.
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) return NaN;
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only on the near side of the mean; use the symmetry on the other.
  return x < (a + 1) / (a + b + 2)
    ? Math.min(1, (front * fraction(x, a, b)) / a)
    : Math.max(0, 1 - (front * fraction(1 - x, b, a)) / b);
}

/** Smallest x with I_x(a, b) ≥ probability, by bisection to the last bits. */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1)) return NaN;
  let below = 0;
  let above = 1;
  for (let step = 0; step < 200 && above - below > 1e-16 * above; step++) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (regularisedBeta(middle, a, b) >= probability) above = middle;
    else below = middle;
  }
  return above;
}

/** Lentz's algorithm for the continued fraction. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < LIMIT; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

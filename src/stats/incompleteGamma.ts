import { digamma } from './digamma.ts';
import { logGamma } from './logGamma.ts';

const TINY = 1e-300;
const LIMIT = 100_000;

/**
 * Regularised lower incomplete gamma function P(a, x): the gamma distribution's probability below x at shape a, rate 1.
 * Series for x < a + 1, continued fraction above. NaN for a ≤ 0 or x < 0. Source: abramowitzStegun1964 6.5.
 */
export function regularisedGammaP(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), accurate where it is small. */
export function regularisedGammaQ(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/**
 * ∂P(a, x)/∂a: how the gamma distribution's probability below x changes with its shape.
 * Σ_n p_n (ln x − ψ(a + n + 1)) with p_n = x^(a+n) e^(−x) / Γ(a + n + 1).
 */
export function regularisedGammaPByShape(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return NaN;
  if (x === 0) return 0;
  const logX = Math.log(x);
  let psi = digamma(a + 1);
  let logTerm = a * logX - x - logGamma(a + 1);
  let sum = 0;
  for (let n = 0; n < LIMIT; n++) {
    const term = Math.exp(logTerm);
    sum += term * (logX - psi);
    if (n > x && term * Math.abs(logX - psi) < 1e-18) break;
    psi += 1 / (a + n + 1);
    logTerm += logX - Math.log(a + n + 1);
  }
  return sum;
}

function factor(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < LIMIT; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return Math.min(1, sum * factor(a, x));
}

/** Lentz's algorithm for the continued fraction of Q. */
function upperFraction(a: number, x: number): number {
  if (x === Infinity) return 0;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < LIMIT; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return Math.min(1, fraction * factor(a, x));
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

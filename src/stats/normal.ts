import { regularisedGammaP, regularisedGammaQ } from './incompleteGamma.ts';

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Standard normal probability below z, accurate in both tails: ½ Q(½, z²/2) for z < 0. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const square = 0.5 * z * z;
  return z < 0 ? 0.5 * regularisedGammaQ(0.5, square) : 0.5 + 0.5 * regularisedGammaP(0.5, square);
}

/** Standard normal probability above z. */
export function normalUpperTail(z: number): number {
  return normalCdf(-z);
}

/** z with Φ(z) = probability; ±∞ at 0 and 1, NaN outside. Rational start, then Newton steps on the accurate Φ. */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 0 || probability === 1) return probability === 0 ? -Infinity : Infinity;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let z = roughQuantile(probability);
  for (let step = 0; step < 4; step++) {
    // Newton on ln Φ, which is concave: it converges from any start in the lower tail.
    const below = normalCdf(z);
    const change = (Math.log(below / probability) * below) / normalDensity(z);
    z -= change;
    if (Math.abs(change) < 1e-15 * Math.abs(z)) break;
  }
  return z;
}

/** Good to 4.5e-4 for 0 < probability ≤ ½. Source: abramowitzStegun1964 26.2.23. */
function roughQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  return (
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  );
}

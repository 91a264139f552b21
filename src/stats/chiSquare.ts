import { regularisedGammaP, regularisedGammaQ } from './incompleteGamma.ts';
import { normalQuantile } from './normal.ts';

/** Probability that a chi-square variable stays below x: P(df/2, x/2). */
export function chiSquareCdf(x: number, degrees: number): number {
  return x <= 0 ? 0 : regularisedGammaP(degrees / 2, x / 2);
}

/** Probability that a chi-square variable exceeds x, accurate where it is small. */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return x <= 0 ? 1 : regularisedGammaQ(degrees / 2, x / 2);
}

/** x below which a chi-square variable stays with the given probability; 0 at 0, ∞ at 1, NaN outside. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  if (!(probability >= 0 && probability <= 1) || !(degrees > 0)) return NaN;
  if (probability === 0 || probability === 1) return probability === 0 ? 0 : Infinity;
  if (degrees === 1) return normalQuantile((1 - probability) / 2) ** 2;
  let below = 0;
  let above = Math.max(1, degrees);
  while (chiSquareUpperTail(above, degrees) > 1 - probability) above *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (chiSquareUpperTail(middle, degrees) > 1 - probability) below = middle;
    else above = middle;
  }
  return above;
}

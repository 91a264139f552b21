import { betaQuantile } from './incompleteBeta.ts';

/**
 * t with P(T ≤ t) = probability for Student's t with `degrees` > 0 degrees of freedom, from T²/(degrees + T²) ~
 * Beta(½, degrees/2). NaN outside 0 < probability < 1.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(degrees > 0) || !(probability > 0 && probability < 1)) return NaN;
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  if (probability === 0.5) return 0;
  // The complement keeps its digits where T² is large: degrees/(degrees + T²) ~ Beta(degrees/2, ½).
  const rest = betaQuantile(2 * (1 - probability), degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - rest)) / rest);
}

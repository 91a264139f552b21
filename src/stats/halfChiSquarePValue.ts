import { chiSquareUpperTail } from './chiSquare.ts';

/**
 * p-value of a likelihood ratio when one tested parameter lies on its boundary under the null (rho = 0): half of the
 * probability of χ²₁ beyond it, and 1 where the data lean against the effect. Source: selfLiang1987.
 */
export function halfChiSquarePValue(likelihoodRatio: number): number {
  return likelihoodRatio <= 0 ? 1 : 0.5 * chiSquareUpperTail(likelihoodRatio, 1);
}

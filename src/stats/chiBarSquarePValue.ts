import { chiSquareUpperTail } from './chiSquare.ts';

/** One parameter on its boundary and one free: the even mixture of χ²₁ and χ²₂. Source: selfLiang1987. */
export function chiBarSquarePValue(likelihoodRatio: number): number {
  return 0.5 * chiSquareUpperTail(likelihoodRatio, 1) + 0.5 * chiSquareUpperTail(likelihoodRatio, 2);
}

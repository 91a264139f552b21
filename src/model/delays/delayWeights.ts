import type { DelayChoice, DelayFamily } from './delayFamily.ts';
import { gamma } from './gamma.ts';
import { geometric } from './geometric.ts';
import { logNormal } from './logNormal.ts';
import { poisson } from './poisson.ts';
import { step } from './step.ts';
import { uniform } from './uniform.ts';

/** Every family that a claim may assume, by name. */
export const DELAY_FAMILIES: readonly DelayFamily[] = [geometric, uniform, logNormal, gamma, poisson, step];

/**
 * How answers spread over the lags of a window: weights that sum to 1, the first at lag `from`.
 * g(d) = w(d) / Σ w over from…to. Throws on an unknown family or parameters outside its range.
 */
export function delayWeights(choice: DelayChoice): Float64Array {
  const { family, weights } = start(choice);
  family.fill(choice.parameters, choice.from, weights, null);
  const sum = total(weights, choice);
  for (let d = 0; d < weights.length; d++) weights[d]! /= sum;
  return weights;
}

/** Derivatives of the normalised weights, one array for each parameter: (w' − g Σ w') / Σ w. */
export function delayWeightDerivatives(choice: DelayChoice): Float64Array[] {
  const { family, weights } = start(choice);
  const derivatives = choice.parameters.map(() => new Float64Array(weights.length));
  family.fill(choice.parameters, choice.from, weights, derivatives);
  const sum = total(weights, choice);
  for (const derivative of derivatives) {
    const change = derivative.reduce((all, value) => all + value, 0);
    for (let d = 0; d < weights.length; d++)
      derivative[d] = (derivative[d]! - (weights[d]! / sum) * change) / sum;
  }
  return derivatives;
}

/** The family of that name. Throws where there is none. */
export function findDelayFamily(wanted: string): DelayFamily {
  const family = DELAY_FAMILIES.find(({ name }) => name === wanted);
  if (!family) throw new Error(`there is no delay family "${wanted}"`);
  return family;
}

function start(choice: DelayChoice): { family: DelayFamily; weights: Float64Array } {
  const { parameters, from, to } = choice;
  const family = findDelayFamily(choice.family);
  const problem = family.check(parameters);
  if (problem) throw new Error(`the ${family.name} delay takes ${problem}, got [${parameters.join(', ')}]`);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from) {
    throw new Error(`a delay needs whole lags 1 ≤ from ≤ to, got ${from} to ${to}`);
  }
  return { family, weights: new Float64Array(to - from + 1) };
}

function total(weights: Float64Array, choice: DelayChoice): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum > 0) return sum;
  throw new Error(`the ${choice.family} delay has no mass on lags ${choice.from} to ${choice.to}`);
}

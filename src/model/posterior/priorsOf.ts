import { delayParameters } from '../delayParameters.ts';
import type { StreamDesign } from '../design.ts';

/**
 * What is believed of one parameter before the counts. `half normal` and `exponential` live above 0, `negative half
 * normal` below: a deterrence gamma that can only lower the rate.
 */
export type Prior =
  | { readonly of: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly of: 'half normal' | 'negative half normal'; readonly deviation: number }
  | { readonly of: 'exponential'; readonly rate: number };

const normal = (mean: number, deviation: number): Prior => ({ of: 'normal', mean, deviation });

const DELAY_PRIORS: Readonly<Record<string, Prior>> = {
  'logit p': normal(-0.5, 1),
  m: normal(1, 0.7),
  'ln s': normal(-0.5, 0.5),
  'ln shape': normal(1, 0.7),
  'ln rate': normal(-0.5, 0.7),
  'ln mean': normal(1, 0.7),
};

/**
 * Priors of every parameter by name, `psi` last: constant endemic columns N(−1, 1.5), others N(0, 0.5); penalised ones
 * N(0, 1/√λ); rho half-N(0, 0.5); delays on the scale they are estimated on; gamma N(0, 1); psi Exp(1). `changed`
 * replaces those it names. Throws on a name that the design does not have, and where a prior has another range than its
 * parameter: rho and psi live above 0.
 */
export function priorsOf(
  design: StreamDesign,
  smoothing: Readonly<Record<string, number>>,
  changed: Readonly<Record<string, Prior>> = {},
): Map<string, Prior> {
  const priors = new Map<string, Prior>();
  for (const { name, values, penaltyGroup } of design.endemic) {
    const lambda = penaltyGroup === undefined ? undefined : smoothing[penaltyGroup];
    const isConstant = values.every((value) => value === values[0]);
    const free = isConstant ? normal(-1, 1.5) : normal(0, 0.5);
    priors.set(name, lambda === undefined ? free : normal(0, 1 / Math.sqrt(lambda)));
  }
  for (const { name } of design.answers) priors.set(name, { of: 'half normal', deviation: 0.5 });
  for (const { name, scale } of delayParameters(design.answers))
    priors.set(name, DELAY_PRIORS[scale.name] ?? normal(0, 1));
  for (const { name } of design.modifiers) priors.set(name, normal(0, 1));
  if (design.family === 'NB2') priors.set('psi', { of: 'exponential', rate: 1 });
  const positive = new Set([...design.answers.map(({ name }) => name), 'psi']);
  for (const [name, prior] of Object.entries(changed)) {
    if (!priors.has(name)) throw new Error(`the design has no parameter "${name}"`);
    const isPositive = prior.of === 'half normal' || prior.of === 'exponential';
    if (positive.has(name) !== isPositive) throw new Error(`"${name}" cannot have a ${prior.of} prior`);
    priors.set(name, prior);
  }
  return priors;
}

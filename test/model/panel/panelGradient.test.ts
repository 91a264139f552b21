/** The gradient of every term, part, weight and delay is the numeric one; so is the information. */
import { describe, expect, it } from 'vitest';
import { evaluatePanel, simulateCounts, type PanelData, type PanelPlan } from '../../../src/model/index.ts';

const next = { family: 'uniform', parameters: [], from: 1, to: 1 };
const units = ['a', 'b', 'c', 'd'];
const made = simulateCounts(
  {
    steps: 80,
    streams: units.map((name, k) => ({ name, logRate: 0.2 * k, psi: 0.4 })),
    rules: units.map((name, k) => ({ from: name, to: units[(k + 1) % 4]!, rho: 0.3, delay: next })),
  },
  3,
);
const counts = units.map((unit) => made[unit]!.slice());
counts[2]![30] = NaN;
const data: PanelData = {
  units,
  counts,
  covariates: {
    people: units.map((_, k) => Float64Array.from({ length: 80 }, (__, t) => 1 + k / 2 + t / 100)),
    share: units.map((_, k) => Float64Array.from({ length: 80 }, (__, t) => 0.6 + 0.1 * ((t + k) % 4))),
    window: units.map(() => Float64Array.from({ length: 80 }, (_, t) => Number(t > 40))),
  },
  weights: {
    orders: units.map((_, i) => units.map((__, j) => Math.abs(i - j))),
    given: units.map((_, i) => units.map((__, j) => (i === j ? 0 : 0.5 + i + j))),
  },
};
const one = { value: { of: 'one' } } as const;
const each = { ...one, perUnit: true } as const;
const season = { value: { of: 'season', period: 12, harmonics: 1 } } as const;
const delay = (family: 'geometric' | 'poisson' | 'gamma' | 'log-normal' | 'step', parameters: number[]) =>
  ({ family, parameters, from: 1, to: 4, estimated: true }) as const;
const endemic = {
  terms: [each, { value: { of: 'row', origin: 40, per: 20, power: 2 } }, season],
  offset: 'people',
} as const;

const plans: Readonly<Record<string, PanelPlan>> = {
  'rules, windows, modifiers, coverage': {
    family: 'NegBinM',
    own: { terms: [one] },
    endemic,
    rules: [
      { name: 'a to b', from: 'a', to: 'b', delay: delay('geometric', [0.4]) },
      { name: 'c to b', from: 'c', to: 'b', lag: 3, offset: 'window' },
      {
        name: 'b to b',
        from: 'b',
        to: 'b',
        terms: [{ ...one, name: 'again' }, { value: { of: 'covariate', covariate: 'share' } }],
      },
    ],
    modifiers: [
      { name: 'truce', value: { of: 'rows', first: 20, last: 35 } },
      { name: 'fall', value: { of: 'covariate', covariate: 'window' }, perUnit: ['b', 'c'] },
      { name: 'known', value: { of: 'row', per: 100 }, fixed: -0.5 },
    ],
    coverage: 'share',
  },
  'power law with a delay of its own': {
    family: 'NegBin1',
    neighbours: {
      terms: [one, season],
      delay: delay('gamma', [2, 0.8]),
      weights: {
        matrix: 'orders',
        normalised: true,
        powerLaw: { decay: 1.3, estimated: true, maximumOrder: 2 },
      },
    },
    endemic,
  },
  'orders and a scale, two neighbours': {
    family: 'Poisson',
    neighbours: [
      {
        terms: [one],
        delay: delay('log-normal', [0.5, 0.8]),
        weights: {
          matrix: 'orders',
          scale: 'given',
          normalised: true,
          byOrder: { logWeights: [-0.4, -1], estimated: true },
        },
      },
      {
        name: 'far',
        terms: [one],
        weights: {
          matrix: 'orders',
          powerLaw: { decay: 2, estimated: true, logarithm: true, fromZero: true },
        },
      },
    ],
    endemic: { terms: [one] },
  },
  'a delay that parts share': {
    family: 'NegBinM',
    overdispersionGroups: { a: 'north', b: 'north' },
    own: { terms: [each], delay: 'both' },
    neighbours: { terms: [one], delay: 'both', weights: 'given' },
    endemic,
    delays: { both: delay('step', [0.5, 0.3, 0.2]) },
  },
  'Poisson lags': {
    family: 'NegBin1',
    own: { terms: [one], delay: delay('poisson', [1.2]) },
    endemic: { terms: [one, { value: { of: 'logarithm', covariate: 'people' } }] },
  },
};

function evaluate(plan: PanelPlan, at: Record<string, number>) {
  const point = evaluatePanel(plan, data, at);
  if (point.kind === 'problem') throw new Error(point.message);
  return point;
}

/** Asks for the names by giving none. */
function namesOf(plan: PanelPlan): string[] {
  const point = evaluatePanel(plan, data, { nobody: 0 });
  if (point.kind !== 'problem') throw new Error('an unknown name was accepted');
  return listed(plan);
}

function listed(plan: PanelPlan): string[] {
  let stated: Record<string, number> = {};
  for (let round = 0; round < 60; round++) {
    const point = evaluatePanel(plan, data, stated);
    if (point.kind !== 'problem') return [...point.names];
    const missing = /^No value is given for (.*)\.$/.exec(point.message)![1]!.replace(', …', '').split(', ');
    stated = { ...stated, ...Object.fromEntries(missing.map((name) => [name, 0])) };
  }
  throw new Error('the names do not end');
}

describe('gradient and information of a panel', () => {
  it.each(Object.entries(plans))('%s', (_, plan) => {
    const names = namesOf(plan);
    const theta = Object.fromEntries(names.map((name, j) => [name, 0.3 * Math.sin(j + 1)]));
    const point = evaluate(plan, theta);
    expect(point.logLikelihood).toBeLessThan(0);
    const step = 1e-5;
    names.forEach((name, j) => {
      const [above, below] = [step, -step].map((by) =>
        evaluate(plan, { ...theta, [name]: theta[name]! + by }),
      );
      const slope = (above!.logLikelihood - below!.logLikelihood) / (2 * step);
      expect(Math.abs(point.gradient[name]! - slope), name).toBeLessThan(2e-6 * (1 + Math.abs(slope)));
      names.forEach((other, k) => {
        const bend = -(above!.gradient[other]! - below!.gradient[other]!) / (2 * step);
        const found = point.information[j]![k]!;
        expect(Math.abs(found - bend), `${name}, ${other}`).toBeLessThan(1e-5 * (1 + Math.abs(bend)));
      });
    });
  });
});

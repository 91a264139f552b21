/** Every option of a plan that hhh4 knows, held against its fits (fixtures/hhh4Options.R says how they were made). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PanelPlan, PanelTerm } from '../../../src/model/index.ts';
import { evaluateByCommand, fitByCommand, usePlanFolder, writeTable } from './fitByCommand.ts';

interface Recorded {
  loglik: number;
  nObs: number;
  coefficients: Record<string, number>;
  se: Record<string, number>;
  at: { theta: Record<string, number>; loglik: number; score: Record<string, number> };
}

const folder = join(import.meta.dirname, 'fixtures');
const results = JSON.parse(readFileSync(join(folder, 'hhh4Options.json'), 'utf8')) as Record<
  string,
  Recorded
> & {
  few: string[];
};
const { few } = results;
usePlanFolder();

const one: PanelTerm = { value: { of: 'one' } };
const t: PanelTerm = { value: { of: 'row' } };
const season = (harmonics = 1, period = 52): PanelTerm => ({ value: { of: 'season', period, harmonics } });
const unit = (term: PanelTerm): PanelTerm => ({ ...term, perUnit: true });
const logPopulation: PanelTerm = { value: { of: 'logarithm', covariate: 'population' } };

const base = {
  table: { unit: 'unit', count: 'y', order: 't' },
  family: 'NegBin1',
  own: { name: 'ar', terms: [one] },
  neighbours: { name: 'ne', terms: [one], weights: { matrix: 'orders', equals: 1 } },
  endemic: { name: 'end', terms: [one, t, season()], offset: 'population' },
  matrices: { orders: { file: 'orders.csv' }, people: { file: 'people.csv' } },
} satisfies PanelPlan;
const change = (parts: Partial<PanelPlan>): PanelPlan => ({
  ...base,
  matrices: { orders: base.matrices.orders },
  ...parts,
});
const weighed = (weights: object, terms: readonly PanelTerm[] = [one, logPopulation]): PanelPlan =>
  change({ neighbours: { name: 'ne', terms, weights: { matrix: 'orders', ...weights } } });

const plans: Readonly<Record<string, { plan: PanelPlan; only?: readonly string[] }>> = {
  arLag2: {
    plan: change({
      own: { ...base.own, lag: 2 },
      neighbours: { ...base.neighbours, lag: 3 },
      rows: { first: 3, last: 103 },
    }),
  },
  normalised: { plan: weighed({ equals: 1, normalised: true }, [one]) },
  scaled: {
    plan: {
      ...weighed({ equals: 1, scale: 'people', normalised: true }, [one]),
      matrices: base.matrices,
    },
  },
  powerLog: {
    plan: weighed({
      normalised: true,
      powerLaw: { decay: 1, estimated: true, logarithm: true, maximumOrder: 5 },
    }),
  },
  powerRaw: { plan: weighed({ powerLaw: { decay: 1, estimated: true, maximumOrder: 3 } }) },
  powerFromZero: {
    plan: {
      ...weighed(
        { normalised: true, powerLaw: { decay: 1, estimated: true, maximumOrder: 5, fromZero: true } },
        [one],
      ),
      own: undefined,
    },
  },
  np3: { plan: weighed({ normalised: true, byOrder: { logWeights: [-1, -2], estimated: true } }) },
  arOffset: {
    plan: change({
      own: { ...base.own, offset: 'Sprop' },
      neighbours: { ...base.neighbours, offset: 'population' },
    }),
  },
  arSeason: {
    plan: change({
      own: { name: 'ar', terms: [one, season()] },
      neighbours: { ...base.neighbours, terms: [one, t, season(1, 26)] },
    }),
  },
  subset: { plan: change({ rows: { first: 19, last: 89 } }) },
  // With neighbours hhh4 gives up all units of a row where one is missing; here only those next to it.
  holes: { plan: change({ table: { ...base.table, count: 'withHoles' }, neighbours: undefined }) },
  unitSpecific: {
    plan: {
      table: base.table,
      family: 'NegBinM',
      own: { name: 'ar', terms: [unit(one)] },
      endemic: { name: 'end', terms: [unit(one), unit(t), season(2)] },
    },
    only: few,
  },
  unitSeason: {
    plan: {
      table: base.table,
      family: 'NegBinM',
      own: { name: 'ar', terms: [one] },
      endemic: { name: 'end', terms: [one, unit(season())], offset: 'population' },
    },
    only: few,
  },
  groups: {
    plan: {
      table: base.table,
      family: 'NegBinM',
      overdispersionGroups: Object.fromEntries(few.map((name, k) => [name, k % 2 === 0 ? 'a' : 'b'])),
      own: { name: 'ar', terms: [one] },
      endemic: { name: 'end', terms: [one, t], offset: 'population' },
    },
    only: few,
  },
  madePower: {
    plan: {
      table: {
        series: Array.from({ length: 40 }, (_, k) => `u${String(k + 1).padStart(2, '0')}`),
        order: 't',
      },
      family: 'NegBinM',
      own: { name: 'ar', terms: [unit(one)] },
      neighbours: {
        name: 'ne',
        terms: [one],
        weights: {
          matrix: 'orders',
          normalised: true,
          powerLaw: { decay: 1, estimated: true, maximumOrder: 4 },
        },
      },
      endemic: { name: 'end', terms: [unit(one), season()] },
      matrices: { orders: { file: 'madeOrders.csv' } },
    },
  },
};

/** hhh4's names in ours. */
function ours(name: string): string {
  return name
    .replace('neweights.', 'ne.weights.')
    .replace(/weights\.logd$/, 'weights.ln d')
    .replace('overdisp', 'psi')
    .replace(/(sin|cos)\((\d) \* pi \* t\/(\d+)\)/, '$1($2 pi t/$3)')
    .replace('log(pop)', 'log(population)');
}

describe('options of hhh4', () => {
  it.each(Object.entries(plans))('%s', async (name, { plan, only }) => {
    const peer = results[name]!;
    const isMade = name.startsWith('made');
    const beside = ['orders.csv', 'people.csv', 'madeOrders.csv'].map((file) => join(folder, file));
    const table = only ? writeFew(only) : join(folder, isMade ? 'made.csv' : 'measles.csv');
    const stated = Object.fromEntries(
      Object.entries(peer.at.theta).map(([one, value]) => [ours(one), value]),
    );
    const point = await evaluateByCommand(table, plan, beside, renamePowerLog(name, stated));
    expect(Math.abs(point.logLikelihood - peer.at.loglik)).toBeLessThan(1e-9 * Math.abs(peer.at.loglik));
    const renamed = renamePowerLog(
      name,
      Object.fromEntries(Object.entries(peer.at.score).map(([one, value]) => [ours(one), value])),
    );
    for (const [parameter, slope] of Object.entries(renamed))
      expect(Math.abs(point.gradient[parameter]! - slope), parameter).toBeLessThan(
        1e-7 * (1 + Math.abs(slope)),
      );
    const fit = await fitByCommand(table, plan, beside);
    expect(fit.kind).toBe('fit');
    expect(fit.cells).toBe(peer.nObs);
    expect(fit.logLikelihood - peer.loglik).toBeGreaterThan(-1e-6);
    expect(fit.logLikelihood - peer.loglik).toBeLessThan(1e-5);
    const pick = (values: Record<string, number>) =>
      Object.entries(
        renamePowerLog(
          name,
          Object.fromEntries(Object.entries(values).map(([one, value]) => [ours(one), value])),
        ),
      );
    for (const [parameter, value] of pick(peer.coefficients)) {
      const error = Object.fromEntries(pick(peer.se))[parameter]!;
      // A weight that runs to nothing: only that it does can be compared.
      if (error > 1000) {
        expect(fit.parameters[parameter]).toBeLessThan(-15);
        continue;
      }
      const group = /^-log\(psi\.?(.*)\)$/.exec(parameter)?.[1];
      const psi = group === undefined ? null : fit.psi[group || 'psi']!;
      const found = psi ? psi.minusLog : fit.parameters[parameter]!;
      const foundError = psi ? psi.minusLogStandardError! : fit.standardErrors[parameter]!;
      // hhh4 stops within a small share of a standard error.
      expect(Math.abs(found - value), parameter).toBeLessThan(Math.max(1e-4 * Math.abs(value), 2e-3 * error));
      expect(Math.abs(foundError - error), `error of ${parameter}`).toBeLessThan(2e-3 * error);
    }
  });
});

/** hhh4 calls the parameter `d` on both scales. */
function renamePowerLog(name: string, values: Record<string, number>): Record<string, number> {
  if (name !== 'powerLog') return values;
  const { 'ne.weights.d': decay, ...others } = values;
  return { ...others, 'ne.weights.ln d': decay! };
}

function writeFew(units: readonly string[]): string {
  const [head, ...lines] = readFileSync(join(folder, 'measles.csv'), 'utf8').trim().split('\n');
  return writeTable([head!, ...lines.filter((line) => units.includes(line.split(',')[1]!))].join('\n'));
}

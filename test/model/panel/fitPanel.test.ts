import { describe, expect, it } from 'vitest';
import { fitPanel, simulateCounts, type PanelData, type PanelPlan } from '../../../src/model/index.ts';

const nextDay = { family: 'uniform', parameters: [], from: 1, to: 1 };
const made = simulateCounts(
  {
    steps: 400,
    streams: [
      { name: 'north', logRate: 0.5, psi: 0.3 },
      { name: 'south', logRate: 0, psi: 0.3 },
    ],
    rules: [
      { from: 'north', to: 'north', rho: 0.4, delay: nextDay },
      { from: 'south', to: 'south', rho: 0.4, delay: nextDay },
      { from: 'north', to: 'south', rho: 0.2, delay: nextDay },
    ],
  },
  5,
);
const data: PanelData = {
  units: ['north', 'south'],
  counts: [made['north']!, made['south']!],
  covariates: {},
  weights: {
    road: [
      [0, 1],
      [0, 0],
    ],
  },
};
const model: PanelPlan = {
  family: 'NegBin1',
  own: { terms: [{ name: 'own', value: { of: 'one' } }] },
  neighbours: { terms: [{ name: 'road', value: { of: 'one' } }], weights: 'road' },
  endemic: { terms: [{ name: 'level', value: { of: 'one' }, perUnit: true }] },
};

describe('a panel', () => {
  it('gives back what was put in, within its errors', () => {
    const fit = fitPanel(model, data);
    if (fit.kind === 'failed') throw new Error(fit.detail);
    const truth: Record<string, number> = {
      own: Math.log(0.4),
      road: Math.log(0.2),
      'level.north': 0.5,
      'level.south': 0,
    };
    for (const [name, value] of Object.entries(truth)) {
      expect(Math.abs(fit.parameters[name]! - value)).toBeLessThan(3.5 * fit.standardErrors[name]!);
    }
    expect(fit.cells).toBe(2 * 399);
    expect(fit.mean[0]![0]).toBeNaN();
    expect(fit.mean[1]![1]).toBeGreaterThan(0);
  });

  it('leaves out cells that are not recorded, and those that depend on them', () => {
    const broken = data.counts[0]!.slice();
    broken[100] = NaN;
    const fit = fitPanel(model, { ...data, counts: [broken, data.counts[1]!] });
    if (fit.kind === 'failed') throw new Error(fit.detail);
    expect(fit.cells).toBe(2 * 399 - 3);
    expect(fit.mean[1]![101]).toBeNaN();
  });

  it('fails as a value', () => {
    const silent = { ...data, counts: data.counts.map((series) => new Float64Array(series.length)) };
    expect(fitPanel(model, silent)).toMatchObject({ kind: 'failed', reason: 'no events' });
    const none = { ...model, rows: { first: 10, last: 3 } };
    expect(fitPanel(none, data)).toMatchObject({ kind: 'failed', reason: 'nothing recorded' });
    const level = { name: 'level', value: { of: 'one' as const } };
    const twice: PanelPlan = { family: 'Poisson', endemic: { terms: [level, { ...level, name: 'again' }] } };
    expect(fitPanel(twice, data)).toMatchObject({
      kind: 'failed',
      reason: 'parameters cannot be told apart',
    });
  });

  it('throws on names that the data lack', () => {
    const lost = { ...model, neighbours: { ...model.neighbours!, weights: 'rail' } };
    expect(() => fitPanel(lost, data)).toThrow('"rail"');
    const offset = { ...model, endemic: { ...model.endemic!, offset: 'people' } };
    expect(() => fitPanel(offset, data)).toThrow('"people"');
    const unit = {
      ...model,
      endemic: { terms: [{ name: 'level', value: { of: 'one' as const }, perUnit: ['east'] }] },
    };
    expect(() => fitPanel(unit, data)).toThrow('"east"');
  });
});

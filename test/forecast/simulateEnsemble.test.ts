import { describe, expect, it } from 'vitest';
import {
  ENSEMBLE_QUANTILES,
  gatherPaths,
  panelUpTo,
  simulateEnsemble,
  simulatePaths,
  type EnsembleOptions,
  type ForecastChange,
} from '../../src/forecast/index.ts';
import { delayWeights, simulateTheatre, type CountPanel } from '../../src/model/index.ts';
import { drawPanel, drawsOf, frameOf, MADE, TRUTH } from './madeTheatre.ts';

const KNOWN = 400;
const panel = drawPanel(KNOWN, 5);
const draws = drawsOf(MADE.streams, TRUTH, KNOWN);
const always = { first: 0, last: 1e6 };
const options: EnsembleOptions = {
  seed: 7,
  paths: 60,
  steps: 40,
  windows: [
    { name: 'first week', first: 1, last: 7 },
    { name: 'last day', first: 40, last: 40 },
  ],
  keepPaths: 60,
};

const withRule = (rho: number) => ({
  ...TRUTH,
  b: { psi: 0.3, parameters: { ...TRUTH['b']!.parameters, Rule: rho } },
});

describe('simulateEnsemble', () => {
  const ensemble = simulateEnsemble(draws, panel, options);

  it('gives the same bytes however the paths are shared out, and others with another seed', () => {
    const cuts = [0, 1, 17, 44, 60];
    const parts = cuts.slice(1).map((end, i) => simulatePaths(draws, panel, options, cuts[i]!, end));
    expect(gatherPaths(draws, panel, options, [...parts].reverse())).toEqual(ensemble);
    expect(simulateEnsemble(draws, panel, { ...options, seed: 8 }).streams).not.toEqual(ensemble.streams);
    expect(() => gatherPaths(draws, panel, options, parts.slice(1))).toThrow('parts');
  });

  it('has the totals, means, chances and quantiles of its paths', () => {
    for (const { kept, totals, mean, chance, quantiles } of ensemble.streams) {
      const week = kept.map((path) => path.slice(0, 7).reduce((a, b) => a + b, 0));
      expect([...totals[0]!]).toEqual(week);
      expect([...totals[1]!]).toEqual(kept.map((path) => path[39]));
      const day = kept.map((path) => path[12]!).sort((a, b) => a - b);
      expect(mean[12]).toBeCloseTo(day.reduce((a, b) => a + b, 0) / 60, 12);
      expect(chance[12]).toBeCloseTo(day.filter((count) => count > 0).length / 60, 12);
      ENSEMBLE_QUANTILES.forEach((share, i) =>
        expect(quantiles[i]![12]).toBe(day[Math.ceil(share * 60 - 1e-9) - 1]),
      );
    }
  });

  it('has the expected count of the model on the first step', () => {
    const frame = frameOf(KNOWN + 1);
    const made = simulateTheatre(MADE.streams, TRUTH, frame, { seed: 5 });
    if (made.kind === 'ran away') throw new Error('ran away');
    const known = panelUpTo(made.panel, KNOWN);
    const paths = 20_000;
    const one = simulateEnsemble(draws, known, { seed: 1, paths, steps: 1 });
    one.streams.forEach(({ mean, stream }, k) => {
      const expected = made.mean[k]![KNOWN]!;
      const error = Math.sqrt((expected + TRUTH[stream]!.psi * expected ** 2) / paths);
      expect(Math.abs(mean[0]! - expected)).toBeLessThan(4 * error);
    });
  });

  it('sums lags the same way whatever the delay is called', () => {
    const stepped = MADE.streams.map((model) => ({
      ...model,
      answers: model.answers!.map((term) => {
        // A last lag without weight, so that no common ratio is left to use.
        const parameters = [...delayWeights(term.delay), 0];
        return { ...term, delay: { family: 'step', parameters, from: 1, to: term.delay.to + 1 } };
      }),
    }));
    const other = simulateEnsemble(drawsOf(stepped, TRUTH, KNOWN), panel, options);
    expect(other.streams.map(({ kept }) => kept)).toEqual(ensemble.streams.map(({ kept }) => kept));
  });

  it('without a rule is the theatre in which the rule has no strength', () => {
    const drop: ForecastChange = { of: 'drop', stream: 'b', term: 'Rule', days: always };
    const dropped = simulateEnsemble(draws, panel, { ...options, changes: [drop] });
    const none = simulateEnsemble(drawsOf(MADE.streams, withRule(0), KNOWN), panel, options);
    expect(dropped.streams).toEqual(none.streams);
    expect(dropped.streams[0]).toEqual(ensemble.streams[0]);
    expect(dropped.streams[1]!.mean[10]).toBeLessThan(ensemble.streams[1]!.mean[10]!);
  });

  it('changes the future on the days named only', () => {
    const days = { first: ensemble.origin + 11, last: ensemble.origin + 1000 };
    const change: ForecastChange = { of: 'factor', stream: 'a', factor: 0, days };
    const silent = simulateEnsemble(draws, panel, { ...options, changes: [change] });
    const [before, after] = [ensemble.streams[0]!.kept[3]!, silent.streams[0]!.kept[3]!];
    expect([...after.slice(0, 10)]).toEqual([...before.slice(0, 10)]);
    expect(silent.streams[0]!.chance.slice(10).every((chance) => chance === 0)).toBe(true);
  });

  it('pairs paths: the effect of a change varies far less than two ensembles do', () => {
    const windows = [{ name: 'month', first: 1, last: 30 }];
    const many = { ...options, paths: 400, windows, keepPaths: 0 };
    const drop: ForecastChange = { of: 'factor', stream: 'b', factor: 0.9, days: always };
    const total = (changes: readonly ForecastChange[], seed: number) =>
      simulateEnsemble(draws, panel, { ...many, changes, seed }).streams[1]!.totals[0]!;
    const plain = total([], 1);
    const spread = (other: Float64Array) => {
      const gaps = plain.map((value, p) => value - other[p]!);
      const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
      return gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    };
    expect(spread(total([drop], 1)) * 10).toBeLessThan(spread(total([drop], 2)));
  });

  it('draws steps that nobody recorded instead of reading them as calm', () => {
    const hole = panel.recorded.map((one, t) => (t >= KNOWN - 10 ? 0 : one));
    const counts = panel.counts.map((own) => own.map((count, t) => (t >= KNOWN - 10 ? 0 : count)));
    const masked: CountPanel = { ...panel, recorded: hole, counts };
    const calm: CountPanel = { ...panel, counts };
    const total = (one: CountPanel) =>
      simulateEnsemble(draws, one, { ...options, paths: 500 }).streams[1]!.mean[0]!;
    expect(total(masked)).toBeGreaterThan(1.3 * total(calm));
  });

  it('says how many paths ran away, and gives no number for them', () => {
    const wild = drawsOf(
      MADE.streams,
      { ...TRUTH, a: { psi: 0.4, parameters: { intercept: 2, 'own history': 3 } } },
      KNOWN,
    );
    const { ranAway, streams } = simulateEnsemble(wild, panel, { ...options, steps: 200, keepPaths: 1 });
    expect(ranAway).toBe(60);
    expect(streams[0]!.quantiles[4]![199]).toBe(Infinity);
    expect(streams[0]!.mean[199]).toBeNaN();
    expect(streams[0]!.kept[0]![199]).toBe(Infinity);
  });

  it('refuses changes and windows that name nothing', () => {
    const run = (more: Partial<EnsembleOptions>) => () =>
      simulateEnsemble(draws, panel, { ...options, ...more });
    expect(run({ changes: [{ of: 'drop', stream: 'b', term: 'Nobody', days: always }] })).toThrow('Nobody');
    expect(run({ changes: [{ of: 'hold', stream: 'b', term: 'Rule', days: always }] })).toThrow('hold');
    expect(run({ changes: [{ of: 'factor', stream: 'c', factor: 1, days: always }] })).toThrow('"c"');
    expect(run({ windows: [{ name: 'late', first: 1, last: 41 }] })).toThrow('late');
  });
});

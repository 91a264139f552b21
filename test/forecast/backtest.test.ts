import { describe, expect, it } from 'vitest';
import type { FLOORS } from '../../src/forecast/index.ts';
import {
  backtest,
  backtestOrigin,
  drawFloor,
  gatherBacktest,
  placeOrigins,
  scoreDraws,
  type BacktestOptions,
} from '../../src/forecast/index.ts';
import type { CountPanel } from '../../src/model/index.ts';
import { drawPanel, frameOf, MADE } from './madeTheatre.ts';

const options: BacktestOptions = {
  seed: 3,
  origins: 3,
  horizons: [
    { name: '1 day', first: 1, last: 1 },
    { name: '7 days', first: 1, last: 7 },
  ],
  paths: 60,
  ruleByRule: true,
  history: 150,
};
const panel = drawPanel(220, 11);
const result = backtest(MADE, panel, options);

describe('backtest', () => {
  it('cannot see the future: changing a later day leaves earlier forecasts as they are', () => {
    const places = placeOrigins(panel, options);
    for (const known of places.slice(0, 2)) {
      const later = panel.counts.map((own) => own.map((count, t) => (t >= known ? 40 - count : count)));
      const changed: CountPanel = { ...panel, counts: later };
      const whole = backtestOrigin(MADE, panel, known, options);
      const other = backtestOrigin(MADE, changed, known, options);
      const said = (one: typeof whole) =>
        one.forecasts.map(({ system, stream, horizon, state, scores: { mean, median, held50, held95 } }) =>
          [system, stream, horizon, state, mean, median, held50, held95].join(),
        );
      expect(said(other)).toEqual(said(whole));
      expect(other.forecasts.map(({ observed }) => observed)).not.toEqual(
        whole.forecasts.map(({ observed }) => observed),
      );
    }
  });

  it('sees a change of an earlier day', () => {
    const known = placeOrigins(panel, options)[0]!;
    const counts = panel.counts.map((own) => own.map((count, t) => (t === known - 1 ? count + 9 : count)));
    const means = (one: CountPanel) =>
      backtestOrigin(MADE, one, known, options)
        .forecasts.filter(({ system }) => system === 'full model')
        .map(({ scores }) => scores.mean);
    expect(means({ ...panel, counts })).not.toEqual(means(panel));
  });

  it('holds every system, each origin in its place, and joins origins in any order', () => {
    expect(result.origins).toEqual(placeOrigins(panel, options).map((known) => panel.first + known - 1));
    expect(result.systems).toEqual(
      expect.arrayContaining(['zero', 'mixture', 'hhh4-like', 'endemic only', 'full model', 'without Rule']),
    );
    expect(result.systems).not.toContain('climatology');
    expect(result.failures).toEqual([]);
    const parts = placeOrigins(panel, options).map((known) => backtestOrigin(MADE, panel, known, options));
    expect(gatherBacktest(MADE, panel, options, parts.reverse())).toEqual(result);
  });

  it('tables are means of the forecasts, onset and persistence apart', () => {
    const own = result.forecasts.filter(
      ({ system, horizon, stream }) => system === 'full model' && horizon === '7 days' && stream === 'b',
    );
    const row = result.table.find(
      ({ system, horizon, stream, state }) =>
        system === 'full model' && horizon === '7 days' && stream === 'b' && state === null,
    )!;
    expect(row.forecasts).toBe(own.length);
    expect(row.crps).toBeCloseTo(own.reduce((sum, { scores }) => sum + scores.crps, 0) / own.length, 12);
    const byState = result.table.filter(
      ({ system, horizon, stream, state }) =>
        system === 'full model' && horizon === '1 day' && stream === null && state !== null,
    );
    expect(byState.map(({ state }) => state).sort()).toEqual(['onset', 'persistence']);
    expect(byState.reduce((sum, { forecasts }) => sum + forecasts, 0)).toBe(6);
    for (const { origin, stream, state, horizon } of result.forecasts) {
      const known = origin - panel.first + 1;
      const length = horizon === '1 day' ? 1 : 7;
      const before = panel.counts[stream === 'a' ? 0 : 1]!.slice(known - length, known);
      expect(state).toBe(before.some((count) => count > 0) ? 'persistence' : 'onset');
    }
  });

  it('compares the full model with every other, and rules on the streams they move', () => {
    const [rule] = result.rules;
    expect(rule?.claim).toBe('Rule');
    expect(rule?.comparisons.map(({ stream }) => stream)).toEqual(['b', 'b', 'b', 'b']);
    const zero = result.comparisons.find(
      ({ second, stream, horizon, score }) =>
        second === 'zero' && stream === null && horizon === '7 days' && score === 'crps',
    )!;
    const mean = (system: string) =>
      result.table.find(
        (row) =>
          row.system === system && row.stream === null && row.state === null && row.horizon === '7 days',
      )!.crps;
    expect(zero.skill).toBeCloseTo(1 - mean('full model') / mean('zero'), 12);
    expect(zero.skill).toBeGreaterThan(0.3);
    expect(zero.dieboldMariano).toBeNull();
  });

  it('scores no window of which a step is not recorded', () => {
    const known = placeOrigins(panel, options)[1]!;
    const recorded = panel.recorded.map((one, t) => (t === known + 3 ? 0 : one));
    const { forecasts } = backtestOrigin(MADE, { ...panel, recorded }, known, options);
    expect(new Set(forecasts.map(({ horizon }) => horizon))).toEqual(new Set(['1 day']));
  });

  it('has no origin where the record is too short', () => {
    expect(placeOrigins(drawPanel(100, 1), options)).toEqual([]);
    expect(backtest(MADE, drawPanel(100, 1), options)).toMatchObject({
      origins: [],
      forecasts: [],
      table: [],
    });
  });
});

describe('drawFloor', () => {
  const counts = Float64Array.from({ length: 800 }, (_, t) => (t < 400 ? 10 : t % 7));
  const made: CountPanel = { ...frameOf(800, ['a']), counts: [counts] };
  const week = { name: 'week', first: 1, last: 7 };
  const of = (floor: (typeof FLOORS)[number], one: CountPanel = made, window = week) =>
    drawFloor(floor, 'a', one, window, { seed: 1, paths: 2000 });
  const mean = (draws: Float64Array) => draws.reduce((a, b) => a + b, 0) / draws.length;

  it('says what each rule of thumb says', () => {
    expect(new Set(of('zero'))).toEqual(new Set([0]));
    // Every week of the last months holds 0 + 1 + … + 6 events.
    expect(new Set(of('conflictology'))).toEqual(new Set([21]));
    expect(mean(of('last value')!)).toBeCloseTo(21, 0);
    expect(mean(of('average')!) / (7 * 6.5)).toBeCloseTo(1, 1);
    expect(new Set(of('drift')).size).toBeGreaterThan(3);
    // The same time of the two years before.
    expect([...new Set(of('climatology'))].sort()).toContain(70);
    expect(new Set(of('mixture')).size).toBeGreaterThan(5);
  });

  it('leaves out windows with a gap, and says nothing where none is left', () => {
    const gaps: CountPanel = { ...made, recorded: made.recorded.map((_, t) => (t % 7 === 0 ? 0 : 1)) };
    expect(of('conflictology', gaps)).toBeNull();
    expect(of('zero', gaps)).not.toBeNull();
    const short: CountPanel = { ...frameOf(30, ['a']), counts: [new Float64Array(30).fill(2)] };
    expect(of('climatology', short)).toBeNull();
    expect(of('drift', short, { name: 'month', first: 1, last: 30 })).toBeNull();
  });
});

describe('scoreDraws', () => {
  it('gives the scores of ten draws', () => {
    const scores = scoreDraws(Float64Array.of(3, 0, 1, 1, 2, 0, 5, 1, 0, 2), 1);
    expect(scores.mean).toBe(1.5);
    expect(scores.median).toBe(1);
    expect(scores.pit).toEqual({ lower: 0.3, upper: 0.6 });
    expect(scores.logScore).toBeCloseTo(-Math.log(0.3), 12);
    expect(scores.dawidSebastiani).toBeCloseTo(0.25 / 2.25 + Math.log(2.25), 12);
    expect(scores.intervalScore90).toBe(5);
    expect([scores.inside50, scores.held50, scores.held80]).toEqual([true, 0.8, 0.9]);
  });

  it('says where a score is undefined', () => {
    const scores = scoreDraws(new Float64Array(5), 3);
    expect([scores.logScore, scores.dawidSebastiani]).toEqual([null, null]);
    expect([scores.inside50, scores.inside95, scores.crps]).toEqual([false, false, 3]);
    expect(() => scoreDraws(new Float64Array(0), 1)).toThrow('without draws');
  });
});

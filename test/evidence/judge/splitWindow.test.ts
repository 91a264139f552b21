import { describe, expect, it } from 'vitest';
import { makeRecord as makeMade, type MadeWorld } from '../../../src/evidence/index.ts';
import { donutGuard, wordDonut } from '../../../src/evidence/judge/donutGuard.ts';
import { fitAnswer } from '../../../src/evidence/judge/fitAnswer.ts';
import { decideSeries } from '../../../src/evidence/judge/decideSeries.ts';
import {
  canSplit,
  codedTwiceRatio,
  splitWindow,
  type WindowSplit,
} from '../../../src/evidence/judge/splitWindow.ts';
import { twiceBesideWave } from '../../../src/evidence/judge/twiceBesideWave.ts';
import { waveThresholds } from '../../../src/evidence/judge/waveThresholds.ts';
import { cutPair } from '../../../src/evidence/pairSeries.ts';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair, type MadePair } from '../makePair.ts';
import { makeRecord, type MadeKind } from '../wave/makeRecord.ts';

const delay = { family: 'geometric', from: 1, to: 14 };
const answer: ClaimTest = { kind: 'answer', trigger: 's1', response: 's2', delay, share: null, nested: null };

/** One act of A every twenty days, each followed by acts of B at these lags, on a few acts of B's own. */
function splitOf(lags: readonly number[]): WindowSplit {
  const { b } = makePair(5, { days: 1000, rate: 0.05, self: 0 });
  const a = Float64Array.from({ length: 1000 }, (_, day) => (day % 20 === 0 ? 1 : 0));
  a.forEach((count, day) => {
    if (count > 0) for (const lag of lags) b[day + lag] = (b[day + lag] ?? 0) + 1;
  });
  const series = seriesOf(a, b);
  const fit = fitAnswer(series, delay);
  if (fit.kind === 'failed') throw new Error(fit.detail);
  return splitWindow(series, delay, fit)!;
}

function seriesOf(a: Float64Array, b: Float64Array) {
  const { panel, claimPlan } = makeContext(a, b, answer);
  return cutPair(panel, claimPlan, claimPlan.days, { trigger: 's1', response: 's2' }, { from: 1, to: 14 });
}

describe('how answers lie in their window', () => {
  it('late ones exceed their due, quick ones fall short of it', () => {
    const late = splitOf([4, 6]);
    expect(late.excess).toBeGreaterThan(2);
    expect(late.shortfall).toBeLessThanOrEqual(0);
    expect(late.overCodedTwice).toBeGreaterThan(10);
    const quick = splitOf([1]);
    expect(quick.excess).toBeLessThanOrEqual(0);
    expect(quick.behind!.rho).toBeLessThan(0.2 * quick.due);
    expect(quick.shortfall).toBeGreaterThan(3);
  });

  it.each([1, 2, 3])('true answers neither exceed nor miss it by much (seed %i)', (seed) => {
    const { a, b } = makePair(seed, { days: 1096, rate: 0.2, rhoAB: 0.7 });
    const series = seriesOf(a, b);
    const fit = fitAnswer(series, delay);
    if (fit.kind === 'failed') throw new Error(fit.detail);
    const split = splitWindow(series, delay, fit)!;
    expect(split.excess).toBeLessThan(2);
    expect(split.behind!.rho).toBeGreaterThan(0.5 * split.due);
    expect(split.overCodedTwice).toBeGreaterThan(10);
    expect(split.shortfall).toBeLessThan(1.5);
  });

  it('is not asked of weeks, nor of windows of two days', () => {
    const series = seriesOf(new Float64Array(60), new Float64Array(60));
    expect(canSplit(series, delay)).toBe(true);
    expect(canSplit({ ...series, stepDays: 7 }, delay)).toBe(false);
    expect(canSplit(series, { ...delay, to: 2 })).toBe(false);
    expect(canSplit(series, { ...delay, from: 5, to: 7 })).toBe(true);
  });
});

describe('without the first two days', () => {
  const split = (overCodedTwice: number, shortfall = 0): WindowSplit => ({
    behind: { rho: 0.2, pValue: 0.09 },
    due: 0.2,
    excess: 0,
    overCodedTwice,
    shortfall,
  });
  const beside = (overFirstDays: number, overNextDay = 9) => ({ overFirstDays, overNextDay });
  it('the answer must fit better than incidents coded twice, and hardly worse beside a wave', () => {
    expect(donutGuard(split(1.6), null).passed).toBe(true);
    expect(donutGuard(split(1.4), null).passed).toBe(false);
    expect(donutGuard(split(1.6), beside(-1.9)).passed).toBe(true);
    expect(donutGuard(split(1.4), beside(9)).passed).toBe(false);
    expect(donutGuard(split(9), beside(-2.1)).passed).toBe(false);
    expect(donutGuard(split(9), beside(9, 1.9)).passed).toBe(false);
    expect(donutGuard(split(9, 1.4)).passed).toBe(true);
    expect(donutGuard(split(9, 1.6)).passed).toBe(false);
    expect(donutGuard(split(9, 1.6)).detail).toContain('1.6 standard errors short');
    expect(donutGuard({ ...split(9), behind: null }, beside(0.4)).detail).toContain('nothing can be fitted');
    expect(donutGuard(split(9), beside(0.4)).detail).toContain('beside the wave');
  });
  it('names the half that fails, in the sentence and in the line', () => {
    const failedOf = (...of: Parameters<typeof donutGuard>) =>
      donutGuard(...of)
        .detail.split('; ')
        .filter((half) => half.endsWith('(failed)'));
    expect(wordDonut(split(9, 1.4), beside(0.4))).toBeNull();
    expect(failedOf(split(9, 1.4), beside(0.4))).toEqual([]);
    // The likelihood ratio stands: that it is all on the first two days would be too much said.
    expect(wordDonut({ ...split(12.63, 1.8), due: 0.43 }, null)).toMatch(
      /behind them stands 0\.20 extra per trigger where 0\.43 are to be expected, 1\.8 standard errors short/,
    );
    expect(failedOf(split(12.63, 1.8))).toEqual([expect.stringContaining('1.8 standard errors short')]);
    expect(wordDonut(split(0.4, 1.8), null)).toMatch(/^Incidents recorded twice, .* about as well .* 0\.40/);
    expect(failedOf(split(0.4))).toEqual([expect.stringContaining('likelihood ratio 0.40')]);
    expect(wordDonut(split(9), beside(-2.1))).toMatch(/^Beside a shared wave, incidents .* -2\.10/);
    expect(failedOf(split(9), beside(-2.1))).toEqual([expect.stringContaining('beside the wave -2.10')]);
    expect(wordDonut(split(9), beside(9, 1.9))).toMatch(
      /second time on the next day .* 1\.90, wanted more than 2/,
    );
    expect(failedOf(split(9), beside(9, 1.9))).toEqual([expect.stringContaining('next day alone 1.90')]);
  });

  it('says that a window is too short', () => expect(donutGuard(null, null).passed).toBeNull());

  it('acts of the first two days count up to the share that is coded twice', () => {
    expect(codedTwiceRatio({ rho: 0, likelihoodRatio: 0 })).toBe(0);
    expect(codedTwiceRatio({ rho: 0.15, likelihoodRatio: 6 })).toBe(6);
    // Twice the share: half way down the parabola's side, a quarter of the ratio lost.
    expect(codedTwiceRatio({ rho: 0.3, likelihoodRatio: 8 })).toBeCloseTo(6, 12);
  });

  it.each([1, 2, 3])('rows coded twice fall, a true answer stands (seed %i)', (seed) => {
    const over = (options: Omit<MadePair, 'days'>) => {
      const { a, b } = makePair(seed, { days: 1096, rate: 0.15, ...options });
      const series = seriesOf(a, b);
      const fit = fitAnswer(series, delay);
      if (fit.kind === 'failed') throw new Error(fit.detail);
      return splitWindow(series, delay, fit)!.overCodedTwice;
    };
    expect(over({ codedTwice: 0.15 })).toBeLessThan(1.5);
    expect(over({ rhoAB: 0.6 })).toBeGreaterThan(1.5);
  });

  it('is asked beside the wave only where the answer has passed and a wave is left', () => {
    const { a, b } = makePair(4, { days: 800, rate: 0.3, codedTwice: 0.3, wave: { tau: 30, deviation: 1 } });
    const series = seriesOf(a, b);
    const decision = decideSeries(series, delay, ['A', 'B'], { power: false });
    const supported = { ...decision, supported: true };
    expect(decision.wave!.beside).toBeGreaterThan(4);
    expect(twiceBesideWave(series, delay, { ...decision, supported: false })).toBeNull();
    expect(
      twiceBesideWave(series, delay, { ...supported, wave: { ...decision.wave!, beside: 3.9 } }),
    ).toBeNull();
    expect(twiceBesideWave(series, { ...delay, to: 2 }, supported)).toBeNull();
    expect(twiceBesideWave(series, delay, supported)!.overFirstDays).toBeLessThan(-2);
  });

  it('beside a wave rows coded twice on the next day are nearer than an answer, a true one is not', () => {
    const sides = { days: 1500, rateA: 0.15, rateB: 0.15, ownA: 0, ownB: 0, psi: 0 };
    const judged = (world: MadeWorld) => {
      const shared = { ...sides, wave: { tau: 30, sd: 0.9 }, ...world };
      const { a, b } = makeMade(shared, randomStream(1, 'coded twice', 0));
      const series = seriesOf(a, b);
      const decision = decideSeries(series, delay, ['A', 'B'], { power: false });
      return twiceBesideWave(series, delay, { ...decision, supported: true })!;
    };
    const twice = judged({ sidesSwapped: 0.15 });
    expect(twice.overFirstDays).toBeGreaterThan(-2);
    expect(twice.overNextDay).toBeLessThan(2);
    expect(judged({ rhoAB: 0.4, rhoBA: 0.4 }).overNextDay).toBeGreaterThan(2);
  });
});

describe('what the wave tests ask', () => {
  it('is less where the window can be split, and of T4 more the later the answers come', () => {
    const [unknown, early, due, late] = [null, -2, 0, 1.5].map((excess) => waveThresholds(excess));
    expect(early).toEqual(due);
    expect(due!.T1).toBeLessThan(unknown!.T1);
    expect(late!.T4 - due!.T4).toBeCloseTo(3, 12);
    expect(late!.waveless!.T4 - due!.waveless!.T4).toBeCloseTo(2.25, 12);
    const without = { T4: 0, waveless: null };
    expect({ ...late, ...without }).toEqual({ ...due, ...without });
  });

  it('is less where hardly a wave is left beside the answer, and more of T4 where one is', () => {
    const both = { rhoAB: 0.45, rhoBA: 0.45, days: 700 };
    const thresholds = waveThresholds(1);
    const judged = (kind: MadeKind) =>
      decideWave(makeRecord(kind, 3, 'beside'), { thresholds, power: false });
    const answers = judged(both);
    expect(answers.wave!.beside).toBeGreaterThan(-0.01);
    expect(answers.wave!.beside).toBeLessThan(4);
    expect(answers.wanted).toEqual({ ...thresholds, T1: 3.6, T4: 0.5, T5: 3.6, T6: 3.6, waveless: null });
    const waved = judged({ ...both, wave: { tau: 30, sd: 1.5 } });
    expect(waved.wave!.beside).toBeGreaterThan(10);
    expect(waved.wanted).toEqual({ ...thresholds, waveless: null });
    // A wave alone leaves much beside any answer that stands for it.
    expect(judged({ days: 700, wave: { tau: 10, sd: 1.2 } }).wave!.beside).toBeGreaterThan(10);
  });

  it('is what decides, and told with the decision', () => {
    const pair = makeRecord({ rhoAB: 0.9, days: 500 }, 2, 'a rule');
    const usual = decideWave(pair);
    expect(usual.supported).toBe(true);
    expect(usual.wanted).toMatchObject({ T1: 6.63, T4: 2 });
    const T4 = usual.lateAlone!.likelihoodRatio + 0.1;
    const stern = decideWave(pair, { thresholds: { ...usual.wanted, T4 } });
    expect([stern.passed.T3, stern.passed.T4, stern.supported]).toEqual([true, false, false]);
  });
});

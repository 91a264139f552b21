import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/calendar/index.ts';
import { judge, type JudgeContext, type Verdict } from '../../src/evidence/index.ts';
import type { By } from '../../src/language/index.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { makeContext } from './makeContext.ts';
import { makePair, type MadePair } from './makePair.ts';

type Change = Extract<ClaimTest, { kind: 'change' }>;
const DAYS = 1500;
const WINDOW = { first: 700, last: 999 };

function judgeMade(
  seed: number,
  made: Omit<MadePair, 'days'>,
  test: ClaimTest,
  over: Partial<JudgeContext> = {},
) {
  const { a, b } = makePair(seed, { days: DAYS, ...made });
  return { parts: judge(makeContext(a, b, test, over)).parts, a, b };
}
const change = (trend: Change['trend'], over: Partial<Change> = {}): Change => ({
  kind: 'change',
  stream: 's2',
  trend,
  steadily: false,
  windows: [WINDOW],
  base: [{ first: 400, last: 699 }],
  baseText: 'the 300 days before (default)',
  comparison: null,
  by: null,
  ...over,
});
const times = (factor: number) => (day: number) => (day >= WINDOW.first && day <= WINDOW.last ? factor : 1);
const atLeast = (percent: number): By => ({
  kind: 'by',
  at: { start: 0, end: 0, line: 1, column: 1 },
  half: false,
  bound: 'at least',
  percent,
});
const findings = ({ parts }: { parts: readonly Verdict[] }): string[] => parts.map(({ finding }) => finding);

describe('changes', () => {
  it('a fall to three tenths is a fall, and one by at least half', () => {
    const world = { rate: 0.8, psi: 0.2, self: 0.05, factorB: times(0.3) };
    const by = atLeast(50);
    const judged = judgeMade(2, world, change('falls', { by }));
    expect(findings(judged)).toEqual(['supported', 'supported']);
    const [rate] = judged.parts;
    expect(rate?.effect?.lower).toBeLessThan(0.3);
    expect(rate?.effect?.upper).toBeGreaterThan(0.3);
    const inside = judged.b.slice(700, 1000).reduce((sum, count) => sum + count, 0);
    expect(rate?.sentence).toContain(`${inside} events in 300 recorded days`);
    expect(findings(judgeMade(2, world, change('rises')))).toEqual(['contradicted']);
    expect(judgeMade(2, world, change('rises')).parts[0]?.reason).toBe('opposite direction');
  });

  it('a fall by a third is no fall by at least three quarters', () => {
    const by = atLeast(75);
    expect(
      findings(judgeMade(2, { rate: 2, psi: 0.2, factorB: times(0.67) }, change('falls', { by }))),
    ).toEqual(['supported', 'contradicted']);
  });

  it.each([1, 2, 3])('no change supports neither a fall nor a rise (seed %i)', (seed) => {
    expect(findings(judgeMade(seed, { rate: 0.5 }, change('falls')))).not.toContain('supported');
    expect(findings(judgeMade(seed, { rate: 0.5 }, change('rises')))).not.toContain('supported');
  });

  it('"unchanged" is supported by plenty of events, contradicted by a halving, open with few', () => {
    const busy = { rate: 4, psi: 0.1, self: 0.05 };
    const unchanged = change('unchanged');
    expect(judgeMade(1, busy, unchanged).parts[0]).toMatchObject({
      finding: 'supported',
      reason: 'equivalence',
    });
    expect(findings(judgeMade(1, { ...busy, factorB: times(0.5) }, unchanged))).toEqual(['contradicted']);
    expect(findings(judgeMade(1, { rate: 0.05 }, unchanged))).toEqual(['too few events']);
    // An equivalence is no discovery: it does not enter the correction for the number of tests.
    const { a, b } = makePair(1, { days: DAYS, ...busy });
    expect(judge(makeContext(a, b, unchanged)).tests).toEqual([]);
  });

  it('a rise that every other date of the record shows too is no turning point', () => {
    const growth = (day: number) => 0.3 * 30 ** (Math.max(0, Math.min(DAYS, day)) / DAYS);
    const half = { windows: [{ first: 700, last: 849 }], base: [{ first: 550, last: 699 }] };
    const judged = judgeMade(3, { factor: growth, rate: 2, psi: 0.1, self: 0 }, change('rises', half));
    expect(judged.parts[0]).toMatchObject({ finding: 'not separable', reason: 'placebo dates' });
  });

  it('both sides falling alike is no change beyond the other', () => {
    const alike = { rate: 2, psi: 0.2, factor: times(0.4) };
    expect(findings(judgeMade(1, alike, change('falls')))).toEqual(['supported']);
    expect(findings(judgeMade(1, alike, change('falls', { comparison: 's1' })))).not.toContain('supported');
    const alone = { rate: 2, psi: 0.2, factorB: times(0.4) };
    expect(findings(judgeMade(1, alone, change('falls', { comparison: 's1' })))).toEqual(['supported']);
  });

  it('is followed through the claimed days where it is said to be steady', () => {
    const slide = (day: number) => (day < 700 ? 1 : Math.max(0.1, 1 - (0.9 * (day - 700)) / 300));
    const judged = judgeMade(2, { rate: 1.5, psi: 0.2, factorB: slide }, change('falls', { steadily: true }));
    expect(findings(judged)).toEqual(['supported']);
    expect(judged.parts[0]?.effect?.name).toBe('rate ratio, end against start');
    for (const name of ['placebo dates', 'own ups and downs'])
      expect(judged.parts[0]?.guards.find((guard) => guard.name === name)).toMatchObject({ passed: true });
  });

  it('cannot be told where the days are not recorded', () => {
    const nowhere = change('falls', { windows: [] });
    expect(judgeMade(1, {}, nowhere).parts[0]).toMatchObject({
      finding: 'not testable',
      reason: 'window not covered',
    });
    const noBase = change('falls', { base: [] });
    expect(judgeMade(1, {}, noBase).parts[0]).toMatchObject({
      finding: 'not testable',
      reason: 'window not covered',
    });
  });

  it('that turns with another reading of who did it is disputed', () => {
    const { a, b } = makePair(2, { days: DAYS, rate: 0.8, factorB: times(0.3) });
    const base = makeContext(a, b, change('falls'));
    const flat = makePair(2, { days: DAYS, rate: 0.8 }).b;
    const readings = [
      {
        name: 'without events whose doer nobody states',
        about: 'doers' as const,
        panel: { ...base.panel, counts: [a, flat] },
      },
    ];
    expect(judge({ ...base, readings }).parts[0]).toMatchObject({ finding: 'disputed', reason: 'readings' });
  });
});

describe('truces', () => {
  const truce: ClaimTest = {
    kind: 'truce',
    directions: ['s1', 's2'],
    windows: [WINDOW],
    base: [{ first: 390, last: 689 }],
    anticipation: { first: 690, last: 699 },
    holding: null,
  };

  it('that hold at three tenths of the old rate are supported both ways, with every breach listed or counted', () => {
    const { parts, a } = judgeMade(2, { rate: 0.5, factor: times(0.3) }, truce);
    expect(parts.map(({ finding }) => finding)).toEqual(['supported', 'supported']);
    const breaches = [...a.keys()].filter((day) => day >= 700 && day <= 999 && a[day]! > 0);
    expect(parts[0]?.sentence).toContain(`Breaches on ${breaches.length} days: ${formatDay(breaches[0]!)}`);
    expect(parts[0]?.sentence).toContain(`and ${breaches.length - 6} more`);
    expect(parts[0]?.sentence).toContain('North strikes South');
    expect(parts[1]?.sentence).toContain('South attacks North');
  });

  it('that one side keeps are supported for that side only', () => {
    const judged = judgeMade(2, { rate: 0.8, factorB: times(0.2) }, truce);
    expect(findings(judged)[0]).not.toBe('supported');
    expect(findings(judged)[1]).toBe('supported');
  });

  it.each([1, 2, 3])('that change nothing are not supported (seed %i)', (seed) => {
    expect(findings(judgeMade(seed, { rate: 0.5 }, truce))).not.toContain('supported');
  });

  it('say so where there is no breach at all', () => {
    const { parts } = judgeMade(2, { rate: 0.5, self: 0, factor: times(0) }, truce);
    expect(parts[0]?.sentence).toContain('No breach is recorded.');
    expect(parts[0]).toMatchObject({ finding: 'supported', effect: { estimate: 0 } });
  });

  it('hold until the old rate is back', () => {
    const weeks = (bound: 'at least' | 'at most', value: number): ClaimTest => ({
      ...truce,
      holding: { quantity: { bound, value, none: false }, days: 7 },
    });
    // Down to a tenth for 140 of the 300 days claimed, then as before.
    const factor = (day: number) => (day >= 700 && day < 840 ? 0.1 : 1);
    const held = (test: ClaimTest) => judgeMade(2, { rate: 0.8, self: 0, factor }, test).parts.at(-1);
    expect(held(weeks('at most', 25))?.sentence).toMatch(/back on 197\d-\d\d-\d\d, after 1[34]\d days/);
    expect(held(weeks('at least', 30))).toMatchObject({ finding: 'contradicted', reason: 'size' });
    // Lower through all the 300 days: 40 weeks are shown, 60 lie beyond the days claimed.
    const kept = judgeMade(2, { rate: 0.8, factor: times(0.2) }, weeks('at least', 40)).parts.at(-1);
    expect(kept).toMatchObject({ finding: 'supported', reason: 'size' });
    const beyond = judgeMade(2, { rate: 0.8, factor: times(0.2) }, weeks('at least', 60)).parts.at(-1);
    expect(beyond?.finding).toBe('too few events');
    const never = judgeMade(2, { rate: 0.5 }, weeks('at most', 8)).parts.at(-1);
    expect(never?.finding).not.toBe('supported');
  });

  it('are not over with a few acts in two weeks, where acts fall off again', () => {
    const test: ClaimTest = {
      ...truce,
      directions: ['s2'],
      holding: { quantity: { bound: 'at least', value: 20, none: false }, days: 7 },
    };
    const found = Array.from({ length: 10 }, (_, seed) =>
      judgeMade(100 + seed, { rate: 0.3, factor: times(1 / 3) }, test).parts.at(-1),
    );
    expect(found.filter((part) => part?.finding === 'contradicted').length).toBeLessThanOrEqual(1);
    expect(found.some((part) => part?.sentence.includes('for a while only'))).toBe(true);
  });

  it('keep a rise just before out of the comparison', () => {
    const before = (day: number) => (day >= 690 && day < 700 ? 30 : 1);
    const { parts } = judgeMade(1, { rate: 0.5, self: 0, factor: before }, truce);
    expect(parts.map(({ finding }) => finding)).not.toContain('supported');
    const shown = parts[0]?.guards.find(({ name }) => name === 'days before, when it was expected');
    expect(shown?.passed).toBeNull();
    expect(shown?.value).toBeGreaterThan(5);
  });
});

describe('fewer and more', () => {
  const shift = (how: 'fewer' | 'more', negated = false, days = 30): ClaimTest => ({
    kind: 'shift',
    trigger: 's1',
    response: 's2',
    how,
    negated,
    days,
    nested: null,
  });
  const deterred = { rate: 0.06, rateB: 0.6, shift: { gamma: -0.5, days: 30 } };

  it('planted deterrence is supported as fewer, contradicts more and "no fewer"', () => {
    const judged = judgeMade(1, deterred, shift('fewer'));
    expect(findings(judged)).toEqual(['supported']);
    expect(judged.parts[0]?.effect?.upper).toBeLessThan(0.6);
    expect(judgeMade(1, deterred, shift('more')).parts[0]).toMatchObject({
      finding: 'contradicted',
      reason: 'opposite direction',
    });
    expect(findings(judgeMade(1, deterred, shift('fewer', true)))).toEqual(['contradicted']);
  });

  it('planted backlash is supported as more', () => {
    const backlash = { rate: 0.06, rateB: 0.3, self: 0, shift: { gamma: 0.5, days: 14 } };
    expect(findings(judgeMade(1, backlash, shift('more', false, 14)))).toEqual(['supported']);
  });

  it('with plenty of events and no effect both directions are ruled out', () => {
    const none = { rate: 0.06, rateB: 0.6 };
    expect(findings(judgeMade(1, none, shift('fewer')))).toEqual(['contradicted']);
    expect(judgeMade(1, none, shift('fewer', true)).parts[0]).toMatchObject({
      finding: 'supported',
      reason: 'equivalence',
    });
  });

  it('are kept apart from a wave that lifts both sides', () => {
    const wave = { rate: 0.3, wave: { tau: 30, deviation: 1 } };
    expect(findings(judgeMade(4, wave, shift('more')))).not.toContain('supported');
  });
});

describe('a change under strong own history', () => {
  /** A level that swells and ebbs slowly, and falls to a third on day 700: own history takes up most of it. */
  const slow = (seed: number, factor: number) => {
    const random = randomStream(seed, 'slow level', 0);
    let level = 0;
    return Float64Array.from({ length: 1000 }, (_, day) => {
      level = 0.98 * level + Math.sqrt(1 - 0.98 ** 2) * random.normal();
      return random.poisson(6 * Math.exp(0.5 * level) * (day >= 700 ? factor : 1));
    });
  };
  const judged = (trend: 'falls' | 'unchanged', seed: number, factor: number) =>
    judge(makeContext(new Float64Array(1000), slow(seed, factor), change(trend))).parts[0];

  it.each([1, 2, 3, 4])('is told in full and never ruled out (seed %i)', (seed) => {
    const fall = judged('falls', seed, 1 / 3);
    expect(fall?.finding).not.toBe('contradicted');
    expect(fall?.effect?.estimate).toBeLessThan(0.65);
    expect(fall?.effect?.lower).toBeLessThan(0.4);
    expect(judged('unchanged', seed, 1 / 3)?.finding).not.toBe('supported');
  });

  it('of nothing stays nothing', () => {
    const estimates = [1, 2, 3, 4, 5, 6].map((seed) => judged('falls', seed, 1));
    expect(estimates.filter((one) => one?.finding === 'supported')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correctMultiplicity,
  THRESHOLDS,
  type Guard,
  type Judgement,
  type Verdict,
} from '../../src/evidence/index.ts';
import { jitterTriggers } from '../../src/evidence/jitterTriggers.ts';
import { cutPair, markSteps, windowInSteps, type PairSeries } from '../../src/evidence/pairSeries.ts';
import { powerOfAnswer, powerOfRatio } from '../../src/evidence/power.ts';
import { attributionReadings } from '../../src/evidence/readings.ts';
import { responseByLag } from '../../src/evidence/responseByLag.ts';
import { fitAnswer } from '../../src/evidence/judge/fitAnswer.ts';
import { leaveOut, turns } from '../../src/evidence/judge/leaveOuts.ts';
import { placeboChanges } from '../../src/evidence/judge/placeboChanges.ts';
import { decideRate, decideSize } from '../../src/evidence/judge/rateFinding.ts';
import { randomStream } from '../../src/stats/index.ts';
import { planOf, theatreWithClaim } from '../model/smallTheatre.ts';
import { makeContext } from './makeContext.ts';
import { makePair } from './makePair.ts';

const BY = { kind: 'by', at: { start: 0, end: 0, line: 1, column: 1 }, half: false } as const;
const all = (steps: number) => new Uint8Array(steps).fill(1);
const seriesOf = (
  trigger: Float64Array,
  response: Float64Array,
  over: Partial<PairSeries> = {},
): PairSeries => ({
  first: 0,
  stepDays: 1,
  trigger,
  response,
  claimed: all(trigger.length),
  evaluated: all(trigger.length),
  recorded: all(trigger.length),
  ...over,
});

describe('placebo dates inside blocks', () => {
  it('keep the events of every block, on eligible days only, whatever is drawn', () => {
    const cases = fc.record({
      trigger: fc.array(fc.nat(3), { minLength: 1, maxLength: 70 }),
      block: fc.integer({ min: 2, max: 20 }),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.boolean()), ({ trigger, block, seed }, open) => {
        const eligible = Uint8Array.from(trigger, () => (open.next().value ? 1 : 0));
        const counts = Float64Array.from(trigger);
        const moved = jitterTriggers(
          counts,
          eligible,
          block,
          randomStream(seed, 'jitter', 0),
          new Float64Array(counts.length),
        );
        for (let start = 0; start < counts.length; start += block) {
          const inside = (from: Float64Array, only: boolean) =>
            from
              .slice(start, start + block)
              .reduce((sum, count, k) => sum + (only && !eligible[start + k] ? 0 : count), 0);
          expect(inside(moved, false)).toBe(inside(counts, true));
        }
        moved.forEach((count, day) => count > 0 && expect(eligible[day]).toBe(1));
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });

  it('move the events of one day together', () => {
    const counts = new Float64Array(60);
    counts[10] = 3;
    for (let k = 0; k < 20; k++) {
      const moved = jitterTriggers(counts, all(60), 30, randomStream(k, 'jitter', 0), new Float64Array(60));
      expect(moved.filter((count) => count > 0)).toEqual(Float64Array.of(3));
    }
  });
});

describe('responses by lag', () => {
  it('find an answer on its own day and never read it backwards', () => {
    const trigger = new Float64Array(400);
    const response = new Float64Array(400);
    for (let day = 30; day < 380; day += 50) {
      trigger[day] = 1;
      response[day + 3] = 2;
    }
    const found = responseByLag(seriesOf(trigger, response), { from: 1, to: 7 }, 1);
    const at = (lag: number) => found?.lags.find((point) => point.lag === lag);
    expect(at(3)).toMatchObject({ estimate: 2, lower: 2, upper: 2 });
    expect([at(-3)?.estimate, at(0)?.estimate, at(4)?.estimate]).toEqual([0, 0, 0]);
    expect(at(3)?.placeboUpper).toBeLessThan(2);
    expect(found?.lags[0]?.lag).toBe(-14);
    expect(found?.placebos).toBe(199);
  });

  it('have no picture without triggers, and change their band with the seed alone', () => {
    const { a, b } = makePair(1, { days: 300 });
    expect(responseByLag(seriesOf(new Float64Array(300), b), { from: 1, to: 7 }, 1)).toBeNull();
    const [one, same, other] = [1, 1, 2].map((seed) =>
      responseByLag(seriesOf(a, b), { from: 1, to: 7 }, seed),
    );
    expect(same).toEqual(one);
    expect(other?.lags.map(({ estimate }) => estimate)).toEqual(one?.lags.map(({ estimate }) => estimate));
    expect(other).not.toEqual(one);
  });
});

describe('which days are evaluated', () => {
  const { a, b } = makePair(1, { days: 200 });
  const recorded = all(200);
  recorded.fill(0, 120, 130);
  const { panel } = makeContext(a, b, { kind: 'untestable', of: 'intent', text: '' }, { recorded });
  const pair = { trigger: 's1', response: 's2' };
  const cut = (judgedUntil: number | null, last = 110) =>
    cutPair(panel, { judgedUntil }, [{ first: 50, last }], pair, { from: 1, to: 14 });
  const marked = (marks: Uint8Array) => [...marks.keys()].filter((step) => marks[step]);

  it('go on behind the last claimed day by the window, up to publication, and leave out what is not recorded', () => {
    expect(marked(cut(null).claimed)).toEqual(Array.from({ length: 61 }, (_, k) => 50 + k));
    expect(marked(cut(null).evaluated).slice(-2)).toEqual([118, 119]);
    expect(marked(cut(115).evaluated).at(-1)).toBe(115);
    expect(marked(cut(null, 106).evaluated).at(-1)).toBe(119);
    expect(marked(cut(null, 100).evaluated).at(-1)).toBe(114);
    expect(marked(cut(null, 118).evaluated).slice(-3)).toEqual([130, 131, 132]);
  });

  it('of a stretch after publication are not cut by the publication before it', () => {
    const { evaluated } = cutPair(panel, { judgedUntil: 40 }, [{ first: 50, last: 60 }], pair, {
      from: 1,
      to: 14,
    });
    expect(marked(evaluated).at(-1)).toBe(74);
  });

  it('of weeks must lie inside the claim whole', () => {
    const weekly = { ...panel, first: 0, stepDays: 7 as const, steps: 10 };
    expect(marked(markSteps(weekly, [{ first: 6, last: 27 }]))).toEqual([1, 2, 3]);
    expect(marked(markSteps(weekly, [{ first: 7, last: 26 }]))).toEqual([1, 2]);
    expect(windowInSteps({ from: 1, to: 14 }, 7)).toEqual({ from: 1, to: 2 });
    expect(windowInSteps({ from: 1, to: 15 }, 7)).toEqual({ from: 1, to: 3 });
  });
});

describe('leave-outs', () => {
  it('turn a finding only where less than half is left and chance explains that', () => {
    expect(turns(0.6, null)).toBe(true);
    expect(turns(0.6, { rho: 0.29, pValue: 0.06 })).toBe(true);
    expect(turns(0.6, { rho: 0.29, pValue: 0.04 })).toBe(false);
    expect(turns(0.6, { rho: 0.31, pValue: 0.5 })).toBe(false);
  });

  it('name the month that everything rests on, and no other', () => {
    const trigger = new Float64Array(365);
    const response = new Float64Array(365);
    for (const day of [5, 40, 75, 130, 170, 230, 290, 330]) trigger[day] = 1;
    for (const day of [100, 102, 104, 106, 108, 110]) {
      trigger[day] = 1;
      for (const late of [1, 2, 3]) response[day + late] = (response[day + late] ?? 0) + 2;
    }
    response[200] = response[300] = response[20] = 1;
    const series = seriesOf(trigger, response);
    const fit = fitAnswer(series, { family: 'geometric', from: 1, to: 14 });
    if (fit.kind === 'failed') throw new Error(fit.detail);
    const month = leaveOut(series, fit).find(({ name }) => name === 'without any one month');
    expect(month?.passed).toBe(false);
    expect(month?.detail).toContain('1970-04');
    expect(month?.detail).not.toContain('1970-05');
  });
});

describe('placebo dates of a change', () => {
  const marks = (first: number, last: number, steps = 1200) =>
    all(steps).map((_, step) => (step >= first && step <= last ? 1 : 0));
  const panelOf = (counts: Float64Array, recorded = all(counts.length)) =>
    makeContext(counts, counts, { kind: 'untestable', of: 'intent', text: '' }, { recorded }).panel;
  const flat = (steps: number) => Float64Array.from({ length: steps }, (_, step) => (step % 3 === 0 ? 1 : 0));

  it('let a change stand that no other date shows', () => {
    const counts = flat(1200).map((count, step) => (step >= 600 && step < 700 ? 0 : count));
    const guard = placeboChanges(panelOf(counts), ['s1', null], marks(600, 699), marks(500, 599), -1);
    expect(guard).toMatchObject({ passed: true, value: 0 });
  });

  it('do not let a change stand that many dates show', () => {
    // Every 200 days the rate halves and comes back.
    const counts = Float64Array.from({ length: 1200 }, (_, step) => (step % 200 < 100 ? 2 : step % 2));
    const guard = placeboChanges(panelOf(counts), ['s1', null], marks(480, 579), marks(380, 479), -1);
    expect(guard.passed).toBe(false);
    expect(guard.value).toBeGreaterThan(0.05);
  });

  it('say so where the record is too short, also by what is not recorded', () => {
    const counts = flat(250);
    expect(
      placeboChanges(panelOf(counts), ['s1', null], marks(100, 199, 250), marks(0, 99, 250), -1).passed,
    ).toBeNull();
    const recorded = all(1200);
    recorded.fill(0, 0, 390);
    recorded.fill(0, 710);
    expect(
      placeboChanges(panelOf(flat(1200), recorded), ['s1', null], marks(600, 699), marks(500, 599), -1)
        .passed,
    ).toBeNull();
  });
});

describe('the finding of a rate', () => {
  const able = powerOfRatio(0.05, 0.8);
  const unable = powerOfRatio(0.5, 0.8);
  const decide = (
    fit: [number, number, number, number],
    trend: 'falls' | 'rises' | 'unchanged',
    guards: Guard[] = [],
    power = able,
  ) => {
    const [ratio, lower, upper, pValue] = fit;
    const { finding, reason } = decideRate({ ratio, lower, upper, pValue }, trend, 0.8, power, guards);
    return `${finding}, ${reason}`;
  };
  const guard = (name: string, passed: boolean | null): Guard => ({ name, passed, value: null, detail: '' });

  it.each([
    ['a clear fall', [0.5, 0.4, 0.6, 0.001], 'falls', 'supported, null'],
    ['a clear fall, said to be a rise', [0.5, 0.4, 0.6, 0.001], 'rises', 'contradicted, opposite direction'],
    ['a clear rise', [2, 1.6, 2.5, 0.001], 'rises', 'supported, null'],
    [
      'smaller than is of interest',
      [0.9, 0.78, 0.98, 0.01],
      'falls',
      'not separable, below the smallest effect',
    ],
    ['a fall of interest ruled out', [0.95, 0.85, 1.05, 0.4], 'falls', 'contradicted, null'],
    ['a rise of interest ruled out', [1.05, 0.95, 1.2, 0.4], 'rises', 'contradicted, null'],
    [
      'p above the level though the interval excludes 1',
      [0.7, 0.5, 0.99, 0.06],
      'falls',
      'too few events, interval too wide',
    ],
    ['an interval over everything', [0.7, 0.3, 1.6, 0.4], 'falls', 'too few events, interval too wide'],
    ['inside the bounds of equivalence', [1, 0.85, 1.2, 0.9], 'unchanged', 'supported, equivalence'],
    ['outside them', [0.6, 0.5, 0.75, 0.01], 'unchanged', 'contradicted, null'],
    ['across them', [0.9, 0.75, 1.1, 0.3], 'unchanged', 'too few events, interval too wide'],
  ] as const)('%s', (_, fit, trend, expected) => {
    expect(decide([...fit], trend)).toBe(expected);
  });

  it('says "too few" without a reason where the record could not have shown it', () => {
    expect(decide([0.7, 0.3, 1.6, 0.4], 'falls', [], unable)).toBe('too few events, null');
  });

  it('is turned by a guard that fails, not by one that could not be run', () => {
    const fall: [number, number, number, number] = [0.5, 0.4, 0.6, 0.001];
    expect(decide(fall, 'falls', [guard('placebo dates', false)])).toBe('not separable, placebo dates');
    expect(decide(fall, 'falls', [guard('readings', false)])).toBe('disputed, readings');
    expect(decide(fall, 'falls', [guard('placebo dates', null)])).toBe('supported, null');
  });

  it.each([
    ['at least', 50, [0.3, 0.2, 0.45], 'supported'],
    ['at least', 50, [0.7, 0.6, 0.8], 'contradicted'],
    ['at least', 50, [0.45, 0.3, 0.6], 'too few events'],
    ['at most', 50, [0.7, 0.6, 0.8], 'supported'],
    ['at most', 50, [0.3, 0.2, 0.4], 'contradicted'],
    ['about', 50, [0.5, 0.42, 0.58], 'supported'],
    [null, 50, [0.3, 0.2, 0.38], 'contradicted'],
  ] as const)('by %s %i percent', (bound, percent, [ratio, lower, upper], expected) => {
    expect(decideSize({ ratio, lower, upper }, 'falls', { ...BY, bound, percent }).finding).toBe(expected);
  });
});

describe('many tests in one file', () => {
  const verdict = (finding: Verdict['finding']): Verdict => ({
    part: 'timing',
    finding,
    reason: null,
    sentence: 'Found.',
    effect: null,
    power: null,
    events: { trigger: null, response: null },
    guards: [],
  });
  const one = (pValue: number, parts = [0, 1], ...findings: Verdict['finding'][]): Judgement => ({
    parts: (findings.length > 0 ? findings : (['supported', 'supported'] as const)).map(verdict),
    figures: null,
    tests: [{ pValue, parts }],
  });
  const findings = (judgements: readonly Judgement[]) =>
    judgements.map(({ parts }) => parts.map(({ finding }) => finding));

  it('are corrected by Holm: the smallest of three by three, the next by two', () => {
    const corrected = correctMultiplicity([one(0.02), one(0.01), one(0.5)]);
    expect(findings(corrected)).toEqual([
      ['supported', 'supported'],
      ['supported', 'supported'],
      ['not separable', 'not separable'],
    ]);
    const values = corrected.map(({ parts }) => parts[0]?.guards.at(-1)?.value);
    expect(values).toEqual([0.04, 0.03, 0.5]);
    expect(
      correctMultiplicity([one(0.02), one(0.02), one(0.5)]).map(({ parts }) => parts[0]?.reason),
    ).toEqual(['number of tests', 'number of tests', 'number of tests']);
  });

  it('leave a lone test at its own level, just at it too', () => {
    expect(findings(correctMultiplicity([one(THRESHOLDS.familyLevel)]))).toEqual([
      ['supported', 'supported'],
    ]);
    expect(findings(correctMultiplicity([one(0.0501)]))).toEqual([['not separable', 'not separable']]);
  });

  it('touch only the parts that rest on the test, and only what was supported', () => {
    const corrected = correctMultiplicity([
      one(0.9, [1], 'supported', 'supported', 'disputed'),
      one(0.9, [0], 'contradicted'),
    ]);
    expect(findings(corrected)).toEqual([['supported', 'not separable', 'disputed'], ['contradicted']]);
    expect(corrected[1]?.parts[0]?.guards).toEqual([]);
  });

  it('do not count claims that were never tested', () => {
    const silent: Judgement = { parts: [verdict('not testable')], figures: null, tests: [] };
    expect(correctMultiplicity([silent, one(0.04), silent])[1]?.parts[0]?.guards[0]?.value).toBe(0.04);
  });
});

describe('power', () => {
  it('of an answer is a half at the threshold of the wave test, 0.8 at the detectable effect', () => {
    const { power, detectable, curve } = powerOfAnswer(6.63 / 0.01, 0.1);
    expect(power).toBeCloseTo(0.5, 10);
    expect(powerOfAnswer(6.63 / 0.01, detectable ?? 0).power).toBeCloseTo(0.8, 10);
    expect(curve.every((point, k) => k === 0 || point.power >= (curve[k - 1]?.power ?? 0))).toBe(true);
    expect(powerOfAnswer(0, 0.1).power).toBeNull();
    expect(powerOfAnswer(null, 0.1).power).toBeNull();
  });

  it('of a ratio is 0.8 at the detectable ratio', () => {
    const { detectable } = powerOfRatio(0.2, 0.8);
    expect(powerOfRatio(0.2, detectable ?? 0).power).toBeCloseTo(0.8, 10);
    expect(powerOfRatio(null, 0.8).power).toBeNull();
    expect(powerOfRatio(Infinity, 0.8).power).toBeNull();
  });
});

describe('readings of who did it', () => {
  const plan = planOf(theatreWithClaim('when North strikes South then anyone attacks North within 14 days'));
  const readings = attributionReadings(plan);
  const selections = (index: number) =>
    readings[index]?.plan.streams.map(({ selection }) => selection.anyOf[0]);

  it('drop events whose doer nobody states, or all that the doer or the victim does not state', () => {
    expect(selections(0)?.[0]?.attributions).not.toContain('unattributed');
    expect(selections(0)?.[0]?.attributions).toContain('attributed');
    expect(selections(1)?.[0]?.attributions).toEqual(expect.arrayContaining(['stated', 'claimed']));
    expect(selections(1)?.[0]?.attributions).not.toContain('attributed');
    expect(selections(1)?.[0]?.attributions).not.toContain('unattributed');
  });

  it('count events without a named doer too, where one was asked for', () => {
    expect(selections(2)?.map((one) => one?.initiators.orNobody)).toEqual([true, false]);
  });

  it('leave the plan itself alone', () => {
    expect(
      plan.streams.every(({ selection }) =>
        selection.anyOf.every(({ attributions }) => attributions === null),
      ),
    ).toBe(true);
    expect(readings).toHaveLength(3);
  });
});

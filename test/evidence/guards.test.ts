import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jitterTriggers } from '../../src/evidence/jitterTriggers.ts';
import { cutPair, markSteps, windowInSteps, type PairSeries } from '../../src/evidence/pairSeries.ts';
import { powerOfAnswer, powerOfRatio } from '../../src/evidence/power.ts';
import { attributionReadings } from '../../src/evidence/readings.ts';
import { responseByLag } from '../../src/evidence/responseByLag.ts';
import { designAnswer, fitAnswer } from '../../src/evidence/judge/fitAnswer.ts';
import { busiestSteps, leaveOut, turns } from '../../src/evidence/judge/leaveOuts.ts';
import { placeboChanges } from '../../src/evidence/judge/placeboChanges.ts';
import { randomStream } from '../../src/stats/index.ts';
import { planOf, theatreWithClaim } from '../model/smallTheatre.ts';
import { makeContext } from './makeContext.ts';
import { makePair } from './makePair.ts';

const all = (steps: number) => new Uint8Array(steps).fill(1);
const whole = (steps: number) => new Float64Array(steps).fill(1);
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
  coverage: { trigger: whole(trigger.length), response: whole(trigger.length) },
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
        )(randomStream(seed, 'jitter', 0), new Float64Array(counts.length));
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
      const moved = jitterTriggers(counts, all(60), 30)(randomStream(k, 'jitter', 0), new Float64Array(60));
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

describe('after a gap', () => {
  it('no step is evaluated whose window behind it holds an unrecorded step, nor the start of the record', () => {
    const { a, b } = makePair(1, { days: 120 });
    const recorded = all(120);
    recorded[60] = 0;
    const { recorded: used } = designAnswer(seriesOf(a, b, { recorded, evaluated: recorded }), {
      family: 'geometric',
      from: 1,
      to: 14,
    });
    expect([...used.keys()].filter((step) => used[step] === 0)).toEqual([
      ...Array.from({ length: 14 }, (_, step) => step),
      ...Array.from({ length: 15 }, (_, step) => 60 + step),
    ]);
  });

  it('a trigger is answered from the first lag of the claim on, and only where the claim speaks of it', () => {
    const trigger = new Float64Array(60);
    trigger[20] = trigger[40] = 1;
    const claimed = all(60);
    claimed[40] = 0;
    const series = seriesOf(trigger, new Float64Array(60), { claimed });
    const rule = (from: number, to: number) =>
      designAnswer(series, { family: 'geometric', from, to }).answers.find(({ name }) => name === 'rule')!.x;
    const reached = (x: Float64Array) => [...x.keys()].filter((step) => x[step]! > 0);
    expect(reached(rule(1, 4))).toEqual([21, 22, 23, 24]);
    expect(reached(rule(3, 6))).toEqual([23, 24, 25, 26]);
    expect(rule(1, 4).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const donut = designAnswer(series, { family: 'geometric', from: 1, to: 4 }, 3).answers[1]!.x;
    expect(reached(donut)).toEqual([23, 24]);
    expect(donut.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe('leave-outs', () => {
  it('turn a finding only where less than half is left and chance explains that', () => {
    expect(turns(0.6, null)).toBe(true);
    expect(turns(0.6, { rho: 0.29, pValue: 0.06 })).toBe(true);
    expect(turns(0.6, { rho: 0.29, pValue: 0.04 })).toBe(false);
    expect(turns(0.6, { rho: 0.31, pValue: 0.5 })).toBe(false);
  });

  it('take of a thin record the busiest of the days with an act, not half of them', () => {
    const trigger = Float64Array.from({ length: 400 }, (_, day) => (day % 20 === 0 ? 1 : 0));
    const response = Float64Array.from({ length: 400 }, (_, day) => (day % 20 === 1 ? 1 : 0));
    response[101] = 3;
    trigger[200] = 2;
    expect(busiestSteps(seriesOf(trigger, response))).toEqual([101, 200]);
    const evaluated = all(400);
    evaluated[101] = 0;
    expect(busiestSteps(seriesOf(trigger, response, { evaluated }))).toEqual([200, 0]);
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

describe('power', () => {
  it('of an answer is a half at the threshold of the wave test, 0.8 at the detectable effect', () => {
    const { power, detectable, curve } = powerOfAnswer(6.63 / 0.01, 0.1, 1e6);
    expect(power).toBeCloseTo(0.5, 10);
    expect(powerOfAnswer(6.63 / 0.01, detectable ?? 0, 1e6).power).toBeCloseTo(0.8, 10);
    expect(curve.every((point, k) => k === 0 || point.power >= (curve[k - 1]?.power ?? 0))).toBe(true);
    expect(powerOfAnswer(0, 0.1, 1e6).power).toBeNull();
    expect(powerOfAnswer(null, 0.1, 1e6).power).toBeNull();
  });

  it('of an answer is never more than the chance that so few triggers draw any extra answer', () => {
    const { power, detectable } = powerOfAnswer(1e6, 0.1, 1);
    expect(power).toBeCloseTo(1 - Math.exp(-0.1), 12);
    expect(detectable).toBeCloseTo(Math.log(5), 12);
  });

  it('of a rise is stated by ratios above 1', () => {
    const rise = powerOfRatio(0.2, 0.8, true);
    const fall = powerOfRatio(0.2, 0.8);
    expect(rise.smallestEffect).toBeCloseTo(1.25, 12);
    expect(rise.power).toBeCloseTo(fall.power ?? 0, 12);
    expect(rise.detectable).toBeCloseTo(1 / (fall.detectable ?? 1), 12);
    expect(rise.curve.every(({ effect }) => effect > 1)).toBe(true);
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

  it('count of several possible doers only the first, or none of several, where the row tells who acted', () => {
    const first = readings[3]?.plan.streams[0]?.selection.anyOf ?? [];
    expect(first.map(({ direction, initiators }) => [direction, initiators.among])).toEqual([
      ['told', 'first'],
      ['untold', undefined],
      // The sides of an event that tells no direction, the other way round.
      ['untold', undefined],
    ]);
    expect(selections(4)?.[0]?.initiators.among).toBe('alone');
  });

  it('change the doers also where they stand under the targets', () => {
    const mirrored = readings[2]?.plan.streams[0]?.selection.anyOf[1];
    expect(mirrored).toMatchObject({
      mirrored: true,
      targets: { orNobody: true },
      initiators: { orNobody: false },
    });
  });

  it('leave the plan itself alone', () => {
    expect(
      plan.streams.every(({ selection }) =>
        selection.anyOf.every(({ attributions }) => attributions === null),
      ),
    ).toBe(true);
    expect(readings).toHaveLength(5);
  });
});

/** Readings that judge the whole form anew: silent stretches, roots, declared periods. */
import { describe, expect, it } from 'vitest';
import { judge, type JudgeContext } from '../../../src/evidence/index.ts';
import { gatherWholeReadings } from '../../../src/evidence/gatherWholeReadings.ts';
import { powerToExclude } from '../../../src/evidence/power.ts';
import type { WholeReading } from '../../../src/evidence/judge/context.ts';
import type { ClaimTest, Plan } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair } from '../makePair.ts';

const DAYS = 900;
const answer: ClaimTest = {
  kind: 'answer',
  trigger: 's1',
  response: 's2',
  delay: { family: 'geometric', from: 1, to: 14 },
  share: null,
  nested: null,
};

/** The two made streams as columns of a table of counts. */
function asTable(context: JudgeContext): JudgeContext {
  const columns = [{ record: 'counts.csv', column: 'c' }];
  const streams = context.plan.streams.map((stream) => ({ ...stream, columns }));
  return { ...context, plan: { ...context.plan, streams } };
}

const made = (a: Float64Array, b: Float64Array) => asTable(makeContext(a, b, answer));
const readingsOf = ({ plan, panel }: JudgeContext) => gatherWholeReadings(plan, panel);

describe('other readings of a table of counts', () => {
  const { a, b } = makePair(3, { days: DAYS, rate: 0.3, rhoAB: 0.7 });
  const silent = b.map((count, day) => (day < 300 ? 0 : count));

  it('propose a silent stretch at an end of a column, and none inside, nor in a record of events', () => {
    const [reading, ...others] = readingsOf(made(a, silent));
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ about: 'silence', streams: ['s2'], onlyRules: false });
    expect(reading?.name).toContain('1970-01-01 to 1970-10-2');
    const masked = reading?.panel.recorded.reduce((sum, on) => sum + (on ? 0 : 1), 0) ?? 0;
    expect(masked).toBeGreaterThanOrEqual(300);
    expect(masked).toBeLessThan(330);
    const inside = b.map((count, day) => (day >= 300 && day < 500 ? 0 : count));
    expect(readingsOf(made(a, inside))).toEqual([]);
    const ending = b.map((count, day) => (day >= 600 ? 0 : count));
    expect(readingsOf(made(a, ending))[0]).toMatchObject({ about: 'silence', onlyRules: true });
    expect(readingsOf(makeContext(a, silent, answer))).toEqual([]);
    expect(readingsOf(made(a, new Float64Array(DAYS)))).toEqual([]);
  });

  it('take roots of counts in lumps, and leave single events alone', () => {
    expect(readingsOf(made(a, b))).toEqual([]);
    const lumps = b.map((count) => 9 * count);
    const [roots] = readingsOf(made(a, lumps));
    expect(roots).toMatchObject({ about: 'scale', streams: ['s2'], onlyRules: true });
    expect(roots?.panel.counts[1]).toEqual(lumps.map((count) => Math.round(Math.sqrt(count))));
    expect(roots?.panel.counts[0]).toEqual(a);
  });

  it('make a finding that turns on them disputed, with the name of what it turns on', () => {
    const context = made(a, silent);
    const alone = judge(context).parts[0];
    expect(alone?.finding).not.toBe('supported');
    const [timing] = judge({ ...context, wholeReadings: readingsOf(context) }).parts;
    expect(timing).toMatchObject({ finding: 'disputed', reason: 'silent stretch' });
    expect(timing?.sentence).toContain(`As the record stands it is ${alone?.finding}`);
    expect(timing?.sentence).toContain('it is supported');
  }, 30_000);

  it('leave a finding that stands on both as it is, and say so in a guard', () => {
    const context = made(a, b);
    const same: WholeReading = {
      name: 'the same again',
      about: 'scale',
      streams: ['s1'],
      onlyRules: true,
      panel: context.panel,
    };
    const [own] = judge(context).parts;
    const [timing] = judge({ ...context, wholeReadings: [same] }).parts;
    expect(own?.finding).toBe('supported');
    expect(timing?.finding).toBe('supported');
    expect(timing?.guards.at(-1)).toMatchObject({ name: 'scale of the counts', passed: true });
    const unread = { ...same, streams: ['s9'] };
    expect(judge({ ...context, wholeReadings: [unread] }).parts[0]?.guards).toEqual(own?.guards);
  }, 30_000);
});

describe('declared periods', () => {
  const half = DAYS / 2;
  const periods: Plan['periods'] = [
    { name: 'Early', days: [{ first: 0, last: half - 1 }] },
    { name: 'Late', days: [{ first: half, last: DAYS - 1 }] },
  ];
  const withPeriods = (a: Float64Array, b: Float64Array) => {
    const context = makeContext(a, b, answer);
    return judge({ ...context, plan: { ...context.plan, periods } }).parts[0];
  };

  it('are tried one by one, and keep an answer that holds in both', () => {
    const { a, b } = makePair(3, { days: DAYS, rate: 0.3, rhoAB: 0.7 });
    const tried = withPeriods(a, b)?.guards.find(({ name }) => name === 'readings')?.tried ?? [];
    expect(tried.filter(({ about }) => about === 'period').map(({ name, turned }) => [name, turned])).toEqual(
      [
        ['a level of its own in each declared period', false],
        ['Early alone', false],
        ['Late alone', false],
      ],
    );
  }, 30_000);

  it('turn an answer that one of them rules out', () => {
    const early = makePair(8, { days: half, rate: 0.6, rhoAB: 0.9, self: 0 });
    const late = makePair(9, { days: half, rate: 0.6, self: 0 });
    const join = (one: Float64Array, other: Float64Array) => Float64Array.from([...one, ...other]);
    const timing = withPeriods(join(early.a, late.a), join(early.b, late.b));
    const tried = timing?.guards.find(({ name }) => name === 'readings')?.tried ?? [];
    expect(tried.find(({ name }) => name === 'Late alone')).toMatchObject({ turned: true });
    expect(timing?.finding).not.toBe('supported');
  }, 30_000);
});

it('the chance to rule an answer out grows with information and needs triggers', () => {
  expect(powerToExclude(null, 0.1, 100)).toBe(0);
  expect(powerToExclude(0, 0.1, 100)).toBe(0);
  expect(powerToExclude((1.6448536 / 0.1) ** 2, 0.1, 1e6)).toBeCloseTo(0.5, 6);
  expect(powerToExclude(1e6, 0.1, 1e6)).toBeCloseTo(1, 6);
  expect(powerToExclude(1e6, 0.1, 5)).toBeCloseTo(1 - Math.exp(-0.5), 6);
});

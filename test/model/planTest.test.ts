import { describe, expect, it } from 'vitest';
import { countDays, formatDay, type DayInterval } from '../../src/calendar/index.ts';
import { claimPlanOf, planOf, testOf, theatreWithClaim } from './smallTheatre.ts';

const written = (days: readonly DayInterval[]): string[] =>
  days.map(({ first, last }) => `${formatDay(first)} ${formatDay(last)}`);
const changeOf = (sentence: string, source?: string) =>
  testOf('change', `South attacks on North ${sentence}`, source);
const truceOf = (sentence: string, source?: string) =>
  testOf('truce', `truce between North and South ${sentence}`, source);

describe('a change and what it is compared with', () => {
  it('looks back over as many days as the change covers', () => {
    const { windows, base, baseText } = changeOf('fall from 2020-09-01 to 2020-12-31');
    expect(written(windows)).toEqual(['2020-09-01 2020-12-31']);
    expect(countDays(base)).toBe(countDays(windows));
    expect(written(base)).toEqual(['2020-05-02 2020-08-31']);
    expect(baseText).toBe('the 122 days before (default)');
  });

  it('looks back over at least 90 days, and never past the start of the record', () => {
    expect(written(changeOf('fall from 2020-09-01 to 2020-09-10').base)).toEqual(['2020-06-03 2020-08-31']);
    expect(written(changeOf('fall from 2020-02-01 to 2020-12-31').base)).toEqual(['2020-01-01 2020-01-31']);
    expect(changeOf('fall from 2020-01-01 to 2020-12-31').base).toEqual([]);
  });

  it('ends with the record, or with the publication of its source', () => {
    expect(written(changeOf('fall from 2021-02-01').windows)).toEqual(['2021-02-01 2021-12-31']);
    expect(written(changeOf('fall from 2021-02-01', 'Paper').windows)).toEqual(['2021-02-01 2021-06-30']);
    // The base is as long as the days that are judged.
    expect(countDays(changeOf('fall from 2021-02-01', 'Paper').base)).toBe(150);
  });

  it('has no window where the source was published before it', () => {
    expect(changeOf('fall from 2021-08-01', 'Paper').windows).toEqual([]);
  });

  it('compares a recurring or an open period with all other days', () => {
    const summer = changeOf('rise during Summer', 'Paper');
    expect(written(summer.windows)).toEqual(['2020-06-01 2020-08-31', '2021-06-01 2021-06-30']);
    expect(written(summer.base)).toEqual(['2020-01-01 2020-05-31', '2020-09-01 2021-05-31']);
    expect(summer.baseText).toBe('all other days (default)');
    expect(written(changeOf('fall during Open').base)).toEqual(['2020-03-01 2021-12-31']);
  });

  it('takes the days, the period or the stream that the claim names', () => {
    const dates = changeOf('fall from 2020-09 compared with 2020-03-05 to 2020-04-10');
    expect([written(dates.base), dates.baseText]).toEqual([['2020-03-05 2020-04-10'], 'the days named']);
    const period = changeOf('fall from 2020-04-15 to 2020-06-30 compared with Thaw');
    expect([written(period.base), period.baseText]).toEqual([['2020-03-01 2020-04-14'], 'the period Thaw']);
    const stream = changeOf('fall from 2020-09 compared with North strikes on South');
    expect(stream.comparison).not.toBeNull();
    expect(stream.comparison).not.toBe(stream.stream);
  });

  it('keeps direction, size and steadiness', () => {
    expect(changeOf('fall steadily from 2020-09-01 to 2020-12-31')).toMatchObject({
      steadily: true,
      trend: 'falls',
      by: null,
    });
    expect(changeOf('rise from 2020-09 by at least half')).toMatchObject({
      trend: 'rises',
      by: { bound: 'at least', percent: 50 },
    });
  });
});

describe('a truce', () => {
  it('is compared with the days before it was expected, which stand apart', () => {
    const { windows, base, anticipation } = truceOf('from 2020-09-01 to 2020-09-30 expected from 2020-08-20');
    expect(written(windows)).toEqual(['2020-09-01 2020-09-30']);
    expect(written(anticipation ? [anticipation] : [])).toEqual(['2020-08-20 2020-08-31']);
    expect(written(base)).toEqual(['2020-05-22 2020-08-19']);
  });

  it('has no anticipation where none is written', () => {
    const { base, anticipation } = truceOf('from 2020-09-01 to 2020-12-31');
    expect(anticipation).toBeNull();
    expect(written(base)).toEqual(['2020-05-02 2020-08-31']);
  });

  it('that recurs is compared with the other days', () => {
    expect(written(truceOf('during Summer', 'Paper').base)).toEqual([
      '2020-01-01 2020-05-31',
      '2020-09-01 2021-05-31',
    ]);
  });

  it('after publication keeps the days it is compared with', () => {
    const plan = claimPlanOf('truce between North and South from 2021-06-01 to 2021-09-30', 'Paper');
    if (plan.test.kind !== 'truce' || plan.testAfterPublication?.kind !== 'truce')
      throw new Error('no truce');
    expect(written(plan.testAfterPublication.windows)).toEqual(['2021-07-01 2021-09-30']);
    expect(plan.testAfterPublication.base).toEqual(plan.test.base);
  });

  it('counts each direction as a stream of its own', () => {
    const { directions } = truceOf('from 2020-09-01');
    expect(new Set(directions).size).toBe(2);
    expect(testOf('truce', 'truce by North toward South from 2020-09-01').directions).toHaveLength(1);
  });
});

describe('rules', () => {
  it('state their window as lags of whole days', () => {
    const answer = testOf(
      'answer',
      'when North strikes South then South attacks North after 3 to 10 days in at least 80 percent of cases',
    );
    expect(answer).toMatchObject({
      delay: { family: 'geometric', from: 3, to: 10 },
      share: { bound: 'at least', value: 80 },
    });
    const within = testOf(
      'noExtra',
      'when North strikes South then no extra South attacks on North within 14 days',
    );
    expect(within.delay).toMatchObject({ from: 1, to: 14 });
    const shift = testOf(
      'shift',
      'when North strikes South then no fewer South attacks on North for 90 days',
    );
    expect(shift).toMatchObject({ how: 'fewer', negated: true, days: 90 });
  });

  it('take the delay that the claim assumes', () => {
    const { delay } = testOf(
      'answer',
      'when North strikes South then South attacks North within 14 days\nassuming delay uniform',
    );
    expect(delay.family).toBe('uniform');
  });

  it('count events only where their day is known as exactly as the window needs', () => {
    const plan = planOf(theatreWithClaim('when North strikes South then South attacks North within 14 days'));
    expect(plan.streams.map(({ selection }) => selection.anyOf[0]?.coarsestDays)).toEqual([14, 14]);
    const change = planOf(theatreWithClaim('South attacks on North fall from 2020-09'));
    expect(change.streams[0]?.selection.anyOf[0]?.coarsestDays).toBeNull();
  });
});

describe('dated events and totals', () => {
  it('look for the event on its day without its size, and on any day', () => {
    const sentence = 'first North strikes South in Fort on 2020-05-05 killing at least 50';
    const plan = planOf(theatreWithClaim(sentence));
    const { test } = plan.claims[0]!;
    if (test.kind !== 'event') throw new Error('no event');
    const [onDay, anyDay] = [test.stream, test.anyDay].map((id) => plan.streams.find((one) => one.id === id));
    expect(onDay?.selection.anyOf[0]).toMatchObject({ size: null, days: test.date });
    expect(anyDay?.selection.anyOf[0]).toMatchObject({ size: null, days: null });
    expect(test).toMatchObject({ first: true, size: { measure: 'killed', quantity: { value: 50 } } });
  });

  it('keep quantity, days and rate of a total', () => {
    expect(testOf('total', 'about 2 South attacks on North per week from 2020-02 to 2020-03')).toMatchObject({
      quantity: { bound: 'about', value: 2 },
      perDays: 7,
    });
  });
});

describe('every other form', () => {
  const rule = 'when North strikes South then South attacks North within 14 days';

  it('keeps what is tested on top of a plain rule', () => {
    const whileRule = claimPlanOf(`${rule}\nwhile at least 2 West strikes over the last 30 days`).test;
    expect(whileRule).toMatchObject({
      kind: 'answer',
      nested: { kind: 'while', quantity: { bound: 'at least', value: 2 }, days: 30 },
    });
    const graded = claimPlanOf(`${rule}\ngraded by killed`);
    expect(graded.test).toMatchObject({ kind: 'answer', nested: { kind: 'graded', measure: 'killed' } });
  });

  it('takes `that day` for coincidence and two rules for an exchange', () => {
    expect(testOf('sameDay', 'when North strikes South then South attacks North that day')).toMatchObject({
      share: null,
    });
    const { first, second, delay } = testOf(
      'mutual',
      'North strikes South and South attacks North answer each other within 14 days',
    );
    expect(first).not.toBe(second);
    expect(delay).toMatchObject({ from: 1, to: 14 });
  });

  it('splits `each of` into one test a side', () => {
    const { members } = testOf(
      'each',
      'when North strikes South then each of Pact attacks South within 14 days',
    );
    expect(members.length).toBeGreaterThan(1);
    expect(new Set(members.map(({ label }) => label)).size).toBe(members.length);
    expect(members.every(({ test }) => test.kind === 'answer')).toBe(true);
  });

  it('is kept apart from what no record can show', () => {
    expect(testOf('untestable', 'untestable intent "the aim was to cut the road"')).toMatchObject({
      of: 'intent',
    });
  });
});

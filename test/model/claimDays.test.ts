import { describe, expect, it } from 'vitest';
import { dayFromCivil, formatDay, type DayInterval } from '../../src/calendar/index.ts';
import { claimPlanOf } from './smallTheatre.ts';

const ANSWER = 'when North strikes South then South attacks North within 14 days';
const written = (days: readonly DayInterval[]): string[] =>
  days.map(({ first, last }) => `${formatDay(first)} ${formatDay(last)}`);
const daysOf = (lines: string, source = 'Undated'): string[] =>
  written(claimPlanOf(`${ANSWER}${lines ? `\n${lines}` : ''}`, source).days);

describe('the days a claim speaks of', () => {
  it('are all covered days where nothing restricts them', () => {
    expect(daysOf('')).toEqual(['2020-01-01 2021-12-31']);
  });

  it('begin on the day of `since` and end on the day of `until`, both included', () => {
    expect(daysOf('since 2020-02-10')).toEqual(['2020-02-10 2021-12-31']);
    expect(daysOf('until 2020-02-10')).toEqual(['2020-01-01 2020-02-10']);
    expect(daysOf('since 2020-02-10\nuntil 2020-02-10')).toEqual(['2020-02-10 2020-02-10']);
  });

  it('take a short date for its first or last day', () => {
    expect(daysOf('since 2020-02\nuntil 2020-04')).toEqual(['2020-02-01 2020-04-30']);
    expect(daysOf('since 2021')).toEqual(['2021-01-01 2021-12-31']);
  });

  it('are those of a period, or all others', () => {
    expect(daysOf('during Thaw')).toEqual(['2020-03-01 2020-04-30']);
    expect(daysOf('outside Thaw')).toEqual(['2020-01-01 2020-02-29', '2020-05-01 2021-12-31']);
    expect(daysOf('during Open')).toEqual(['2020-01-01 2020-02-29']);
    expect(daysOf('outside Open')).toEqual(['2020-03-01 2021-12-31']);
    expect(daysOf('during Summer')).toEqual(['2020-06-01 2020-08-31', '2021-06-01 2021-08-31']);
    expect(daysOf('outside Summer')).toEqual([
      '2020-01-01 2020-05-31',
      '2020-09-01 2021-05-31',
      '2021-09-01 2021-12-31',
    ]);
  });

  it('satisfy every restriction at once', () => {
    expect(daysOf('since 2020-03-15\nduring Thaw')).toEqual(['2020-03-15 2020-04-30']);
    expect(daysOf('during Thaw\noutside Summer\nuntil 2020-04-01')).toEqual(['2020-03-01 2020-04-01']);
  });

  it('end with the publication of the source; what follows is kept apart', () => {
    const plan = claimPlanOf(ANSWER, 'Paper');
    expect(written(plan.days)).toEqual(['2020-01-01 2021-06-30']);
    expect(written(plan.daysAfterPublication)).toEqual(['2021-07-01 2021-12-31']);
    expect(plan).toMatchObject({ publishedDefault: true, judgedUntil: dayFromCivil(2021, 6, 30) });
    expect(plan.testAfterPublication).toEqual(plan.test);
  });

  it('share no day with those after publication', () => {
    const plan = claimPlanOf(`${ANSWER}\noutside Summer`, 'Paper');
    expect(written(plan.days)).toEqual(['2020-01-01 2020-05-31', '2020-09-01 2021-05-31']);
    expect(written(plan.daysAfterPublication)).toEqual(['2021-09-01 2021-12-31']);
  });

  it('leave nothing after publication where the claim itself ends before it', () => {
    const plan = claimPlanOf(`${ANSWER}\nuntil 2021-01-31`, 'Paper');
    expect(plan.daysAfterPublication).toEqual([]);
    expect(plan.testAfterPublication).toBeNull();
  });

  it('have no limit where nobody knows when the source was published', () => {
    expect(claimPlanOf(ANSWER)).toMatchObject({
      judgedUntil: null,
      publishedDefault: false,
      daysAfterPublication: [],
      testAfterPublication: null,
    });
  });

  it('move the windows of a change past publication and keep what it is compared with', () => {
    const plan = claimPlanOf('South attacks on North fall from 2021-05-01 to 2021-08-31', 'Paper');
    if (plan.test.kind !== 'change' || plan.testAfterPublication?.kind !== 'change')
      throw new Error('no change');
    expect(written(plan.test.windows)).toEqual(['2021-05-01 2021-06-30']);
    expect(written(plan.testAfterPublication.windows)).toEqual(['2021-07-01 2021-08-31']);
    expect(plan.testAfterPublication.base).toEqual(plan.test.base);
  });
});

import { describe, expect, it } from 'vitest';
import { dayFromCivil, formatDay, type DayInterval } from '../../src/calendar/index.ts';
import { compile, findRecordDays } from '../../src/model/index.ts';
import { createMemoryStore, type CountsTable } from '../../src/record/index.ts';
import { makeEvent } from '../evidence/makeContext.ts';
import { theatreOf } from '../language/theatreText.ts';
import { SMALL_HEAD } from './smallTheatre.ts';

const RECORD = `record "made.csv"
  covers 2020-01-01 to 2021-12-31`;
const CLAIM = `claim C by Undated
  South attacks on North fall from 2020-09
`;
const written = (days: readonly DayInterval[]): string[] =>
  days.map(({ first, last }) => `${formatDay(first)} ${formatDay(last)}`);
function planWith(record: string, recordDays: DayInterval | null = null) {
  const plan = compile(theatreOf(`${SMALL_HEAD.replace(RECORD, record)}${CLAIM}`), { recordDays });
  return { ...plan, range: plan.last < plan.first ? null : written([plan])[0], days: written(plan.recorded) };
}
const table = (first: number, steps: number, step: 'day' | 'week'): CountsTable => ({
  record: 'table.csv',
  hash: '',
  step,
  first,
  steps,
  columns: {},
  setAside: [],
});

describe('which days are recorded', () => {
  it('are those the file says are covered, whatever rows there are', () => {
    const { range, days } = planWith(RECORD, { first: 0, last: 1 });
    expect([range, days]).toEqual(['2020-01-01 2021-12-31', ['2020-01-01 2021-12-31']]);
  });

  it('are those from the first to the last row where the file does not say', () => {
    const recordDays = { first: dayFromCivil(2020, 2, 1), last: dayFromCivil(2020, 12, 5) };
    expect(planWith('record "made.csv"', recordDays)).toMatchObject({
      range: '2020-02-01 2020-12-05',
      days: ['2020-02-01 2020-12-05'],
    });
  });

  it('are none where nothing tells', () => {
    const { range, recorded, claims } = planWith('record "made.csv"');
    expect([range, recorded, claims[0]?.days]).toEqual([null, [], []]);
  });

  it('leave out spells that nobody recorded', () => {
    const record = `${RECORD}\n  missing 2020-02-10 to 2020-02-20\n  missing 2020-02-21 to 2020-03-01`;
    expect(planWith(record).days).toEqual(['2020-01-01 2020-02-09', '2020-03-02 2021-12-31']);
  });

  it('are those of every record together, with the hole between two of them', () => {
    const record = `record "a.csv"\n  covers 2020-01-01 to 2020-06-30\nrecord "b.csv"\n  covers 2020-09-01 to 2021-12-31`;
    const { range, days } = planWith(record);
    expect([range, days]).toEqual([
      '2020-01-01 2021-12-31',
      ['2020-01-01 2020-06-30', '2020-09-01 2021-12-31'],
    ]);
  });

  it('are counted in weeks as soon as one table holds weeks', () => {
    expect(planWith(RECORD).stepDays).toBe(1);
    const weekly =
      'record "table.csv" as counts per week\n  covers 2020-01-06 to 2021-12-31\n  column c is South attacks on North';
    expect(planWith(weekly).stepDays).toBe(7);
  });
});

describe('the days of a record', () => {
  it('run from the first day of any row to the last of any row or table', async () => {
    const store = createMemoryStore([makeEvent('A', 100), makeEvent('B', 90, { last: 120 })]);
    expect(await findRecordDays(store, [])).toEqual({ first: 90, last: 120 });
    expect(await findRecordDays(store, [table(80, 3, 'week')])).toEqual({ first: 80, last: 120 });
    expect(await findRecordDays(createMemoryStore([]), [table(80, 3, 'week')])).toEqual({
      first: 80,
      last: 100,
    });
    expect(await findRecordDays(createMemoryStore([]), [table(80, 3, 'day')])).toEqual({
      first: 80,
      last: 82,
    });
  });

  it('are unknown where nothing is held', async () => {
    expect(await findRecordDays(createMemoryStore([]), [])).toBeNull();
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/calendar/index.ts';
import {
  daySeries,
  proposeGaps,
  readCountsTable,
  tableSeries,
  type DaySeries,
} from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';

/** `rate` events every day but on the days of a run. */
function regular(rate: number, days: number, from: number, to: number): DaySeries {
  const counts = Array.from({ length: days }, (_, day) => (day >= from && day <= to ? 0 : rate));
  return { first: 0, stepDays: 1, counts };
}

describe('a run without any event', () => {
  it.each([
    // An even rate has no spread: 14 windows-days at one a day have the probability e^-14, below 10^-6.
    [1, 400, 200, 213, 1],
    // Thirteen days are never proposed, however dense the record.
    [50, 400, 200, 212, 0],
    // e^(-0.5 * 27) is 1.4 in a million.
    [0.5, 400, 200, 226, 0],
    [0.5, 400, 200, 227, 1],
    // At the end and the beginning of the covered days one side is enough.
    [1, 400, 380, 399, 1],
    [1, 400, 0, 19, 1],
    // Too little around to tell a rate.
    [1, 90, 40, 60, 0],
  ])('%d a day, %i days, empty from %i to %i: %i proposed', (rate, days, from, to, proposed) => {
    const gaps = proposeGaps(regular(rate, days, from, to));
    expect(gaps.map(({ first, last }) => [first, last])).toEqual(proposed ? [[from, to]] : []);
    if (proposed) expect(gaps[0]?.expected).toBeCloseTo(rate * (to - from + 1), 9);
  });

  it('is no gap where the record is quiet on one of its sides', () => {
    const calm = Array.from({ length: 600 }, (_, day) => Number(day % 60 === 59 || day < 300));
    expect(proposeGaps({ first: 0, stepDays: 1, counts: calm })).toEqual([]);
  });

  it('is weighed by how uneven the record is', () => {
    // The same mean, in bursts of one fortnight in four: a run of 40 days is no wonder there.
    const isBusy = (day: number) => Math.floor(day / 14) % 4 === 0 && (day < 300 || day >= 340);
    const bursts = Array.from({ length: 700 }, (_, day) => (isBusy(day) ? 4 : 0));
    expect(proposeGaps({ first: 0, stepDays: 1, counts: bursts })).toEqual([]);
    expect(proposeGaps(regular(1, 700, 300, 339))).toHaveLength(1);
  });

  it('is sought only in days that somebody recorded, week by week in a weekly table', () => {
    const { counts } = regular(1, 400, 200, 230);
    const masked = counts.map((count, day) => (day >= 200 && day <= 230 ? null : count));
    expect(proposeGaps({ first: 0, stepDays: 1, counts: masked })).toEqual([]);
    const weeks = Array.from({ length: 60 }, (_, week) => (week >= 30 && week < 33 ? 0 : 9));
    expect(proposeGaps({ first: 100, stepDays: 7, counts: weeks })).toMatchObject([
      { first: 100 + 210, last: 100 + 230, expected: 27 },
    ]);
    expect(proposeGaps({ first: 0, stepDays: 1, counts: [] })).toEqual([]);
  });

  it('does not count as surroundings of another once it is proposed', () => {
    const two = regular(1, 600, 200, 290).counts.map((count, day) => (day >= 330 && day < 380 ? 0 : count));
    expect(proposeGaps({ first: 0, stepDays: 1, counts: two })).toHaveLength(2);
  });
});

it('spreads an inexactly dated event over its days and lets one of a year speak of none', () => {
  const days = [
    { first: 10, last: 13, events: 2 },
    { first: 0, last: 364, events: 5 },
  ];
  const { counts } = daySeries(days, { first: 9, last: 14 }, [{ first: 14, last: 14 }]);
  expect(counts).toEqual([0, 0.5, 0.5, 0.5, 0.5, null]);
});

const DATA = new URL('../../../shared/data/', import.meta.url);
const hasData = existsSync(DATA);
if (!hasData) process.stderr.write(`No records at ${DATA.pathname}: gaps are not sought in real ones.\n`);

describe.skipIf(!hasData)('in real records', () => {
  const read = (name: string) => readFileSync(new URL(name, DATA), 'utf8');
  const words = (series: DaySeries) =>
    proposeGaps(series).map(({ first, last }) => `${formatDay(first)} to ${formatDay(last)}`);

  it('proposes the one silence of the chronology that its rate cannot explain', () => {
    const { events } = readWholeRecord(read('chronology/chronology.csv'));
    const days = events.map(({ first, last }) => ({ first, last, events: 1 }));
    const span = { first: 17287, last: 19904 };
    // The eleven months from July 2018 are not among them: two events a year before tell too little.
    expect(words(daySeries(days, span, []))).toEqual(['2023-04-12 to 2023-10-16']);
  });

  it('proposes none in twenty years of daily deaths', () => {
    const text = read('btselem/btselem_daily_directed.csv');
    const reading = readCountsTable(text, 'daily.csv', '', 'day');
    if (reading.kind !== 'table') throw new Error('the table cannot be read');
    expect(words(tableSeries(reading.table))).toEqual([]);
  });
});

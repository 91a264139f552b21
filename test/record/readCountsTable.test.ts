import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { readCountsTable, readPublishedTotals } from '../../src/record/index.ts';

function table(text: string, step: 'day' | 'week' = 'day') {
  const reading = readCountsTable(text, 'daily.csv', 'hash', step);
  if (reading.kind === 'fault') throw new Error(reading.fault.message);
  return reading.table;
}

function refusal(text: string, step: 'day' | 'week' = 'day'): string {
  const reading = readCountsTable(text, 'daily.csv', 'hash', step);
  return reading.kind === 'fault' ? reading.fault.message : 'read';
}

describe('readCountsTable', () => {
  it('puts rows on their days; days without a row and empty cells are not recorded', () => {
    const { first, steps, columns, setAside } = table(
      '\ufeffnote,Date,a,__proto__\nx,2020-01-04,3,1\n,2020-01-01,,0\n',
    );
    expect([first, steps, setAside]).toEqual([dayFromCivil(2020, 1, 1), 4, []]);
    expect(columns['a']).toEqual([null, null, null, 3]);
    expect(Object.keys(columns)).toEqual(['a', '__proto__']);
    expect(columns['__proto__']).toEqual([0, null, null, 1]);
  });

  it('sets rows aside with the reason', () => {
    const text = [
      'date,a,b',
      '2020-01-01,1,1',
      '2020-01-02,x,1',
      '2020-01-03,-1,1',
      '2020-01-04,1',
      '04/01/20,1,1',
    ]
      .concat([
        '2020-01-05,1,2',
        '2020-01-05,1,2',
        '2020-01-06,1,1',
        '2020-01-06,1,3',
        '2020-01-07,1.5,1',
        '2020-01-08,0,0',
      ])
      .join('\n');
    const { columns, setAside } = table(text);
    expect(setAside.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'a', 'x is not a whole number'],
      [4, 'a', '-1 is negative; a count is 0 or more'],
      [5, null, '2 fields, but the header names 3'],
      [6, 'date', '04/01/20 has a year of two digits; dates are written year-month-day, as 2019-12-29'],
      [8, 'date', '2020-01-05 also stands on line 7'],
      [9, 'date', '2020-01-06 also stands on line 10 with other numbers'],
      [10, 'date', '2020-01-06 also stands on line 9 with other numbers'],
      [11, 'a', '1.5 is not a whole number, or holds a separator; write digits alone'],
    ]);
    expect(columns['b']).toEqual([1, null, null, null, 2, null, null, 0]);
  });

  it('keeps a week to its weekday', () => {
    const { steps, columns, setAside } = table(
      'week,a\n2020-01-06,1\n2020-01-13,2\n2020-01-21,9\n2020-01-27,4\n2020-02-03,5',
      'week',
    );
    expect([steps, columns['a']]).toEqual([5, [1, 2, null, 4, 5]]);
    expect(setAside).toMatchObject([
      { line: 4, reason: '2020-01-21 is not a whole number of weeks from the other rows' },
    ]);
  });

  it.each<[string, 'day' | 'week', string]>([
    ['', 'day', 'The file is empty.'],
    ['<html>', 'day', 'This is a web page, not a table.'],
    ['date', 'day', 'Found one column (date); a table of counts has a date and at least one series.'],
    [
      'date;a\n2020-01-01;1',
      'day',
      'Found one column (date;a); a table of counts has a date and at least one series.',
    ],
    ['date,a,a\n', 'day', 'The column a stands more than once.'],
    ['date,a\n2020-01-01,x', 'day', 'No column holds counts (whole numbers from 0 up).'],
    [
      'date,a\n1.1.2020,1',
      'day',
      'No row of the table can be read; the first one: 1.1.2020 does not say which number is the day and which the month; dates are written year-month-day, as 2019-12-29.',
    ],
    [
      'date,a\n2020-01-06,1\n2020-01-13,1\n2020-01-20,1',
      'day',
      'The rows are weeks apart, but the table is declared per day.',
    ],
    [
      'date,a\n2020-01-06,1\n2020-01-07,1\n2020-01-08,1',
      'week',
      'Most rows are not weeks apart, but the table is declared per week.',
    ],
    [
      'date,a\n1800-01-01,1\n2190-01-07,1\n2190-01-08,1',
      'day',
      'The table runs from 1800-01-01 to 2190-01-08: more than 100000 steps.',
    ],
  ])('refuses %j per %s', (text, step, message) => {
    expect(refusal(text, step)).toBe(message);
  });
});

describe('readPublishedTotals', () => {
  const head = 'date,source,scope,total,iraq,url,note\n';
  it.each<[string, string | null]>([
    ['since 2023-10-17', '2023-10-17'],
    ['Syria since 2023-10-19', '2023-10-19'],
    ['Iraq since October 2019', '2019-10-01'],
    ['September 2020 only', '2020-09-01'],
    ['Iraq and Syria', null],
    ['since October', null],
    ['since 2023-13-17', null],
  ])('finds the first day of %j', (scope, since) => {
    const reading = readPublishedTotals(`${head}2024-02-04,AFP,${scope},170,,,`, 'c.csv');
    const [year, month, day] = (since ?? '0-0-0').split('-').map(Number) as [number, number, number];
    expect(reading.kind === 'totals' && reading.totals[0]?.since).toBe(
      since === null ? null : dayFromCivil(year, month, day),
    );
  });

  it('sets aside what is no total, and refuses what is no table of totals', () => {
    const reading = readPublishedTotals(
      `${head}2024-02-04,AFP,x,,,,\n04.02.24,AFP,x,1,,,\n2020-02-04,AFP,since 2023-10-17,1,,,\n2024-02-04,AFP,x,1`,
      'c.csv',
    );
    expect(reading.kind === 'totals' && reading.setAside.map(({ line, column }) => [line, column])).toEqual([
      [2, 'total'],
      [3, 'date'],
      [4, 'scope'],
      [5, null],
    ]);
    expect(readPublishedTotals('a,b\n1,2', 'c.csv')).toMatchObject({
      kind: 'fault',
      fault: { file: 'c.csv', line: 1 },
    });
  });
});

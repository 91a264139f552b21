import { describe, expect, it } from 'vitest';
import { dayFromCivil, formatDay } from '../../src/calendar/index.ts';
import { daysOfMonthId, monthIdOf } from '../../src/forecast/monthId.ts';
import { readViewsDraws } from '../../src/forecast/readViewsDraws.ts';
import { writeViewsDraws } from '../../src/forecast/writeViewsDraws.ts';

describe('months of VIEWS', () => {
  it('counts from January 1980', () => {
    expect(monthIdOf(dayFromCivil(1980, 1, 31))).toBe(1);
    expect(monthIdOf(dayFromCivil(2018, 1, 1))).toBe(457);
    expect(monthIdOf(dayFromCivil(2024, 12, 31))).toBe(540);
  });

  it('finds the days again, leap years among them', () => {
    const { first, last } = daysOfMonthId(530);
    expect([formatDay(first), formatDay(last)]).toEqual(['2024-02-01', '2024-02-29']);
    for (let id = 1; id < 700; id++) expect(monthIdOf(daysOfMonthId(id).last + 1)).toBe(id + 1);
  });
});

const cells = [
  { month: 530, unit: 'North attacks South, near "Bridge"', draws: Float64Array.of(3, 0, 12) },
  { month: 531, unit: 'West', draws: Float64Array.of(1, 1, 0.5) },
];

describe('draws in the layout of VIEWS', () => {
  it('come back as they were written', () => {
    const text = [...writeViewsDraws(cells)].join('');
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'month_id,unit,draw,outcome',
      '530,"North attacks South, near ""Bridge""",0,3',
    ]);
    expect(readViewsDraws(text)).toEqual({
      ok: true,
      unitColumn: 'unit',
      cells,
      drawsPerCell: 3,
      ignored: [],
    });
  });

  it('are read in any order of rows and columns, as a data frame writes them', () => {
    const text =
      ',draw,outcome,country_id,month_id\n0,1,7,57,457\n1,0,5,57,457\n2,1,0,57.0,458\n3,0,0.5,57.0,458.0\n'.replace(
        /57\.0/g,
        '57',
      );
    const reading = readViewsDraws(text);
    expect(reading).toMatchObject({
      ok: true,
      unitColumn: 'country_id',
      ignored: ['a column without a name'],
    });
    if (reading.ok) expect([...reading.cells[0]!.draws].sort()).toEqual([5, 7]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['month_id,unit,draw,outcome\n', 'no rows'],
    ['month,unit,draw,outcome\n1,a,0,0\n', 'No column month_id'],
    ['month_id,draw,outcome\n1,0,0\n', 'country_id or priogrid_gid or unit'],
    ['month_id,unit,country_id,draw,outcome\n1,a,1,0,0\n', 'not clear which is the unit'],
    ['month_id,unit,draw,outcome,outcome\n1,a,0,0,0\n', 'outcome stands more than once'],
    ['month_id,unit,draw,outcome\n2024-02,a,0,0\n', 'Line 2: "2024-02" is no month_id'],
    ['month_id,unit,draw,outcome\n0,a,0,0\n', 'is no month_id'],
    ['month_id,unit,draw,outcome\n1,a,0,-1\n', 'no number from 0'],
    ['month_id,unit,draw,outcome\n1,a,0,\n', 'no number from 0'],
    ['month_id,unit,draw,outcome\n1,a,0,NaN\n', 'no number from 0'],
    ['month_id,unit,draw,outcome\n1,a,x,1\n', 'no number of a draw'],
    ['month_id,unit,draw,outcome\n1,,0,1\n', 'names no unit'],
    ['month_id,unit,draw,outcome\n1,a,0,1\n1,a,0,2\n', 'stands twice'],
    ['month_id,unit,draw,outcome\n1,a,0,1\n1,a,1,2\n2,a,0,1\n', 'the file seems to be cut'],
    ['month_id,unit,draw,outcome\n1,a,0\n', 'Line 2 has 3 fields'],
    ['month_id,unit,draw,outcome\n1,"a,0,1\n', 'Line 2 cannot be read'],
    ['month_id,unit,draw,outcome\n1,a\0,0,1\n', 'NUL'],
  ])('refuses %j', (text, message) => {
    const reading = readViewsDraws(text);
    expect(reading.ok ? 'read' : reading.message).toContain(message);
  });
});

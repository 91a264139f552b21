import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { readDate } from '../../src/record/readDate.ts';
import type { DateOrder } from '../../src/record/writtenForm.ts';

const read = (text: string, order: DateOrder | null = null, eightDigits = false) =>
  readDate(text, { order, eightDigits });
const day = (year: number, month: number, dayOfMonth: number) => ({
  kind: 'day',
  day: dayFromCivil(year, month, dayOfMonth),
});

describe('dates that are one day however they are read', () => {
  it.each([
    ['2019-12-29', 2019, 12, 29],
    ['2019-12-29 00:00:00', 2019, 12, 29],
    ['2019-12-29 00:00:00.000', 2019, 12, 29],
    ['2019-12-29T00:00:00', 2019, 12, 29],
    ['16 May 2025', 2025, 5, 16],
    ['16 May, 2025', 2025, 5, 16],
    ['16-May-2025', 2025, 5, 16],
    ['May 16, 2025', 2025, 5, 16],
    ['1 september 2020', 2020, 9, 1],
    ['Sept 1, 2020', 2020, 9, 1],
    ['29 Feb 2024', 2024, 2, 29],
    ['05/05/2024', 2024, 5, 5],
  ])('%s, and it speaks for no order', (text, year, month, dayOfMonth) => {
    expect(read(text)).toEqual(day(year, month, dayOfMonth));
  });

  it('reads ISO dates and names of months under every answer', () => {
    for (const order of ['dmy', 'mdy', 'ymd'] as const) {
      expect(read('2019-12-29', order)).toEqual(day(2019, 12, 29));
      expect(read('16 May 2025', order)).toEqual(day(2025, 5, 16));
    }
  });
});

describe('three numbers', () => {
  it.each(['16/05/2024', '16-05-2024', '16.5.2024', '16:05:2024'])(
    '%s is a day and says: day first',
    (text) => {
      expect(read(text)).toEqual({ ...day(2024, 5, 16), order: 'dmy' });
    },
  );

  it('say month first, or year first, by their values', () => {
    expect(read('05/16/2024')).toEqual({ ...day(2024, 5, 16), order: 'mdy' });
    expect(read('2024/05/16')).toEqual({ ...day(2024, 5, 16), order: 'ymd' });
  });

  it.each(['03/04/2024', '3.4.2024', '12-11-2024'])('%s is ambiguous', (text) => {
    expect(read(text)).toEqual({ kind: 'ambiguous' });
  });

  it('are read in the order a person said, and no other', () => {
    expect(read('03/04/2024', 'dmy')).toEqual(day(2024, 4, 3));
    expect(read('03/04/2024', 'mdy')).toEqual(day(2024, 3, 4));
    expect(read('2024.04.03', 'ymd')).toEqual(day(2024, 4, 3));
    expect(read('05/16/2024', 'dmy')).toMatchObject({
      reason: 'month 16 does not exist when 05/16/2024 is read with the day first',
    });
    expect(read('16/05/2024', 'mdy')).toMatchObject({
      reason: 'month 16 does not exist when 16/05/2024 is read with the month first',
    });
    expect(read('16/05/2024', 'ymd')).toMatchObject({
      reason: '16/05/2024 has the year last, not the year first',
    });
    expect(read('2024/05/16', 'dmy')).toMatchObject({
      reason: '2024/05/16 has the year first, not the day first',
    });
  });
});

describe('eight digits', () => {
  it('are a date only where the format has them', () => {
    expect(read('20141124', null, true)).toEqual(day(2014, 11, 24));
    expect(read('20141124')).toMatchObject({ kind: 'fault' });
    expect(read('20141324', null, true)).toMatchObject({
      reason: expect.stringMatching(/^month 13 does not exist/),
    });
  });
});

describe('what is no date', () => {
  it.each<[string, RegExp]>([
    ['', /^no date/],
    ['43213', /day number of a spreadsheet/],
    ['43213.5', /day number of a spreadsheet/],
    ['16/05/24', /year of two digits/],
    ['16-May-24', /year of two digits/],
    ['2019-12-29 13:30:00', /time of day/],
    ['2019-12-29 00:00:00.001', /time of day/],
    ['2019-12-29T00:00:00Z', /time of day/],
    ['12/29/2019 0:00', /time of day/],
    ['2019-12-29/2019-12-31', /range of days/],
    ['2019-12-29 to 2019-12-31', /range of days/],
    ['1-3 May 2020', /range of days/],
    ['May 1-3, 2020', /range of days/],
    ['2019-12', /is not a day/],
    ['2019', /is not a day/],
    ['May 2020', /is not a day/],
    ['2019-02-30', /the day 2019-02-30 does not exist/],
    ['31/04/2020', /is no day, whether day or month comes first/],
    ['32/01/2020', /is no day/],
    ['2019-13-01', /day and month look swapped/],
    ['2019-31-12', /day and month look swapped/],
    ['0001-01-01', /the year 0001 lies outside/],
    ['16 Mai 2025', /no English name of a month/],
    ['03/04-2024', /not a date in a known form/],
    ['２０１９-12-29', /not a date in a known form/],
    ['yesterday', /not a date in a known form/],
  ])('%j is set aside', (text, reason) => {
    const reading = read(text);
    expect(reading.kind).toBe('fault');
    expect(reading.kind === 'fault' && reason.test(reading.reason), JSON.stringify(reading)).toBe(true);
  });
});

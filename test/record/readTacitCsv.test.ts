import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows, type Cells } from './tacitCsvText.ts';

const read = (cells: Cells) => readWholeRecord(writeRows([cells]));

describe('a right row', () => {
  it('keeps every statement of the record', () => {
    const { events, setAside } = read({
      date_start: '2019-12-29',
      date_end: '2019-12-30',
      precision: 'night',
      initiator: 'US; Israel',
      target: 'KH',
      action: 'Drone-Strike',
      place: 'al-Qaim, "east"',
      zone: 'al-qaim',
      country: 'Iraq',
      latitude: '34.37',
      longitude: '41.09',
      killed_min: '0',
      killed_max: '25',
      killed_side: 'target',
      attribution: 'Claimed',
      source_url: 'https://example.org',
      note: '=1+1',
    });
    expect(setAside).toEqual([]);
    const day = dayFromCivil(2019, 12, 29);
    expect(events).toEqual([
      {
        id: 'E1',
        record: 'test.csv',
        line: 2,
        first: day,
        last: day + 1,
        precision: 'night',
        initiators: ['US', 'Israel'],
        targets: ['KH'],
        directed: true,
        code: 'Drone-Strike',
        actClass: 'drone strike',
        placeNames: ['al-Qaim, "east"', 'al-qaim', 'Iraq'],
        latitude: 34.37,
        longitude: 41.09,
        killedLow: 0,
        killedHigh: 25,
        killedBest: null,
        killedInitiators: null,
        killedTargets: 0,
        killedCivilians: null,
        killedSide: 'target',
        wounded: null,
        attribution: 'claimed',
        sources: null,
        address: 'https://example.org',
        note: '=1+1',
      },
    ]);
  });

  it.each(['UNK', 'unknown', '', 'Unidentified'])('names nobody where the cell is %j', (initiator) => {
    expect(read({ initiator }).events[0]?.initiators).toEqual([]);
  });

  it('takes an empty number for "not stated" and an empty attribution for "not told"', () => {
    expect(read({}).events[0]).toMatchObject({
      killedLow: null,
      killedHigh: null,
      wounded: null,
      attribution: 'unknown',
    });
  });

  it('takes an act without a class, to be listed', () => {
    expect(read({ action: 'drone-shot-down' }).events[0]).toMatchObject({
      code: 'drone-shot-down',
      actClass: null,
    });
  });

  it('takes one date for one day', () => {
    expect(read({ date_end: '' }).events[0]).toMatchObject({ first: 18264, last: 18264 });
  });
});

describe('a row that is set aside', () => {
  it.each<[Cells, string, string]>([
    [{ id: '' }, 'id', 'no id; every event needs its own'],
    [{ date_start: '2023-02-29' }, 'date_start', 'the day 2023-02-29 does not exist'],
    [{ date_start: '2020-13-03' }, 'date_start', 'month 13 does not exist (day and month look swapped)'],
    [{ date_start: '2020-00-03' }, 'date_start', 'month 00 does not exist'],
    [
      { date_start: '03/04/2020' },
      'date_start',
      '03/04/2020 does not say which number is the day and which the month; dates are written year-month-day, as 2019-12-29',
    ],
    [
      { date_start: '03.04.68' },
      'date_start',
      '03.04.68 has a year of two digits; dates are written year-month-day, as 2019-12-29',
    ],
    [
      { date_start: '43833' },
      'date_start',
      '43833 looks like a day number of a spreadsheet; dates are written year-month-day, as 2019-12-29',
    ],
    [
      { date_start: '2020-01' },
      'date_start',
      '2020-01 is not a day: give the first and the last possible day and the precision month or year',
    ],
    [
      { date_start: '2020-01-03T10:00Z' },
      'date_start',
      '2020-01-03T10:00Z holds a time of day; dates are written year-month-day, as 2019-12-29',
    ],
    [{ date_start: '0020-01-03' }, 'date_start', 'the year 0020 lies outside 1800 to 2200'],
    [
      { date_start: '٢٠٢٠-٠١-٠٣' },
      'date_start',
      '٢٠٢٠-٠١-٠٣ is not a date in a known form; dates are written year-month-day, as 2019-12-29',
    ],
    [{ date_end: '2020-01-02' }, 'date_end', 'the last day 2020-01-02 lies before the first 2020-01-03'],
    [
      { precision: 'month', date_end: '' },
      'date_end',
      'no date; dates are written year-month-day, as 2019-12-29',
    ],
    [{ precision: 'exact' }, 'precision', 'exact is none of day, night, approx, week, month, year, spell'],
    [
      { precision: 'night', date_end: '2020-01-09' },
      'precision',
      'the dates span 7 days, but the precision night allows 2; write approx, or spell if the event lasted throughout',
    ],
    [
      { initiator: '', target: '' },
      'initiator',
      'neither who acted nor on whom is given; write UNK where nobody is named',
    ],
    [{ action: '' }, 'action', 'no act; every event needs one'],
    [{ killed_min: '5', killed_max: '3' }, 'killed_min', 'at least 5 killed, but at most 3'],
    [{ killed_min: '-1' }, 'killed_min', '-1 is negative; a count is 0 or more'],
    [
      { killed_max: '2.5' },
      'killed_max',
      '2.5 is not a whole number, or holds a separator; write digits alone',
    ],
    [
      { killed_max: '1,200' },
      'killed_max',
      '1,200 is not a whole number, or holds a separator; write digits alone',
    ],
    [
      { killed_min: '3-5' },
      'killed_min',
      '3-5 is a range; put its ends into two columns, as killed_min and killed_max',
    ],
    [{ wounded: 'NA' }, 'wounded', 'NA is not a number; leave the cell empty where nothing is stated'],
    [{ wounded: 'several' }, 'wounded', 'several is not a whole number'],
    [{ wounded: '99999999999' }, 'wounded', '99999999999 is larger than any count can be'],
    [
      { attribution: 'rumoured' },
      'attribution',
      'rumoured is none of stated, claimed, attributed, unattributed, unknown; leave the cell empty where it is not told',
    ],
    [{ latitude: '41.09' }, 'longitude', 'only one half of the position is given; the longitude is empty'],
    [
      { latitude: '95', longitude: '34' },
      'latitude',
      'latitude 95 lies outside -90 to 90 (latitude and longitude look swapped)',
    ],
    [
      { latitude: '77359', longitude: '34' },
      'latitude',
      '77359 is not a number of degrees, as 34.45 or -0.5',
    ],
    [{ latitude: '200', longitude: '34' }, 'latitude', 'latitude 200 lies outside -90 to 90'],
    [{ latitude: '34', longitude: '181' }, 'longitude', 'longitude 181 lies outside -180 to 180'],
    [{ latitude: '34,5', longitude: '40' }, 'latitude', '34,5 is not a number of degrees, as 34.45 or -0.5'],
    [
      { latitude: '0', longitude: '0.0' },
      'latitude',
      'position 0, 0 lies in the open sea and usually means "not known"; leave both cells empty',
    ],
  ])('%j', (cells, column, reason) => {
    const { events, setAside, fault } = read(cells);
    expect(fault).toBeNull();
    expect(events).toEqual([]);
    expect(setAside).toMatchObject([{ record: 'test.csv', line: 2, column, reason }]);
  });

  it('keeps its text and harms no other row', () => {
    const text = writeRows([{}, { date_start: '1/2/03' }, {}]);
    const { events, setAside } = readWholeRecord(text);
    expect(events.map(({ id }) => id)).toEqual(['E1', 'E3']);
    expect(setAside[0]?.raw).toBe(text.split('\n')[2]);
  });

  it('is every later one of an id', () => {
    const { events, setAside } = readWholeRecord(
      writeRows([{ id: 'A' }, { id: '__proto__' }, { id: 'A' }, { id: '__proto__' }]),
    );
    expect(events.map(({ line }) => line)).toEqual([2, 3]);
    expect(setAside.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [4, 'id', 'the id A was already used on line 2'],
      [5, 'id', 'the id __proto__ was already used on line 3'],
    ]);
  });
});

describe('a file', () => {
  const header = 'id,date_start,date_end,precision,initiator,target,action';

  it('may have its columns in any order and more of them, which are named', () => {
    const text = `__proto__,Action,target,initiator,precision,date_end,date_start, ID ,constructor\nx,rocket,US,KH,day,,2020-01-03,A,y\n`;
    const { events, unusedColumns } = readWholeRecord(text);
    expect(events).toMatchObject([
      { id: 'A', code: 'rocket', initiators: ['KH'], placeNames: [], note: null },
    ]);
    expect(unusedColumns).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each<[string, string, RegExp, RegExp]>([
    ['empty', '', /is empty/, /Export it again/],
    ['blank', '\n\n  \n', /Found the columns/, /must name the columns/],
    ['without rows', `${header}\n`, /has no rows/, /cut short/],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/, /sign in/],
    ['JSON', '[{"id": 1}]', /JSON/, /CSV/],
    [
      'separated by semicolons',
      `${header.replaceAll(',', ';')}\nA;2020-01-03`,
      /also needs id/,
      /separated by semicolons/,
    ],
    ['separated by tabs', `${header.replaceAll(',', '\t')}\nA`, /also needs id/, /separated by tabs/],
    [
      'of another form',
      'event_id_cnty,event_date\n1,2020-01-03',
      /also needs id, date_start/,
      /must name the columns/,
    ],
    ['with a column twice', `${header},note,Note\nA`, /column note stands more than once/, /own name/],
    [
      'with a latitude of two names',
      `${header},lat,latitude\nA`,
      /column latitude stands more than once/,
      /own name/,
    ],
    [
      'with old line ends',
      `${header}\rA,2020-01-03,,day,US,KH,rocket\r`,
      /carriage return/,
      /Save the file again/,
    ],
  ])('that is %s is refused with what was found', (_, text, message, hint) => {
    for (const piece of [1, 7, 1 << 18]) {
      const { events, setAside, fault } = readWholeRecord(text, piece);
      expect([events, setAside]).toEqual([[], []]);
      expect(fault?.message).toMatch(message);
      expect(fault?.hint).toMatch(hint);
    }
  });
});

/** Made rows in the true columns: the terms of ACLED forbid passing its rows on. */
import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { ACLED } from '../../src/record/readAcled.ts';
import { readText } from './readText.ts';
import { writeCell } from './tacitCsvText.ts';

const TODAY =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const EARLIER =
  'data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3';

type Row = Readonly<Record<string, string>>;
const ORDINARY: Row = {
  ...{ data_id: '77', event_id_cnty: 'IRQ1', event_date: '2024-05-16', year: '2024', time_precision: '1' },
  ...{ event_type: 'Battles', sub_event_type: 'Armed clash', actor1: 'Military Forces of Iraq (2022-)' },
  ...{ inter1: '1', actor2: 'Islamic State (Iraq)', inter2: '2', region: 'Middle East', country: 'Iraq' },
  ...{ admin1: 'Anbar', admin2: 'Al Qaim', location: 'Al Qaim', latitude: '34.3700', longitude: '41.0900' },
  ...{ geo_precision: '1', source: 'Paper; Agency', notes: 'On 16 May, "clash".', fatalities: '2' },
};

function write(rows: readonly Row[], columns = TODAY, delimiter = ','): string {
  const names = columns.split(',');
  const cells = (row: Row) => names.map((name) => writeCell({ ...ORDINARY, ...row }[name] ?? ''));
  return [names, ...rows.map(cells)].map((line) => line.join(delimiter)).join('\r\n');
}

const readOne = (row: Row) => readText(ACLED, write([row]));

describe('an export of ACLED', () => {
  it('keeps every statement, and takes no direction from it', () => {
    const { events, setAside, unusedColumns } = readOne({ assoc_actor_1: 'Militia A; Militia B' });
    expect([setAside, unusedColumns]).toEqual([[], []]);
    const day = dayFromCivil(2024, 5, 16);
    expect(events).toEqual([
      {
        ...{ id: 'IRQ1', record: 'test.csv', line: 2, first: day, last: day, precision: 'day' },
        initiators: ['Military Forces of Iraq (2022-)', 'Militia A', 'Militia B'],
        targets: ['Islamic State (Iraq)'],
        ...{ directed: false, code: 'Armed clash', actClass: 'armed clash' },
        placeNames: ['Al Qaim', 'Anbar', 'Iraq'],
        ...{ latitude: 34.37, longitude: 41.09, killedLow: 2, killedBest: 2, killedHigh: 2 },
        ...{ killedInitiators: null, killedTargets: null, killedCivilians: null, killedSide: null },
        ...{ wounded: null, attribution: 'unknown', sources: 'Paper; Agency', address: null },
        note: 'On 16 May, "clash".',
      },
    ]);
  });

  it.each([
    [TODAY, 'IRQ1'],
    [EARLIER, 'IRQ1'],
    [EARLIER.replace('event_id_cnty,', ''), '77'],
    [TODAY.split(',').reverse().join(','), 'IRQ1'],
    [
      'event_id_cnty,event_date,event_type,actor1,actor2,country,location,latitude,longitude,fatalities',
      'IRQ1',
    ],
  ])('is read with the columns %s', (columns, id) => {
    const { events, fault, unusedColumns } = readText(ACLED, write([{}], columns));
    expect([fault, unusedColumns, events.map((event) => event.id)]).toEqual([null, [], [id]]);
    expect(ACLED.recognises(columns.split(','))).toBe(true);
  });

  it('is not read without an id of its own', () => {
    const columns = EARLIER.replace('data_id,', '').replace('event_id_cnty,', '');
    expect(readText(ACLED, write([{}], columns)).fault?.message).toMatch(/neither event_id_cnty nor data_id/);
    expect(ACLED.recognises(columns.split(','))).toBe(false);
  });

  it.each(['16 May 2024', '16/05/2024', '16-May-2024', '16-05-2024'])('reads the date %s', (event_date) => {
    expect(readOne({ event_date }).events[0]?.first).toBe(dayFromCivil(2024, 5, 16));
  });

  it('gives a week the days of every week that holds its date, and a month all of its days', () => {
    const day = dayFromCivil(2024, 5, 16);
    expect(readOne({ time_precision: '2' }).events[0]).toMatchObject({ first: day - 6, last: day + 6 });
    expect(readOne({ time_precision: '3' }).events[0]).toMatchObject({
      ...{ first: dayFromCivil(2024, 5, 1), last: dayFromCivil(2024, 5, 31), precision: 'month' },
    });
  });

  it.each<[Row, readonly string[]]>([
    [{ actor2: 'Unidentified Armed Group (Iraq)' }, []],
    [{ actor2: 'UNIDENTIFIED Military Forces', assoc_actor_2: 'Militia A' }, ['Militia A']],
    [{ actor2: '' }, []],
    [{ actor2: 'Civilians (Iraq)', inter2: '7', assoc_actor_2: 'Militia A' }, ['Civilians (Iraq)']],
    [{ actor2: 'Civilians (Iraq)', inter2: 'Civilians', assoc_actor_2: 'Militia A' }, ['Civilians (Iraq)']],
    [{ actor2: 'Protesters (Iraq)', inter2: '6', assoc_actor_2: 'Party' }, ['Protesters (Iraq)', 'Party']],
    [{ actor2: 'Group A', assoc_actor_2: 'Group A;Group B; ' }, ['Group A', 'Group B']],
  ])('of %j the second side is %j', (row, targets) => {
    expect(readOne(row).events[0]?.targets).toEqual(targets);
  });

  it('keeps neither name nor point of the stand-in for a region', () => {
    expect(readOne({ geo_precision: '3', location: 'Ramadi' }).events[0]).toMatchObject({
      ...{ placeNames: ['Al Qaim', 'Anbar', 'Iraq'], latitude: null, longitude: null },
    });
  });

  it('takes an event type without a sub-event type as a code without a class', () => {
    expect(readOne({ sub_event_type: '' }).events[0]).toMatchObject({ code: 'Battles', actClass: null });
  });
});

describe('damages', () => {
  it.each<[string, Row, string, RegExp]>([
    ['a year that is not that of the date', { year: '2023' }, 'year', /not that of the date/],
    ['a year of two digits', { event_date: '16/05/24' }, 'event_date', /two digits/],
    ['a day number of a spreadsheet', { event_date: '45428' }, 'event_date', /spreadsheet/],
    ['a range of days', { event_date: '2024-05-16/2024-05-18' }, 'event_date', /range/],
    ['a day that does not exist', { event_date: '30 February 2024' }, 'event_date', /does not exist/],
    ['month and day exchanged', { event_date: '2024-16-05' }, 'event_date', /swapped/],
    ['latitude and longitude exchanged', { latitude: '41.09', longitude: '34.37' }, 'latitude', /swapped/],
    ['a position off the globe', { latitude: '3437' }, 'latitude', /not a number of degrees/],
    ['half a position', { longitude: '' }, 'longitude', /one half/],
    ['a range of deaths', { fatalities: '2-5' }, 'fatalities', /range/],
    ['a precision of another scale', { time_precision: '4' }, 'time_precision', /none of 1, 2, 3/],
    [
      'no word on the precision of the day',
      { time_precision: '' },
      'time_precision',
      /an empty cell is none/,
    ],
    ['a place precision of another scale', { geo_precision: 'x' }, 'geo_precision', /none of 1, 2, 3/],
    ['no side at all', { actor1: '', actor2: '' }, 'actor1', /neither/],
    ['no id', { event_id_cnty: ' ' }, 'event_id_cnty', /no id/],
  ])('%s: set aside', (_, row, column, reason) => {
    const { events, setAside } = readOne(row);
    expect(events).toEqual([]);
    expect(setAside[0]?.column).toBe(column);
    expect(setAside[0]?.reason).toMatch(reason);
  });

  it('a byte-order mark, a header in capitals and semicolons change nothing', () => {
    const clean = readText(ACLED, write([{}])).events;
    expect(readText(ACLED, `\ufeff${write([{}])}`).events).toEqual(clean);
    expect(readText(ACLED, write([{}], TODAY).replace(TODAY, TODAY.toUpperCase())).events).toEqual(clean);
    expect(readText(ACLED, write([{ source: 'Paper' }], TODAY, ';'), { delimiter: ';' }).events[0]).toEqual({
      ...clean[0],
      sources: 'Paper',
    });
  });

  it('a ragged row, the header once more and an id used twice are set aside', () => {
    const [header = '', row = ''] = write([{}]).split('\r\n');
    const { events, setAside } = readText(ACLED, [header, row, `${row},x`, header, row].join('\n'));
    expect(events).toHaveLength(1);
    expect(setAside.map(({ line, column }) => [line, column])).toEqual([
      [3, null],
      [4, null],
      [5, 'id'],
    ]);
  });

  it('a column that stands twice is refused', () => {
    expect(readText(ACLED, write([{}], `${TODAY},event_date`)).fault?.message).toMatch(/more than once/);
  });

  it('asks for the order of days and months, telling what the other dates say', () => {
    const text = write([
      { event_date: '03/04/2024' },
      { event_id_cnty: 'IRQ2', event_date: '16/05/2024' },
      { event_id_cnty: 'IRQ3', event_date: '05/06/2024' },
    ]);
    const { fault } = readText(ACLED, text);
    expect(fault?.message).toMatch(/"03\/04\/2024" in the column event_date is two days.*1 only day first/);
    const answered = readText(ACLED, text, { dates: 'mdy' });
    expect(answered.events.map(({ first }) => first)).toEqual([
      dayFromCivil(2024, 3, 4),
      dayFromCivil(2024, 5, 6),
    ]);
    expect(answered.setAside[0]?.reason).toMatch(/month 16 does not exist/);
  });

  it('asks where some dates are day first and others month first', () => {
    const text = write([{ event_date: '16/05/2024' }, { event_id_cnty: 'IRQ2', event_date: '05/16/2024' }]);
    expect(readText(ACLED, text).fault?.message).toMatch(/Some dates make sense with the day first only/);
  });
});

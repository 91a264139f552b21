import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { checkTableMap, type TableMap } from '../../src/record/index.ts';
import { TABLE } from '../../src/record/readMappedTable.ts';
import { readText } from './readText.ts';

const COLUMNS = { date: 'Date', initiator: 'Attacker', target: 'Victim', act: 'Kind' };
const MAP = { confirmed: true, delimiter: ';', quoted: true, directed: true, columns: COLUMNS };

function mapOf(changes: Readonly<Record<string, unknown>> = {}): TableMap {
  const reading = checkTableMap({ ...MAP, ...changes }, 'map.toml');
  if (reading.kind === 'fault') throw new Error(reading.fault.message);
  return reading.map;
}

const complain = (changes: Readonly<Record<string, unknown>>) => {
  const reading = checkTableMap({ ...MAP, ...changes }, 'map.toml');
  return reading.kind === 'fault' ? `${reading.fault.message} ${reading.fault.hint ?? ''}` : 'nothing';
};

const HEADER = 'Nr;Date;Attacker;Victim;Kind';
const read = (text: string, changes: Readonly<Record<string, unknown>> = {}) =>
  readText(TABLE, text, { map: mapOf(changes) });

describe('a table of any form', () => {
  it('is read as its map says, and named by lines where it has no ids', () => {
    const columns = {
      ...COLUMNS,
      ...{ place: 'Town', country: 'Country', latitude: 'Lat', longitude: 'Lon', note: 'Text' },
      ...{ killed_best: 'Dead', wounded: 'Hurt', sources: 'Paper', address: 'Link', attribution: 'Said' },
    };
    const header = `${HEADER};Town;Country;Lat;Lon;Text;Dead;Hurt;Paper;Link;Said`;
    const row = '1;16/05/2024;A / B;UNK;Drone;Al Qaim;Iraq;34.37;41.09;"a;b";2;NA;P;http://x;claimed';
    const acts = { Drone: 'drone strike' };
    const changes = { columns, acts, unknown: ['NA'], name_separator: '/', dates: 'dmy' };
    const { events, unusedColumns } = read(`${header}\n${row}`, changes);
    const day = dayFromCivil(2024, 5, 16);
    expect(unusedColumns).toEqual(['Nr']);
    expect(events).toEqual([
      {
        ...{ id: 'line 2', record: 'test.csv', line: 2, first: day, last: day, precision: 'day' },
        ...{ initiators: ['A', 'B'], targets: [], directed: true, code: 'Drone', actClass: 'drone strike' },
        ...{ placeNames: ['Al Qaim', 'Iraq'], latitude: 34.37, longitude: 41.09 },
        ...{ killedLow: 2, killedBest: 2, killedHigh: 2, wounded: null, attribution: 'claimed' },
        ...{ killedInitiators: null, killedTargets: null, killedCivilians: null, killedSide: null },
        ...{ sources: 'P', address: 'http://x', note: 'a;b' },
      },
    ]);
  });

  it.each([
    [',', true, 'Date,Attacker,Victim,Kind\n2024-05-16,"A, B",C,x'],
    ['\t', true, 'Date\tAttacker\tVictim\tKind\n2024-05-16\t"A, B"\tC\tx'],
    ['|', false, 'Date|Attacker|Victim|Kind\n2024-05-16|A, B|C|x'],
  ])('is read between %j, quoted: %s', (delimiter, quoted, text) => {
    expect(read(text, { delimiter, quoted }).events[0]).toMatchObject({
      initiators: ['A, B'],
      targets: ['C'],
    });
  });

  it('takes the columns for two sides only where the map says so', () => {
    const [event] = read(`${HEADER}\n1;2024-05-16;A;B;x`, { directed: false }).events;
    expect([event?.directed, event?.initiators, event?.targets]).toEqual([false, ['A'], ['B']]);
  });

  it('keeps quotation marks as letters where the map says so', () => {
    const text = 'Date;Attacker;Victim;Kind\n2024-05-16;"A" group;C;x';
    expect(read(text, { quoted: false }).events[0]?.initiators).toEqual(['"A" group']);
    expect(read(text).setAside[0]?.reason).toMatch(/quotation mark/);
  });

  it('takes what is the same for every row from the map', () => {
    const { initiator, date } = COLUMNS;
    const changes = {
      columns: { initiator, date },
      fixed: { act: 'rocket', target: 'Army' },
      acts: { rocket: 'rocket' },
    };
    expect(read('Date;Attacker\n2024-05-16;A', changes).events[0]).toMatchObject({
      ...{ targets: ['Army'], code: 'rocket', actClass: 'rocket' },
    });
  });

  it('reads stretches of days with the precision the map or the row gives', () => {
    const columns = { ...COLUMNS, date_end: 'Until' };
    const text = 'Date;Until;Attacker;Victim;Kind\n2024-05-16;2024-05-20;A;B;x';
    expect(read(text, { columns, fixed: { precision: 'spell' } }).events[0]).toMatchObject({
      ...{ first: dayFromCivil(2024, 5, 16), last: dayFromCivil(2024, 5, 20), precision: 'spell' },
    });
    // A column may be called like the field; its empty cells still say nothing.
    const own = text.replace('Kind', 'precision').replace(';x', ';');
    const byRow = { columns: { ...columns, precision: 'precision', act: 'Until' } };
    expect(read(own, byRow).setAside[0]?.reason).toMatch(/an empty cell is none of day, night/);
  });

  it('reads a date from three columns, and no other one from them', () => {
    const columns = { year: 'Y', month: 'M', day: 'D', initiator: 'A', act: 'K' };
    const dates = [
      '2024;5;16',
      '2024;05;06',
      '2024;0;16',
      '2024;5;0',
      '24;5;16',
      '16;05;2024',
      '2024;May;16',
      ';;',
      '2024;5;31 00:00:00',
    ];
    const { events, setAside } = read(['Y;M;D;A;K', ...dates.map((date) => `${date};A;x`)].join('\n'), {
      columns,
    });
    expect(events.map(({ first }) => first)).toEqual([dayFromCivil(2024, 5, 16), dayFromCivil(2024, 5, 6)]);
    expect(setAside.map(({ column }) => column)).toEqual(['Y', 'Y', 'Y', 'Y', 'Y', 'Y', 'Y']);
  });

  it('reads eight digits where the year comes first, and asks where nobody said', () => {
    const text = `${HEADER}\n1;20240516;A;B;x`;
    expect(read(text, { dates: 'ymd' }).events[0]?.first).toBe(dayFromCivil(2024, 5, 16));
    expect(read(text).setAside[0]?.column).toBe('Date');
    expect(read(`${HEADER}\n1;03/04/2024;A;B;x`).fault?.message).toMatch(/is two days/);
  });

  it.each<[string, string, RegExp]>([
    ['1;16/05/2024;A;B;', 'Kind', /no act/],
    ['1;16/05/2024;NA;;x', 'Attacker', /neither who acted/],
    ['1;45428;A;B;x', 'Date', /spreadsheet/],
    ['1;16/05/24;A;B;x', 'Date', /two digits/],
  ])('sets %s aside and names the column of the file', (row, column, reason) => {
    const { setAside } = read(`${HEADER}\n${row}`, { dates: 'dmy', unknown: ['NA'] });
    expect(setAside[0]?.column).toBe(column);
    expect(setAside[0]?.reason).toMatch(reason);
  });

  it('sets an id used before aside', () => {
    const text = `${HEADER}\n1;2024-05-16;A;B;x\n1;2024-05-16;A;B;x`;
    expect(read(text, { columns: { ...COLUMNS, id: 'Nr' } }).setAside).toHaveLength(1);
    expect(read(text).setAside).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    [
      'Nr;Dates;Attacker;Victim;Kind',
      {},
      /column "Date", which the file does not have \(did you mean "Dates"\?\)/,
    ],
    ['Date;Date;Attacker;Victim;Kind', {}, /"Date" stands more than once/],
    [HEADER.replaceAll(';', ','), {}, /does not have/],
  ])('refuses the header %s', (header, changes, message) => {
    expect(read(`${header}\n1;2024-05-16;A;B;x`, changes).fault?.message).toMatch(message);
  });

  it('is not read without a map, nor with two answers about its dates', () => {
    expect(readText(TABLE, HEADER).fault?.hint).toMatch(/--draft-map/);
    const twice = readText(TABLE, `${HEADER}\n1;2024-05-16;A;B;x`, {
      dates: 'mdy',
      map: mapOf({ dates: 'dmy' }),
    });
    expect(twice.fault?.message).toMatch(/The map says dates = "dmy", the command --dates mdy/);
  });

  it('is never recognised by itself', () => {
    expect(TABLE.recognises(HEADER.split(';'))).toBe(false);
  });
});

describe('a map that cannot be followed', () => {
  it.each<[Readonly<Record<string, unknown>>, RegExp]>([
    [{ confirmed: false }, /Nobody has confirmed this map.*confirmed = true/],
    [{ confirmed: 'true' }, /Nobody has confirmed/],
    [{ delimeter: ';' }, /no key delimeter \(did you mean "delimiter"\?\)/],
    [{ delimiter: ':' }, /delimiter is ":"/],
    [{ delimiter: undefined }, /delimiter is missing/],
    [{ quoted: 'yes' }, /quoted is "yes"/],
    [{ encoding: 'latin-1' }, /encoding is "latin-1".*windows-1252/],
    [{ dates: 'dym' }, /dates is "dym"/],
    [{ directed: undefined }, /does not say whether initiator and target/],
    [{ unknown: 'NA' }, /unknown is not a list/],
    [{ name_separator: '' }, /name_separator is not a text/],
    [{ columns: undefined }, /no section \[columns\]/],
    [{ columns: { ...COLUMNS, lattitude: 'x' } }, /no field lattitude \(did you mean "latitude"\?\)/],
    [{ columns: { ...COLUMNS, date: 3 } }, /date in \[columns\] is not a text/],
    [{ columns: { ...COLUMNS, date: undefined } }, /date in \[columns\] is not a text/],
    [{ columns: { initiator: 'A', act: 'B' } }, /No column holds the date/],
    [{ columns: { ...COLUMNS, month: 'M' } }, /comes from date and from month/],
    [{ columns: { initiator: 'A', act: 'B', year: 'Y', day: 'D' } }, /year, month and day, all three/],
    [{ columns: { date: 'A', initiator: 'B' } }, /Nothing says what was done/],
    [{ columns: { date: 'A', act: 'B' } }, /Nothing says who acted/],
    [{ columns: { ...COLUMNS, latitude: 'x' } }, /needs both latitude and longitude/],
    [{ columns: { ...COLUMNS, date_end: 'x' } }, /Nothing says what the days from the date to date_end mean/],
    [{ fixed: { killed_best: '3' } }, /\[fixed\] has no field killed_best/],
    [{ fixed: { act: 'x' } }, /act stands in \[columns\] and in \[fixed\]/],
    [{ fixed: { precision: 'wek' } }, /wek is no precision \(did you mean "week"\?\)/],
    [{ fixed: { precision: 'month' } }, /needs the last possible day/],
    [{ acts: { x: 'air strike' } }, /no class of acts \(did you mean "airstrike"\?\)/],
    [{ acts: { x: 3 } }, /no class of acts/],
  ])('%j', (changes, message) => {
    expect(complain(changes)).toMatch(message);
  });

  it('is told from one that can', () => {
    expect(complain({})).toBe('nothing');
  });
});

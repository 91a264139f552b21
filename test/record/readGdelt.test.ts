import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { RECORD_FORMATS } from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';

const FOLDER = '../shared/data/gdelt';
const present = existsSync(FOLDER);

const read = (text: string, format: string) => readWholeRecord(text, 1 << 18, format);
const recognised = (row: string) =>
  RECORD_FORMATS.filter(({ recognises }) => recognises(row.split('\t'))).map(({ name }) => name);

/** A made row in the order of GDELT 1.0, with some fields replaced by their number. */
function makeRow(changes: Readonly<Record<number, string>> = {}, edition: 1 | 2 = 1): string {
  const place = edition === 1 ? ['4', 'Tadmur, Hims, Syria', 'SY', 'SY11', '34.56', '38.27', '-1'] : [];
  const place2 = ['4', 'Tadmur, Hims, Syria', 'SY', 'SY11', '77359', '34.56', '38.27', '-1'];
  const actor = (code: string, name: string) => [code, name, code.slice(0, 3), ...Array<string>(7).fill('')];
  const places = edition === 1 ? [...place, ...place, ...place] : [...place2, ...place2, ...place2];
  const row = [
    ...['7', '20141124', '201411', '2014', '2014.8904'],
    ...actor('USAMIL', 'PENTAGON'),
    ...actor('SYR', 'DAMASCUS'),
    ...['1', '195', '195', '19', '4', '-10.0', '5', '1', '5', '2.5'],
    ...places,
    ...[edition === 1 ? '20141125' : '20141125120000', 'https://example.org/a'],
  ];
  return row.map((text, at) => changes[at] ?? text).join('\t');
}

describe('a made row', () => {
  it.each([1, 2] as const)('of GDELT %i.0 keeps what it says', (edition) => {
    const { events, setAside, fault } = read(`${makeRow({}, edition)}\n`, `gdelt-${edition}`);
    expect([setAside, fault]).toEqual([[], null]);
    const day = dayFromCivil(2014, 11, 24);
    expect(events).toEqual([
      {
        id: '7',
        record: 'test.csv',
        line: 1,
        first: day,
        last: day,
        precision: 'day',
        initiators: ['PENTAGON', 'USAMIL'],
        targets: ['DAMASCUS', 'SYR'],
        directed: true,
        code: '195',
        actClass: 'airstrike',
        placeNames: ['Tadmur', 'Hims', 'Syria'],
        latitude: 34.56,
        longitude: 38.27,
        killedLow: null,
        killedHigh: null,
        killedBest: null,
        killedInitiators: null,
        killedTargets: null,
        killedCivilians: null,
        killedSide: null,
        wounded: null,
        attribution: 'unknown',
        sources: null,
        address: 'https://example.org/a',
        note: null,
      },
    ]);
  });

  it('has no position where the place is a whole country or province, and none without a place', () => {
    for (const kind of ['1', '2', '5']) {
      const { events } = read(makeRow({ 49: kind }), 'gdelt-1');
      expect(events[0]).toMatchObject({
        latitude: null,
        longitude: null,
        placeNames: ['Tadmur', 'Hims', 'Syria'],
      });
    }
    const nowhere = read(makeRow({ 49: '0', 50: '', 53: '0', 54: '0' }), 'gdelt-1');
    expect(nowhere.events[0]).toMatchObject({ latitude: null, placeNames: [] });
  });

  it('names its source where there is no address, and nobody where the actors are empty', () => {
    const { events } = read(makeRow({ 57: 'BBC Monitoring', 5: '', 6: '' }), 'gdelt-1');
    expect(events[0]).toMatchObject({ address: null, sources: 'BBC Monitoring', initiators: [] });
  });

  it.each<[string, Record<number, string>, string, RegExp]>([
    ['an id of letters', { 0: 'x7' }, 'GLOBALEVENTID', /not the number of an event/],
    ['another month', { 2: '201412' }, 'MonthYear', /not the month of the day 20141124/],
    ['another year', { 3: '2015' }, 'Year', /not the year of the day/],
    ['another field for the part of the year', { 4: 'USAMIL' }, 'FractionDate', /not a part of the year/],
    ['its time of adding for a source', { 57: '20141125' }, 'SOURCEURL', /no source/],
    ['a day that does not exist', { 1: '20141131' }, 'SQLDATE', /20141131 does not exist/],
    ['a day of another form', { 1: '2014-11-24' }, 'SQLDATE', /eight digits/],
    ['a code that lost its zero', { 26: '14', 27: '14', 28: '01' }, 'EventCode', /leading zero/],
    ['a root that lost its zero', { 26: '10', 27: '10', 28: '1' }, 'EventCode', /leading zero/],
    ['no code', { 26: '---' }, 'EventCode', /no CAMEO code/],
    ['a class out of range', { 29: '5' }, 'QuadClass', /one of 1 to 4/],
    ['a latitude off the globe', { 53: '77359' }, 'ActionGeo_Lat', /not a number of degrees/],
    ['a longitude off the globe', { 54: '181' }, 'ActionGeo_Long', /outside -180 to 180/],
    ['swapped degrees', { 53: '138.27', 54: '34.56' }, 'ActionGeo_Lat', /look swapped/],
    ['an unknown kind of place', { 49: 'SY' }, 'ActionGeo_Type', /0 to 5/],
    ['a place that is none', { 49: '0' }, 'ActionGeo_FullName', /no place/],
    ['another time of adding', { 56: '20141125120000' }, 'DATEADDED', /8 digits/],
  ])('with %s is set aside', (_, changes, column, reason) => {
    const { events, setAside } = read([makeRow({ 0: '1' }), makeRow(changes)].join('\n'), 'gdelt-1');
    expect(events.map(({ id }) => id)).toEqual(['1']);
    expect(setAside.map((row) => [row.line, row.column])).toEqual([[2, column]]);
    expect(setAside[0]?.reason).toMatch(reason);
  });

  it('ends with its source since April 2013, and before that has a field less; one lost inside it is set aside', () => {
    const recent = makeRow({ 0: '2' }).split('\t');
    const early = makeRow({ 0: '3', 56: '20130331' }).split('\t');
    const without = (lost: number) => recent.filter((_, at) => at !== lost);
    const rows = [
      recent,
      early.slice(0, 57),
      recent.slice(0, 57),
      early,
      recent.slice(0, 56),
      without(5),
      without(40),
    ];
    const { events, setAside } = read(rows.map((row) => row.join('\t')).join('\n'), 'gdelt-1');
    expect(events.map(({ line }) => line)).toEqual([1, 2]);
    expect(setAside.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(setAside.slice(0, 2).map(({ column }) => column)).toEqual(['SOURCEURL', 'SOURCEURL']);
  });
});

describe('a file', () => {
  it('of mentions is refused as such, and is told from events by its shape', () => {
    const row = ['7', '20150218230000', '20150218230000', '1', 'a.org', 'http://a.org', ...'1234567890'].join(
      '\t',
    );
    const { fault, events } = read(row, 'gdelt-2');
    expect([events, fault?.message]).toEqual([[], expect.stringMatching(/^These are mentions, not events/)]);
    expect(recognised(row)).toEqual(['gdelt-2']);
  });

  it('of the other edition is refused with its name', () => {
    expect(read(makeRow(), 'gdelt-2').fault?.hint).toMatch(/gdelt-1/);
    expect(read(makeRow({}, 2), 'gdelt-1').fault?.hint).toMatch(/gdelt-2/);
    expect(read('a,b\n1,2', 'gdelt-1').fault?.message).toMatch(/1 field;/);
  });

  it('is recognised by its first row alone', () => {
    expect(recognised(makeRow())).toEqual(['gdelt-1']);
    expect(recognised(makeRow({}, 2))).toEqual(['gdelt-2']);
    for (const at of [0, 1, 2, 3, 25, 29, 56]) expect(recognised(makeRow({ [at]: 'name' }))).toEqual([]);
  });
});

describe.skipIf(!present)('the real files (skipped where ../shared is absent)', () => {
  const files = [
    ['20141124.export.CSV', 'gdelt-1'],
    ['spark-gdelt-events1.csv', 'gdelt-1'],
    ['spark-gdelt-events.csv', 'gdelt-2'],
    ['spark-gdelt-eventsT.csv', 'gdelt-2'],
  ] as const;

  it.each(files)('%s is read as its columns say', (file, format) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const { events, setAside, fault } = read(text, format);
    expect([fault, setAside]).toEqual([null, []]);
    expect(events).toHaveLength(100);
    const [kindAt, shift] = format === 'gdelt-1' ? [49, 0] : [51, 1];
    for (const [index, row] of rows.entries()) {
      const kind = row[kindAt] ?? '';
      const exact = kind === '3' || kind === '4';
      const url = row[kindAt + 8 + shift] ?? '';
      const event = events[index];
      expect({ ...event, first: event?.first }).toMatchObject({
        id: row[0],
        line: index + 1,
        first: Date.UTC(Number(row[3]), Number(row[2]?.slice(4)) - 1, Number(row[1]?.slice(6))) / 86_400_000,
        initiators: [...new Set([row[6]?.trim(), row[5]?.trim()])].filter(Boolean),
        targets: [...new Set([row[16]?.trim(), row[15]?.trim()])].filter(Boolean),
        code: row[26],
        placeNames: [...new Set(row[kindAt + 1]?.split(', '))].filter(Boolean),
        latitude: exact ? Number(row[kindAt + 4 + shift]) : null,
        longitude: exact ? Number(row[kindAt + 5 + shift]) : null,
        address: url.startsWith('http') ? url : null,
      });
    }
  });

  it.each(files)('%s: no row that lost or doubled a field is read as another event', (file, format) => {
    const lines = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
    const rowOf = (fields: readonly string[]) => ({
      ...{ kind: 'row' as const, line: 1, fields, lines: [], columns: [], raw: '' },
    });
    const reader = RECORD_FORMATS.find(({ name }) => name === format)?.start(
      rowOf((lines[0] ?? '').split('\t')),
      'x',
      { dates: null, map: null },
    );
    if (reader?.kind !== 'rows') throw new Error('the file is refused');
    let right = 0;
    let aside = 0;
    for (const fields of lines.map((line) => line.split('\t'))) {
      const clean = reader.read(rowOf(fields));
      // Without its last field a row of 58 is one of a back-file, so only the others are lost here.
      for (let at = 0; at < fields.length - 1; at++) {
        const [before, field, after] = [fields.slice(0, at), fields[at] ?? '', fields.slice(at + 1)];
        for (const damaged of [
          [...before, ...after],
          [...before, ...after, ''],
          [...before, field, field, ...after],
        ]) {
          if (!reader.widths.includes(damaged.length)) continue;
          const reading = reader.read(rowOf(damaged));
          if (reading.kind === 'setAside') aside += 1;
          else {
            // Two neighbours alike: the row is the same as before.
            expect(reading).toEqual(clean);
            right += 1;
          }
        }
      }
    }
    expect(aside).toBeGreaterThan(5000);
    expect(right).toBeLessThan(aside / 4);
  });

  it.each(['spark-gdelt-mentions.csv', 'spark-gdelt-mentionsT.csv'])('%s is refused', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect(read(text, 'gdelt-2').fault?.message).toMatch(/mentions, not events/);
  });
});

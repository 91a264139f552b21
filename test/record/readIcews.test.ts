import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RECORD_FORMATS } from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';

const FILE = '../shared/data/icews/events.2018.sample.tab.gz';
const present = existsSync(FILE);

const HEADER = [
  ...[
    'Event ID',
    'Event Date',
    'Source Name',
    'Source Sectors',
    'Source Country',
    'Event Text',
    'CAMEO Code',
  ],
  ...[
    'Intensity',
    'Target Name',
    'Target Sectors',
    'Target Country',
    'Story ID',
    'Sentence Number',
    'Publisher',
  ],
  ...['City', 'District', 'Province', 'Country', 'Latitude', 'Longitude'],
];
const ROW: Readonly<Record<string, string>> = {
  'Event ID': '11',
  'Event Date': '2018-06-01',
  'Source Name': 'Police (India)',
  'Source Sectors': 'Government,Police',
  'Source Country': 'India',
  'Event Text': 'Use conventional military force',
  'CAMEO Code': '190',
  Intensity: '-10',
  'Target Name': 'Citizen (India)',
  'Target Sectors': 'Social',
  'Target Country': 'India',
  'Story ID': '4',
  'Sentence Number': '2',
  Publisher: 'Reuters "News"',
  City: 'Delhi',
  District: 'NA',
  Province: 'Delhi',
  Country: 'India',
  Latitude: '28.65',
  Longitude: '77.23',
};
const writeRow = (changes: Readonly<Record<string, string>> = {}, columns: readonly string[] = HEADER) =>
  columns.map((name) => ({ ...ROW, ...changes })[name] ?? '').join('\t');
const read = (lines: readonly string[]) => readWholeRecord(lines.join('\n'), 1 << 18, 'icews');
const readOne = (changes: Readonly<Record<string, string>>) => read([HEADER.join('\t'), writeRow(changes)]);

describe('a made row', () => {
  it('keeps what it says, quotation marks inside a cell included', () => {
    expect(readOne({}).events).toEqual([
      expect.objectContaining({
        id: '11',
        line: 2,
        first: 17683,
        last: 17683,
        initiators: ['Police (India)'],
        targets: ['Citizen (India)'],
        directed: true,
        code: '190',
        actClass: 'armed attack',
        placeNames: ['Delhi', 'India'],
        latitude: 28.65,
        longitude: 77.23,
        killedLow: null,
        attribution: 'unknown',
        sources: 'Reuters "News"',
      }),
    ]);
  });

  it('of an edition with quotation marks around its cells is the same', () => {
    const header = HEADER.map((name) => `"${name}"`).join('\t');
    const row = HEADER.map((name) => `"${ROW[name]?.replaceAll('"', '""')}"`).join('\t');
    expect(read([header, row]).events).toEqual(readOne({}).events);
  });

  it('may stand under names in another case and order', () => {
    const columns = [...HEADER].reverse();
    const header = columns.map((name) => name.toLowerCase().replaceAll(' ', '_')).join('\t');
    expect(read([header, writeRow({}, columns)]).events).toEqual(readOne({}).events);
  });

  it('names nobody where the actor is not specified, and has no position without a town', () => {
    const { events } = readOne({ 'Source Name': 'Unspecified Actor', City: 'NA' });
    expect(events[0]).toMatchObject({
      initiators: [],
      latitude: null,
      longitude: null,
      placeNames: ['Delhi', 'India'],
    });
  });

  it('without a code has the one code that bears its text', () => {
    expect(readOne({ 'CAMEO Code': 'NA' }).events[0]).toMatchObject({ code: '190' });
    expect(readOne({ 'CAMEO Code': 'NA', 'Event Text': 'Something' }).setAside[0]?.column).toBe('cameo code');
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['an id that is no number', { 'Event ID': 'abc' }, 'event id', /not the number of an event/],
    ['a date of another form', { 'Event Date': '01/06/2018' }, 'event date', /which number is the day/],
    [
      'a code that lost its zero',
      { 'CAMEO Code': '10', 'Event Text': 'Make statement' },
      'cameo code',
      /zero lost/,
    ],
    ['a longer code that lost its zero', { 'CAMEO Code': '311' }, 'cameo code', /zero lost/],
    ['half a position', { Latitude: 'NA' }, 'latitude', /one half/],
    ['a position off the globe', { Longitude: '777' }, 'longitude', /outside/],
    ['an empty date', { 'Event Date': 'NULL' }, 'event date', /no date/],
  ])('with %s is set aside', (_, changes, column, reason) => {
    const { events, setAside } = readOne(changes);
    expect(events).toEqual([]);
    expect(setAside.map((row) => row.column)).toEqual([column]);
    expect(setAside[0]?.reason).toMatch(reason);
  });
});

it('is recognised by its header alone', () => {
  const recognised = (header: readonly string[]) =>
    RECORD_FORMATS.filter(({ recognises }) => recognises(header)).map(({ name }) => name);
  expect(recognised(HEADER)).toEqual(['icews']);
  expect(recognised(HEADER.filter((name) => name !== 'CAMEO Code'))).toEqual([]);
});

it.skipIf(!present)(
  'all 3,705 rows of the real file are read as their columns say (skipped where ../shared is absent)',
  () => {
    const text = gunzipSync(readFileSync(FILE)).toString('utf8');
    const { events, setAside, fault, unusedColumns } = readWholeRecord(text, 4099, 'icews');
    expect([fault, setAside, unusedColumns]).toEqual([null, [], []]);
    expect(events).toHaveLength(3705);
    const known = (cell: string | undefined) => cell !== undefined && cell !== 'NA';
    for (const [index, line] of text.trimEnd().split('\n').slice(1).entries()) {
      const row = line.split('\t');
      const event = events[index];
      const named = (name: string | undefined) => (name === 'Unspecified Actor' ? [] : [name]);
      const where = known(row[14]);
      expect({
        id: event?.id,
        day: new Date((event?.first ?? 0) * 86_400_000).toISOString().slice(0, 10),
        last: event?.last,
        names: [event?.initiators, event?.targets],
        code: event?.code,
        places: event?.placeNames,
        position: [event?.latitude, event?.longitude],
        sources: event?.sources,
      }).toEqual({
        id: row[0],
        day: row[1],
        last: event?.first,
        names: [named(row[2]), named(row[8])],
        code: row[6],
        places: [...new Set(row.slice(14, 18))].filter(known),
        position: where ? [Number(row[18]), Number(row[19])] : [null, null],
        sources: row[13],
      });
    }
  },
);

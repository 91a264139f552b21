import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORD_FORMATS } from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';

const FILE = '../shared/data/polecat/polecat_header.tsv';
const present = existsSync(FILE);

const COLUMNS = [
  ...['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts'],
  ...['Actor Name', 'Actor Country', 'Actor COW', 'Primary Actor Sector', 'Actor Sectors', 'Actor Title'],
  ...['Actor Name Raw', 'Wikipedia Actor ID', 'Recipient Name', 'Recipient Country', 'Recipient COW'],
  ...['Primary Recipient Sector', 'Recipient Sectors', 'Recipient Title', 'Recipient Name Raw'],
  ...[
    'Wikipedia Recipient ID',
    'Placename',
    'City',
    'District',
    'Province',
    'Country',
    'Latitude',
    'Longitude',
  ],
  ...['GeoNames ID', 'Raw Placename', 'Feature Type', 'Source', 'Publication Date', 'Story People'],
  ...['Story Organizations', 'Story Locations', 'Language', 'Version'],
];
const ROW: Readonly<Record<string, string>> = {
  'Event ID': '20200105-1-a_ASSAULT_R',
  'Event Date': '2020-01-05',
  'Event Type': 'ASSAULT',
  'Event Mode': 'firearms',
  Contexts: 'military; terrorism',
  'Actor Name': 'Somebody; None',
  'Actor Name Raw': 'somebody; gunmen',
  'Recipient Name': 'None',
  'Recipient Name Raw': 'None',
  Placename: 'Palmyra',
  City: 'Palmyra',
  District: 'None',
  Province: 'Homs',
  Country: 'SYR',
  Latitude: '34.56',
  Longitude: '38.27',
  'Feature Type': 'PPL',
  Source: 'made up',
};
const writeRow = (changes: Readonly<Record<string, string>> = {}, columns: readonly string[] = COLUMNS) =>
  columns.map((name) => ({ ...ROW, ...changes })[name] ?? 'None').join('\t');
const read = (lines: readonly string[]) => readWholeRecord(lines.join('\n'), 1 << 18, 'polecat');
const readOne = (changes: Readonly<Record<string, string>>) => read([COLUMNS.join('\t'), writeRow(changes)]);

it.skipIf(!present)('the made rows have the true columns (skipped where ../shared is absent)', () => {
  expect(readFileSync(FILE, 'utf8').trimEnd().split('\t')).toEqual(COLUMNS);
});

describe('a made row', () => {
  it('keeps what it says', () => {
    const { events, setAside, unusedColumns, fault } = readOne({});
    expect([setAside, unusedColumns, fault]).toEqual([[], [], null]);
    expect(events).toEqual([
      expect.objectContaining({
        id: '20200105-1-a_ASSAULT_R',
        first: 18266,
        last: 18266,
        initiators: ['Somebody', 'gunmen'],
        targets: [],
        directed: true,
        code: 'ASSAULT:firearms',
        actClass: 'shooting',
        placeNames: ['Palmyra', 'Homs', 'SYR'],
        latitude: 34.56,
        longitude: 38.27,
        killedLow: null,
        attribution: 'unknown',
        sources: 'made up',
      }),
    ]);
  });

  it.each<[string, string, string, string | null]>([
    ['ASSAULT', 'None', 'ASSAULT', null],
    ['AID', 'None', 'AID', 'aid'],
    ['ASSAULT', 'explosives; suicide-attack', 'ASSAULT:explosives;suicide-attack', null],
    ['THREATEN', 'restrict; violence', 'THREATEN:restrict;violence', 'threat'],
    ['ASSAULT', 'of-a-new-kind', 'ASSAULT:of-a-new-kind', null],
  ])('of type %s and mode %s has the code %s and the class %s', (type, mode, code, actClass) => {
    expect(readOne({ 'Event Type': type, 'Event Mode': mode }).events[0]).toMatchObject({ code, actClass });
  });

  it('of two sides tells no direction', () => {
    expect(readOne({ 'Event Mode': 'firearms; sideAB' }).events[0]).toMatchObject({ directed: false });
  });

  it('has no position where the place is an area', () => {
    for (const kind of ['PCLI', 'ADM1', 'RGN']) {
      expect(readOne({ 'Feature Type': kind }).events[0]).toMatchObject({ latitude: null, longitude: null });
    }
  });

  it('takes the words of the text only where both cells hold as many', () => {
    const { events } = readOne({ 'Actor Name': 'Somebody; None; Other', 'Actor Name Raw': 'a; b' });
    expect(events[0]?.initiators).toEqual(['Somebody', 'Other']);
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['no id', { 'Event ID': 'None' }, 'event id', /no id/],
    ['an id that slipped', { 'Event Date': 'ASSAULT' }, 'event date', /ASSAULT/],
    ['a type that is none', { 'Event Type': 'firearms' }, 'event type', /not a PLOVER type/],
    ['an act that has not happened', { Contexts: 'military;future' }, 'contexts', /did not happen/],
    ['half a position', { Latitude: 'None' }, 'latitude', /one half/],
    ['a position off the globe', { Latitude: '95' }, 'latitude', /outside/],
  ])('with %s is set aside', (_, changes, column, reason) => {
    const { events, setAside } = readOne(changes);
    expect(events).toEqual([]);
    expect(setAside.map((row) => row.column)).toEqual([column]);
    expect(setAside[0]?.reason).toMatch(reason);
  });
});

describe('a file', () => {
  const right = readOne({}).events;

  it('may say Event Intensity', () => {
    const header = COLUMNS.map((name) => (name === 'Intensity' ? 'Event Intensity' : name)).join('\t');
    const { events, unusedColumns } = read([header, writeRow()]);
    expect([events, unusedColumns]).toEqual([right, []]);
  });

  it('may name columns that its rows do not have, and rows may have them', () => {
    const more = [...COLUMNS.slice(0, 7), 'Headline', 'Event Text', ...COLUMNS.slice(7), 'Feed', 'Story ID'];
    const { events, setAside } = read([
      more.join('\t'),
      writeRow(),
      writeRow({ 'Event ID': 'B', Headline: 'x' }, more),
      `${writeRow({ 'Event ID': 'C' })}\tone too many`,
    ]);
    expect(events).toEqual([...right, { ...right[0], id: 'B', line: 3 }]);
    expect(setAside.map(({ line }) => line)).toEqual([4]);
  });

  it('may end its lines in empty columns, but nothing stands in them', () => {
    const { events, setAside } = read([
      `${COLUMNS.join('\t')}\t\t`,
      `${writeRow()}\t\t`,
      writeRow({ 'Event ID': 'B' }),
      `${writeRow({ 'Event ID': 'C' })}\t\tx`,
    ]);
    expect(events.map(({ id }) => id)).toEqual([right[0]?.id, 'B']);
    expect(setAside).toMatchObject([
      { line: 4, column: null, reason: 'something stands after the last named column Version' },
    ]);
  });

  it('is recognised by its header alone', () => {
    const recognised = (header: readonly string[]) =>
      RECORD_FORMATS.filter(({ recognises }) => recognises(header)).map(({ name }) => name);
    expect(recognised(COLUMNS)).toEqual(['polecat']);
    expect(recognised(COLUMNS.filter((name) => name !== 'Event Mode'))).toEqual([]);
  });
});

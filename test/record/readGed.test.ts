/** The real files of UCDP, every row held against what the database engine's plain reading of the text gives. */
import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/record/index.ts';
import { GED } from '../../src/record/readGed.ts';
import { readText } from './readText.ts';

const SYRIA = '../shared/data/ged-syria/ged_syria_2016_2019.csv.gz';
const SAMPLE = '../shared/data/ged-sample/ged_sample_1000.csv';
const present = existsSync(SYRIA) && existsSync(SAMPLE);

const readFile = (path: string) => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

type Raw = Readonly<Record<string, string>>;

async function readPlainly(path: string): Promise<Raw[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(
    `SELECT * FROM read_csv('${path}', all_varchar=true, header=true, delim=',', quote='"', escape='"', strict_mode=true)`,
  );
  return reader.getRowObjects() as Raw[];
}

/** The meaning of a row, worked out from its text in another way than the reader does. */
function expectEvent(raw: Raw): Partial<Event> {
  const value = (name: string) => {
    const text = (raw[name] ?? '').trim();
    return text === 'NA' ? '' : text;
  };
  const day = (name: string) => Date.parse(`${value(name)}T00:00:00Z`) / 86_400_000;
  const length = day('date_end') - day('date_start') + 1;
  const number = (name: string) => Number(value(name));
  const oneSided = value('type_of_violence') === '3';
  const bySides = oneSided || (number('deaths_civilians') === 0 && number('deaths_unknown') === 0);
  const dead = (count: number) => (count === 0 && number('deaths_unknown') > 0 ? null : count);
  const near = ['1', '2', '3'].includes(value('where_prec'));
  const places = ['where_coordinates', 'adm_2', 'adm_1', 'country'].map(value).filter((name) => name !== '');
  return {
    id: value('id'),
    first: day('date_start'),
    last: day('date_end'),
    ...(length === 1 ? { precision: 'day' } : {}),
    initiators: [value('side_a')],
    targets: [value('side_b')],
    directed: oneSided,
    code: ['', 'state-based', 'non-state', 'one-sided'][number('type_of_violence')] ?? '',
    actClass: oneSided ? 'violence against civilians' : 'armed attack',
    placeNames: [...new Set(places)],
    latitude: near ? number('latitude') : null,
    longitude: near ? number('longitude') : null,
    killedLow: number('low'),
    killedBest: number('best'),
    killedHigh: number('high'),
    killedInitiators: bySides ? dead(number('deaths_a')) : null,
    killedTargets: bySides ? dead(number(oneSided ? 'deaths_civilians' : 'deaths_b')) : null,
    killedCivilians: dead(number('deaths_civilians')),
    killedSide: null,
    wounded: null,
    attribution: 'unknown',
    sources: value('source_office') || value('source_original') || null,
    address: null,
  };
}

describe.skipIf(!present)('the real files (skipped where ../shared is absent)', () => {
  it.each([
    [SYRIA, 16_566, 101],
    [SAMPLE, 1000, 13],
  ])('%s: %i rows, all right or set aside, none silently wrong', async (path, rows, contradictions) => {
    const { events, setAside, fault, unusedColumns } = readText(GED, readFile(path));
    expect(fault).toBeNull();
    expect(unusedColumns).toEqual([]);
    const truth = new Map((await readPlainly(path)).map((raw) => [raw['id'], raw]));
    expect(truth.size).toBe(rows);
    expect(events.length + setAside.length).toBe(rows);
    const wrong = events.filter((event) => {
      const expected = expectEvent(truth.get(event.id) ?? {});
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, event[key as keyof Event]]));
      return JSON.stringify(found) !== JSON.stringify(expected);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    // The rows set aside are those whose numbers of dead contradict each other, and positions that look turned round.
    const contradictory = [...truth.values()].filter(
      ({ low, best, high }) => Number(low) > Number(best) || Number(best) > Number(high),
    );
    expect(contradictory.length).toBe(contradictions);
    const dead = setAside.filter(({ column }) => column === 'low' || column === 'best');
    expect(dead.length).toBe(contradictions);
    expect(setAside.length - dead.length).toBeLessThanOrEqual(2);
    expect(setAside.every(({ column }) => ['low', 'best', 'latitude'].includes(column ?? ''))).toBe(true);
  });

  it('are recognised by their headers', () => {
    for (const path of [SYRIA, SAMPLE]) {
      const header = readFile(path).split('\n', 1)[0] ?? '';
      expect(GED.recognises(header.replaceAll('"', '').split(','))).toBe(true);
    }
  });
});

const COLUMNS =
  'id,year,code_status,type_of_violence,side_a,side_b,source_office,source_headline,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low';
const ORDINARY: Raw = {
  ...{ id: '1', year: '2024', code_status: 'Clear', type_of_violence: '1', side_a: 'Army', side_b: 'Group' },
  ...{ source_office: 'NA', where_prec: '1', where_coordinates: 'Town', adm_1: 'NA', latitude: '34.5' },
  ...{ longitude: '43.2', country: 'Iraq', date_prec: '1', date_start: '2024-05-16', date_end: '2024-05-16' },
  ...{
    deaths_a: '0',
    deaths_b: '2',
    deaths_civilians: '0',
    deaths_unknown: '0',
    best: '2',
    high: '3',
    low: '2',
  },
};
const write = (...rows: Raw[]) =>
  [
    COLUMNS,
    ...rows.map((row) =>
      COLUMNS.split(',')
        .map((name) => ({ ...ORDINARY, ...row })[name] ?? '')
        .join(','),
    ),
  ].join('\n');
const readOne = (row: Raw) => readText(GED, write(row));

describe('made rows', () => {
  it('reads midnight stamps, and the older names of the numbers of dead', () => {
    const row = { date_start: '2024-05-16 00:00:00.000', date_end: '2024-05-16 00:00:00.000' };
    const text = write(row).replace(',best,high,low', ',best_est,high_est,low_est');
    expect(readText(GED, text).events[0]).toMatchObject({ killedBest: 2, killedHigh: 3, precision: 'day' });
  });

  it('takes one-sided violence for directed, its civilians for the target', () => {
    const row = { type_of_violence: '3', side_b: 'Civilians', deaths_b: '0', deaths_civilians: '2' };
    expect(readOne(row).events[0]).toMatchObject({ directed: true, killedTargets: 2, killedCivilians: 2 });
  });

  it("does not take a side's 0 for none where some of the dead are of no known side", () => {
    const [event] = readOne({ deaths_b: '0', deaths_unknown: '2' }).events;
    expect([event?.killedInitiators, event?.killedTargets, event?.killedCivilians]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('keeps no point of an event known to its province only, and keeps its names', () => {
    expect(readOne({ where_prec: '4', adm_1: 'Province' }).events[0]).toMatchObject({
      latitude: null,
      longitude: null,
      placeNames: ['Town', 'Province', 'Iraq'],
    });
  });

  it('says in the note that a candidate event is still to be checked', () => {
    expect(readOne({ code_status: 'Check dyad', source_headline: 'Head' }).events[0]?.note).toBe(
      'Coded provisionally by UCDP (Check dyad). Head',
    );
  });

  it.each<[string, Raw, string, RegExp]>([
    [
      'a narrower interval than the precision',
      { date_prec: '3' },
      'date_prec',
      /are one day, but the precision 3/,
    ],
    [
      'several days that are one',
      { date_end: '2024-05-17' },
      'date_prec',
      /span 2 days, but the precision 1/,
    ],
    ['another year', { year: '2023' }, 'year', /2023 is not that of the dates/],
    ['an end before the beginning', { date_end: '2024-05-15' }, 'date_end', /lies before/],
    ['a number below none', { deaths_a: '-1' }, 'deaths_a', /negative/],
    ['a best number beyond the most', { best: '4' }, 'best', /does not lie between/],
    ['no type', { type_of_violence: '' }, 'type_of_violence', /none of 1, 2, 3/],
    ['a place precision of another scale', { where_prec: '9' }, 'where_prec', /none of 1 to 7/],
    ['latitude and longitude exchanged', { latitude: '43.2', longitude: '34.5' }, 'latitude', /swapped/],
    ['a day number of a spreadsheet', { date_start: '45428' }, 'date_start', /spreadsheet/],
    ['no id', { id: 'NA' }, 'id', /no id/],
  ])('sets %s aside', (_, row, column, reason) => {
    const { events, setAside } = readOne(row);
    expect(events).toEqual([]);
    expect(setAside[0]?.column).toBe(column);
    expect(setAside[0]?.reason).toMatch(reason);
  });

  it('asks for the order of days and months, once, and takes the answer', () => {
    const text = write({ date_start: '03/04/2024', date_end: '03/04/2024' });
    expect(readText(GED, text).fault?.hint).toMatch(/--dates dmy/);
    expect(readText(GED, text, { dates: 'dmy' }).events[0]?.first).toBe(Date.UTC(2024, 3, 3) / 86_400_000);
  });

  it('sets a row aside whose two dates ask for two orders', () => {
    const { setAside } = readOne({ date_prec: '5', date_start: '16/05/2024', date_end: '07/16/2024' });
    expect(setAside[0]?.reason).toMatch(/only when day and month change places/);
  });
});

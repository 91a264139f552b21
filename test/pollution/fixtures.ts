/** Every kind of file Tacit reads: the real ones from ../shared where they may be read, made rows where terms forbid copying. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { randomStream } from '../../src/stats/index.ts';
import type { Aims, Clean } from './damages.ts';
import { cutTable, type Form } from './table.ts';

export interface Fixture {
  readonly name: string;
  /** False where ../shared is absent. */
  readonly present: boolean;
  readonly read: () => Clean;
}

/** The columns the damages aim at, by name or by position. */
type Columns = { readonly [Aim in keyof Aims]: string | number };

const SHARED = '../shared/data';
const COMMAS: Form = { delimiter: ',', quoted: true, header: true };
const TABS: Form = { delimiter: '\t', quoted: false, header: true };
const LONGEST = 1500;

/** A file of ../shared, its first rows; columns named where it has a header, else by position. */
function shared(name: string, path: string, form: Form, aims: Columns): Fixture {
  const place = `${SHARED}/${path}`;
  return {
    name,
    present: existsSync(place),
    read: () => {
      const bytes = readFileSync(place);
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      return clean(cutTable(text, form).slice(0, LONGEST + 1), form, aims);
    },
  };
}

function made(name: string, form: Form, rows: () => string[][], aims: Columns): Fixture {
  return { name, present: true, read: () => clean(rows(), form, aims) };
}

function clean(rows: string[][], form: Form, aims: Columns): Clean {
  const places = Object.fromEntries(
    Object.entries(aims).map(([aim, column]) => {
      const place = typeof column === 'number' ? column : (rows[0] ?? []).indexOf(column);
      if (place < 0) throw new Error(`the fixture has no column ${column}`);
      return [aim, place];
    }),
  );
  // Cells with line ends inside would make every damage of lines a damage of cells.
  const plain = rows.filter((row) => !row.some((cell) => cell.includes('\n')));
  return { rows: plain, form, aims: places as unknown as Aims };
}

const GDELT_1 = { id: 0, date: 1, latitude: 53, longitude: 54, country: 50 };
const GDELT_2 = { id: 0, date: 1, latitude: 56, longitude: 57, country: 52 };
const GED = { id: 'id', date: 'date_start', latitude: 'latitude', longitude: 'longitude', deaths: 'best' };

const ACLED_COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';

function madeAcled(): string[][] {
  const random = randomStream(1, 'made ACLED', 0);
  const among = (list: readonly string[]) => list[Math.floor(random.uniform() * list.length)] ?? '';
  const rows = Array.from({ length: 600 }, (_, index) => {
    const month = String(1 + Math.floor(random.uniform() * 12)).padStart(2, '0');
    const day = String(1 + Math.floor(random.uniform() * 28)).padStart(2, '0');
    const [kind, sub] = among([
      'Battles|Armed clash',
      'Explosions/Remote violence|Air/drone strike',
      'Protests|Peaceful protest',
    ]).split('|');
    const [actor, other] = among([
      'Made Rebels|Military Forces of Madeland',
      'Military Forces of Madeland|Civilians (Syria)',
    ]).split('|');
    const values: Record<string, string> = {
      event_id_cnty: `SYR${10000 + index}`,
      event_date: `2021-${month}-${day}`,
      year: '2021',
      time_precision: among(['1', '1', '1', '2', '3']),
      event_type: kind ?? '',
      sub_event_type: sub ?? '',
      actor1: actor ?? '',
      inter1: 'State forces',
      actor2: other ?? '',
      inter2: 'Rebel group',
      iso: '760',
      country: 'Syria',
      admin1: 'Deir ez-Zor',
      location: among(['Made Town', 'Made Village']),
      latitude: (34.5 + random.uniform()).toFixed(4),
      longitude: (40 + random.uniform() / 2).toFixed(4),
      geo_precision: '1',
      source: 'Made Monitor; Made News',
      source_scale: 'Other-National',
      notes: 'On the day, "made" rows met, near a made town.',
      fatalities: String(Math.floor(random.uniform() * 6)),
      timestamp: '1650000000',
    };
    return ACLED_COLUMNS.split(',').map((column) => values[column] ?? '');
  });
  return [ACLED_COLUMNS.split(','), ...rows];
}

const POLECAT_COLUMNS = [
  ...[
    'Event ID',
    'Event Date',
    'Event Type',
    'Event Mode',
    'Intensity',
    'Quad Code',
    'Contexts',
    'Actor Name',
  ],
  ...['Actor Country', 'Actor COW', 'Primary Actor Sector', 'Actor Sectors', 'Actor Title', 'Actor Name Raw'],
  ...[
    'Wikipedia Actor ID',
    'Recipient Name',
    'Recipient Country',
    'Recipient COW',
    'Primary Recipient Sector',
  ],
  ...[
    'Recipient Sectors',
    'Recipient Title',
    'Recipient Name Raw',
    'Wikipedia Recipient ID',
    'Placename',
    'City',
  ],
  ...[
    'District',
    'Province',
    'Country',
    'Latitude',
    'Longitude',
    'GeoNames ID',
    'Raw Placename',
    'Feature Type',
  ],
  ...[
    'Source',
    'Publication Date',
    'Story People',
    'Story Organizations',
    'Story Locations',
    'Language',
    'Version',
  ],
];

function madePolecat(): string[][] {
  const random = randomStream(1, 'made POLECAT', 0);
  const rows = Array.from({ length: 400 }, (_, index) => {
    const date = `2022-0${1 + Math.floor(random.uniform() * 9)}-1${Math.floor(random.uniform() * 10)}`;
    const values: Record<string, string> = {
      'Event ID': `ENG${1000 + index}-${date.replaceAll('-', '')}-made`,
      'Event Date': date,
      'Event Type': random.uniform() < 0.5 ? 'ASSAULT' : 'CONSULT',
      'Event Mode': random.uniform() < 0.5 ? 'aerial' : '',
      Intensity: '-9.0',
      'Quad Code': 'MATERIAL CONFLICT',
      'Actor Name': 'Made Government',
      'Actor Country': 'SYR',
      'Recipient Name': 'Made Rebels',
      'Recipient Country': 'SYR',
      Placename: 'Made Town',
      Country: 'SYR',
      Latitude: (34.5 + random.uniform()).toFixed(4),
      Longitude: (40 + random.uniform() / 2).toFixed(4),
      Source: 'Made News',
      'Publication Date': date,
      Language: 'English',
      Version: 'NGEC_coder-Vers001-b1',
    };
    return POLECAT_COLUMNS.map((column) => values[column] ?? '');
  });
  return [POLECAT_COLUMNS, ...rows];
}

export const FIXTURES: readonly Fixture[] = [
  shared('chronology', 'chronology/chronology.csv', COMMAS, {
    id: 'id',
    date: 'date_start',
    deaths: 'killed_min',
  }),
  shared('UCDP GED, 41 columns', 'ged-syria/ged_syria_2016_2019.csv.gz', COMMAS, GED),
  shared('UCDP GED, 49 columns', 'ged-sample/ged_sample_1000.csv', COMMAS, GED),
  shared('GDELT 1.0, 58 columns', 'gdelt/20141124.export.CSV', { ...TABS, header: false }, GDELT_1),
  shared(
    'GDELT 1.0, 57 and 58 columns',
    'gdelt/spark-gdelt-events1.csv',
    { ...TABS, header: false },
    GDELT_1,
  ),
  shared('GDELT 2.0', 'gdelt/spark-gdelt-events.csv', { ...TABS, header: false }, GDELT_2),
  shared('GDELT 2.0, another file', 'gdelt/spark-gdelt-eventsT.csv', { ...TABS, header: false }, GDELT_2),
  shared('ICEWS', 'icews/events.2018.sample.tab.gz', TABS, {
    id: 'Event ID',
    date: 'Event Date',
    latitude: 'Latitude',
    longitude: 'Longitude',
    country: 'Country',
  }),
  made('ACLED (made rows)', COMMAS, madeAcled, {
    id: 'event_id_cnty',
    date: 'event_date',
    latitude: 'latitude',
    longitude: 'longitude',
    deaths: 'fatalities',
    country: 'country',
  }),
  made('POLECAT (made rows)', TABS, madePolecat, {
    id: 'Event ID',
    date: 'Event Date',
    latitude: 'Latitude',
    longitude: 'Longitude',
    country: 'Country',
  }),
];

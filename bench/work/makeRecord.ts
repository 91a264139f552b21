/** Made records in the true columns of each form: the same rows for the same number of rows. */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface MadeForm {
  readonly format: string;
  readonly title: string;
  readonly delimiter: ',' | '\t';
  readonly quote: '"' | '';
  /** Null where the files of this form name no columns. */
  readonly header: readonly string[] | null;
  readonly columns: number;
  row(index: number, rows: number): string;
}

/** Writes a record of so many rows. */
export function makeRecord(path: string, form: MadeForm, rows: number): void {
  const file = openSync(path, 'w');
  let open: string[] = form.header ? [form.header.join(form.delimiter)] : [];
  for (let index = 0; index < rows; index++) {
    open.push(form.row(index, rows));
    if (open.length === 4096) {
      writeSync(file, `${open.join('\n')}\n`);
      open = [];
    }
  }
  if (open.length > 0) writeSync(file, `${open.join('\n')}\n`);
  closeSync(file);
}

/** A number from 0 up to `below` that depends on row and purpose alone. */
function draw(index: number, purpose: number, below: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}

/** The same, small numbers being far commoner, as names and places are. */
function drawSkewed(index: number, purpose: number, below: number): number {
  const share = draw(index, purpose, 1 << 20) / (1 << 20);
  return Math.floor(share * share * share * below);
}

const FIRST_DAY = Date.UTC(2010, 0, 1);
const DAYS = Array.from({ length: 4000 }, (_, day) =>
  new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10),
);
const PLACES = Array.from({ length: 5000 }, (_, place) => ({
  town: `Town ${place}`,
  district: `District ${place % 90}`,
  province: `Province ${place % 18}`,
  latitude: (31.5 + draw(place, 90, 40_000) / 10_000).toFixed(4),
  longitude: (42.5 + draw(place, 91, 30_000) / 10_000).toFixed(4),
}));
const ACTORS = Array.from({ length: 400 }, (_, actor) => `Armed Group of Region ${actor}`);
const NOTE =
  'shots were exchanged near the road; two sources give the place, and one of them a number of wounded';

const dayOf = (index: number, rows: number) => DAYS[Math.floor((index / rows) * DAYS.length)] as string;
const placeOf = (index: number) => PLACES[drawSkewed(index, 1, PLACES.length)] as (typeof PLACES)[number];
const actorOf = (index: number, side: number) => ACTORS[drawSkewed(index, side, ACTORS.length)] as string;
const pick = (list: readonly string[], index: number, purpose: number) =>
  list[draw(index, purpose, list.length)] as string;

const TACIT_CSV: MadeForm = {
  ...{ format: 'tacit-csv', title: 'Tacit CSV, 19 columns', delimiter: ',', quote: '"', columns: 19 },
  header: [
    ...[
      'id',
      'date_start',
      'date_end',
      'precision',
      'initiator',
      'target',
      'action',
      'place',
      'zone',
      'country',
    ],
    ...['latitude', 'longitude', 'killed_min', 'killed_max', 'killed_side', 'wounded', 'attribution'],
    ...['source_url', 'note'],
  ],
  row: (index, rows) => {
    const [day, place] = [dayOf(index, rows), placeOf(index)];
    const killed = draw(index, 5, 3) === 0 ? String(draw(index, 6, 9)) : '';
    return [
      ...[`E${index + 1}`, day, day, 'day', actorOf(index, 2), actorOf(index, 3)],
      ...[pick(['airstrike', 'rocket', 'drone', 'shelling', 'armed-clash'], index, 4)],
      ...[place.town, place.province, 'Iraq', place.latitude, place.longitude, killed, killed],
      ...[killed && 'target', '', 'attributed', `https://example.org/news/${index}`],
      index % 2 === 0 ? `"Near ${place.town}, ${NOTE}"` : 'one report',
    ].join(',');
  },
};

const ACLED: MadeForm = {
  ...{ format: 'acled', title: 'ACLED, 31 columns', delimiter: ',', quote: '"', columns: 31 },
  header: [
    ...['data_id', 'iso', 'event_id_cnty', 'event_id_no_cnty', 'event_date', 'year', 'time_precision'],
    ...['event_type', 'sub_event_type', 'actor1', 'assoc_actor_1', 'inter1', 'actor2', 'assoc_actor_2'],
    ...['inter2', 'interaction', 'region', 'country', 'admin1', 'admin2', 'admin3', 'location', 'latitude'],
    ...['longitude', 'geo_precision', 'source', 'source_scale', 'notes', 'fatalities', 'timestamp', 'iso3'],
  ],
  row: (index, rows) => {
    const [day, place] = [dayOf(index, rows), placeOf(index)];
    return [
      ...[String(7_000_000 + index), '368', `IRQ${index + 1}`, String(index + 1), day, day.slice(0, 4), '1'],
      ...[
        'Battles',
        'Armed clash',
        `"${actorOf(index, 2)}"`,
        '',
        '2',
        `"${actorOf(index, 3)}"`,
        '',
        '3',
        '23',
      ],
      ...['Middle East', 'Iraq', place.province, place.district, '', place.town, place.latitude],
      ...[place.longitude, '1', 'Twitter; Local Radio', 'Other-National', `"On that day, ${NOTE}."`],
      ...[String(draw(index, 5, 4)), '1618581503', 'IRQ'],
    ].join(',');
  },
};

const GED: MadeForm = {
  ...{ format: 'ged', title: 'UCDP GED, 49 columns', delimiter: ',', quote: '"', columns: 49 },
  header: [
    ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id'],
    ...['conflict_new_id', 'conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id'],
    ...['side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b', 'number_of_sources'],
    ...['source_article', 'source_office', 'source_date', 'source_headline', 'source_original', 'where_prec'],
    ...['where_coordinates', 'where_description', 'adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt'],
    ...['priogrid_gid', 'country', 'country_id', 'region', 'event_clarity', 'date_prec', 'date_start'],
    ...['date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low'],
    ...['gwnoa', 'gwnob'],
  ],
  row: (index, rows) => {
    const [day, place] = [dayOf(index, rows), placeOf(index)];
    const [a, b] = [actorOf(index, 2), actorOf(index, 3)];
    const [deathsA, deathsB] = [draw(index, 5, 4), 1 + draw(index, 6, 5)];
    const best = String(deathsA + deathsB);
    return [
      ...[
        String(100_000 + index),
        `IRQ-${index}`,
        day.slice(0, 4),
        '1',
        'Clear',
        '1',
        '259',
        '259',
        'Iraq: Government',
      ],
      ...['524', '524', `${a} - ${b}`, '116', '116', a, '234', '234', b, '1'],
      ...[
        `"Reuters News,${day},${NOTE}"`,
        'Reuters News',
        day,
        `"Clash reported, several dead"`,
        'police',
        '1',
      ],
      ...[
        `${place.town} town`,
        '',
        `${place.province} province`,
        place.district,
        place.latitude,
        place.longitude,
      ],
      ...[
        `POINT (${place.longitude} ${place.latitude})`,
        gridCell(place),
        'Iraq',
        '645',
        'Middle East',
        '1',
        '1',
      ],
      ...[`${day} 00:00:00.000`, `${day} 00:00:00.000`, String(deathsA), String(deathsB), '0', '0'],
      ...[best, best, best, '645', ''],
    ].join(',');
  },
};

/** The number of the PRIO-GRID cell of a made place. */
function gridCell({
  latitude,
  longitude,
}: {
  readonly latitude: string;
  readonly longitude: string;
}): string {
  const row = Math.floor((Number(latitude) + 90) * 2);
  return String(row * 720 + Math.floor((Number(longitude) + 180) * 2) + 1);
}

const CODES = [
  '010',
  '020',
  '036',
  '040',
  '042',
  '043',
  '051',
  '111',
  '112',
  '120',
  '130',
  '173',
  '190',
  '193',
];
const COUNTRIES = ['USA', 'IRQ', 'IRN', 'SYR', 'TUR', 'SAU', 'ISR', 'RUS', 'GBR', 'FRA', 'CHN', 'JOR'];

export const GDELT: MadeForm = {
  ...{ format: 'gdelt-1', title: 'GDELT 1.0, 58 columns', delimiter: '\t', quote: '', columns: 58 },
  header: null,
  row: (index, rows) => {
    const day = dayOf(index, rows).replaceAll('-', '');
    const place = placeOf(index);
    const code = pick(CODES, index, 4);
    const [one, two] = [2, 3].map((side) => {
      const country = COUNTRIES[drawSkewed(index, side, COUNTRIES.length)] as string;
      const role = pick(['GOV', 'MIL', 'REB', ''], index, side + 10);
      const codes = `${country}${role}\t${role === 'MIL' ? 'MILITARY' : 'GOVERNMENT'}\t${country}`;
      return `${codes}\t\t\t\t\t${role}\t\t`;
    });
    const where = `4\t${place.town}, ${place.province}, Iraq\tIZ\tIZ07\t${place.latitude}\t${place.longitude}\t-3103581`;
    return [
      ...[String(240_000_000 + index), day, day.slice(0, 6), day.slice(0, 4), '2014.1315', one, two, '1'],
      ...[code, code.slice(0, 3), code.slice(0, 2), '1', '1.9', '5', '1', '5', '2.07852193995381'],
      // Added later than it happened, as rows that name their source are.
      ...[where, where, where, '20150218', `http://example.org/world/news/${index}.html`],
    ].join('\t');
  },
};

const ICEWS: MadeForm = {
  ...{ format: 'icews', title: 'ICEWS, 20 columns', delimiter: '\t', quote: '', columns: 20 },
  header: [
    ...[
      'Event ID',
      'Event Date',
      'Source Name',
      'Source Sectors',
      'Source Country',
      'Event Text',
      'CAMEO Code',
    ],
    ...['Intensity', 'Target Name', 'Target Sectors', 'Target Country', 'Story ID', 'Sentence Number'],
    ...['Publisher', 'City', 'District', 'Province', 'Country', 'Latitude', 'Longitude'],
  ],
  row: (index, rows) => {
    const place = placeOf(index);
    return [
      ...[String(28_000_000 + index), dayOf(index, rows), actorOf(index, 2), 'Dissident,Armed Rebel', 'Iraq'],
      ...['Use conventional military force', '190', '-10.0', actorOf(index, 3), 'Government,Police', 'Iraq'],
      ...[
        String(40_000_000 + index),
        '2',
        'Agence France-Presse',
        place.town,
        place.district,
        place.province,
      ],
      ...['Iraq', place.latitude, place.longitude],
    ].join('\t');
  },
};

export const MADE_FORMS: readonly MadeForm[] = [TACIT_CSV, ACLED, GED, GDELT, ICEWS];

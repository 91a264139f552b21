import { actClassifier, PLOVER_ACTS } from './acts/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import { codedPlace, type CodedPlace } from './codedPlace.ts';
import { layoutPolecat, type PolecatLayout } from './layoutPolecat.ts';
import { NO_TOLL } from './noToll.ts';
import type { DelimitedRow } from './readDelimited.ts';
import { readIsoDay } from './readIsoDay.ts';
import type { RecordFormat, RowReader, RowReading } from './recordFormat.ts';
import { remember } from './remember.ts';
import { rememberCells } from './rememberCells.ts';
import { unquote } from './unquote.ts';

const UNKNOWN: ReadonlySet<string> = new Set(['None', 'NA', '']);
/** PLOVER's marks of what did not happen on the day of the row. */
const UNREAL: ReadonlySet<string> = new Set(['historical', 'future', 'hypothetical', 'negation']);
/** Kinds of places (GeoNames) that are areas: their position is a middle, where nothing happened. */
const AREAS = ['PCL', 'ADM', 'TERR', 'ZN', 'CONT', 'RGN', 'AREA', 'OCN', 'SEA'] as const;
const TWO_SIDED = 'sideAB';
const WHERE = [
  ...['placename', 'city', 'district', 'province', 'country', 'latitude', 'longitude', 'feature type'],
];
/** Every column that is read. */
const COLUMNS = [
  ...['event id', 'event date', 'event type', 'event mode', 'contexts', 'source', ...WHERE],
  ...['actor name', 'actor name raw', 'recipient name', 'recipient name raw'],
];

/** POLECAT, as the Harvard Dataverse holds it. Source: halterman2023. */
export const POLECAT: RecordFormat = {
  name: 'polecat',
  title: 'POLECAT events',
  dialects: [{ delimiter: '\t', quote: null, longestField: 100_000 }],
  encodings: ['utf-8', 'windows-1252'],
  header: true,
  endsLines: true,
  uniqueIds: true,
  recognises: (first) => {
    const names = new Set(first.map((name) => unquote(name).toLowerCase()));
    return ['event id', 'event mode', 'actor name', 'recipient name'].every((name) => names.has(name));
  },
  start: (first, record) => {
    const layout = layoutPolecat(first, record);
    return layout.kind === 'fault' ? layout : readPolecat(record, layout);
  },
};

/** Reads rows of POLECAT; a row with any cell at fault is set aside whole. */
function readPolecat(record: string, layout: PolecatLayout): RowReader {
  const classify = actClassifier(PLOVER_ACTS);
  const readDay = remember(readIsoDay);
  const plans = new Map(layout.widths.map((width) => [width, planRow(layout.placesIn(width), classify)]));

  const readEvent = (row: DelimitedRow): RowReading | CellFault => {
    const { fields } = row;
    const plan = plans.get(fields.length);
    const shape = layout.checkWidth(fields);
    if (plan === undefined || shape !== null) return new CellFault('', shape ?? 'another number of fields');
    const id = known(fields[plan.id]);
    if (id === '') return new CellFault('event id', 'no id; every event needs its own');
    const day = readDay(known(fields[plan.date]));
    if (day.kind === 'fault') return new CellFault('event date', day.reason);
    const act = plan.readAct(fields);
    if (act instanceof CellFault) return act;
    const { unreal } = plan.readContexts(fields);
    if (unreal !== null) {
      return new CellFault('contexts', `the context ${unreal} says that the act did not happen on that day`);
    }
    const place = plan.readPlace(fields);
    if (place instanceof CellFault) return place;
    return {
      kind: 'right',
      country: place.country,
      event: {
        id,
        record,
        line: row.line,
        first: day.day,
        last: day.day,
        precision: 'day',
        initiators: plan.readActors(fields),
        targets: plan.readRecipients(fields),
        directed: act.directed,
        code: act.code,
        actClass: act.actClass,
        placeNames: place.names,
        latitude: place.latitude,
        longitude: place.longitude,
        ...NO_TOLL,
        attribution: 'unknown',
        sources: known(fields[plan.source]) || null,
        address: null,
        note: null,
      },
    };
  };
  return {
    kind: 'rows',
    columns: layout.columns,
    widths: layout.widths,
    uses: layout.uses(COLUMNS),
    unusedColumns: layout.unusedColumns,
    read: (row) => {
      const reading = readEvent(row);
      if (!(reading instanceof CellFault)) return reading;
      const { column, reason } = reading;
      return {
        kind: 'setAside',
        row: { record, line: row.line, column: column || null, reason, raw: row.raw },
      };
    },
  };
}

/** How rows of one width are read: where the columns stand, with a memory for what repeats. */
function planRow(places: ReadonlyMap<string, number>, classify: (code: string) => string | null) {
  const at = (column: string) => places.get(column) ?? -1;
  const all = (...columns: readonly string[]) => columns.map(at);
  return {
    id: at('event id'),
    date: at('event date'),
    source: at('source'),
    readAct: rememberCells(all('event mode', 'event type'), (cells) => readAct(cells, classify)),
    readContexts: rememberCells(all('contexts'), findUnreal),
    readActors: rememberCells(all('actor name', 'actor name raw'), listActors),
    readRecipients: rememberCells(all('recipient name', 'recipient name raw'), listActors),
    readPlace: rememberCells(all(...WHERE), readPlace),
  };
}

/** A cell without quotation marks and spaces around it; empty where its value is not known. */
function known(cell: string | undefined): string {
  if (cell === undefined || cell === 'None') return '';
  const text = unquote(cell);
  return UNKNOWN.has(text) ? '' : text;
}

function readPlace(cells: readonly string[]): CodedPlace | CellFault {
  const [placename = '', city = '', district = '', province = '', country = '', ...rest] = cells.map(known);
  const [, , kind = ''] = rest;
  const exact = kind === '' ? city !== '' : !AREAS.some((area) => kind.toUpperCase().startsWith(area));
  return codedPlace([placename, city, district, province, country], country, rest, exact);
}

function findUnreal([contexts]: readonly string[]): { readonly unreal: string | null } {
  const found = known(contexts)
    .split(';')
    .map((context) => context.trim())
    .find((context) => UNREAL.has(context));
  return { unreal: found ?? null };
}

interface PolecatAct {
  /** As shown and matched: `ASSAULT:firearms`, `ASSAULT:explosives;firearms`, `AID`. */
  readonly code: string;
  readonly actClass: string | null;
  readonly directed: boolean;
}

function readAct(
  [writtenMode, writtenType]: readonly string[],
  classify: (code: string) => string | null,
): PolecatAct | CellFault {
  const [type, mode] = [known(writtenType), known(writtenMode)];
  if (type === '') return new CellFault('event type', 'no type of act; every event needs one');
  // A type is one word in capitals; anything else is another column that slipped here.
  if (!/^[A-Z]{3,20}$/.test(type)) {
    return new CellFault('event type', `${shorten(type)} is not a PLOVER type, as ASSAULT`);
  }
  const modes = mode
    .split(';')
    .map(known)
    .filter((one) => one !== '');
  const codes = modes.length === 0 ? [type] : modes.map((one) => `${type}:${one}`);
  return {
    code: modes.length === 0 ? type : `${type}:${modes.join(';')}`,
    actClass: agree(codes.map(classify)),
    directed: !modes.includes(TWO_SIDED),
  };
}

/** The class that all modes of one act share; of modes of unlike classes nobody can tell which to count. */
function agree(classes: readonly (string | null)[]): string | null {
  const [first = null] = classes;
  return classes.every((one) => one === first) ? first : null;
}

/**
 * The actors of a cell, separated by semicolons: they acted together. Where an actor was not resolved (`None`) the words
 * of the text stand in, if both cells hold as many.
 */
function listActors([resolved, raw]: readonly string[]): readonly string[] {
  const names = unquote(resolved ?? '')
    .split(';')
    .map((name) => name.trim());
  const words = unquote(raw ?? '')
    .split(';')
    .map((word) => word.trim());
  return names
    .map((name, index) => {
      if (!UNKNOWN.has(name)) return name;
      const word = words.length === names.length ? (words[index] ?? '') : '';
      return UNKNOWN.has(word) ? '' : word;
    })
    .filter((name, index, all) => name !== '' && all.indexOf(name) === index);
}

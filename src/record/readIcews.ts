import { actClassifier, CAMEO_ACTS } from './acts/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import { codedPlace, type CodedPlace } from './codedPlace.ts';
import { createRowReader } from './createRowReader.ts';
import { isDigits } from './isDigits.ts';
import { NO_TOLL } from './noToll.ts';
import type { DelimitedRow } from './readDelimited.ts';
import { readHeader, type Header } from './readHeader.ts';
import { readIsoDay } from './readIsoDay.ts';
import type { RecordFormat, RowReader, RowReading } from './recordFormat.ts';
import { remember } from './remember.ts';
import { rememberCells } from './rememberCells.ts';
import { unquote } from './unquote.ts';

const REQUIRED = ['event id', 'event date', 'source name', 'cameo code', 'target name'];
const WHERE = ['city', 'district', 'province', 'country'];
const DEGREES = ['latitude', 'longitude'];
const READ = ['event text', 'publisher', ...WHERE, ...DEGREES];
const OPTIONAL = [
  ...READ,
  // Not names of a doer, and no measure of an act: kept in the file, taken for nothing.
  ...['source sectors', 'source country', 'target sectors', 'target country', 'intensity'],
  ...['story id', 'sentence number'],
];
const UNKNOWN: ReadonlySet<string> = new Set(['NA', 'NULL', '']);
const NOBODY = 'Unspecified Actor';
const ROOTS = 20;

/** ICEWS coded event data, as the Harvard Dataverse holds it. Source: boschee2015. */
export const ICEWS: RecordFormat = {
  name: 'icews',
  title: 'ICEWS coded events',
  dialects: [{ delimiter: '\t', quote: null, longestField: 100_000 }],
  encodings: ['utf-8'],
  header: true,
  endsLines: true,
  uniqueIds: true,
  recognises: (first) => {
    const names = new Set(first.map(columnKey));
    return ['event id', 'source name', 'cameo code', 'target name'].every((name) => names.has(name));
  },
  start: (first, record) => {
    const header = readHeader({ ...first, fields: first.fields.map(columnKey) }, record, {
      form: 'ICEWS',
      delimiter: '\t',
      required: REQUIRED,
      optional: OPTIONAL,
    });
    return header.kind === 'fault' ? header : readIcews(record, header);
  },
};

/** Some editions write the names of columns in quotes, others `event_id`. */
function columnKey(name: string): string {
  return unquote(name).toLowerCase().replaceAll('_', ' ');
}

/** Reads rows of ICEWS; a row with any cell at fault is set aside whole. */
function readIcews(record: string, header: Header): RowReader {
  const at = (column: string) => header.places.get(column) ?? -1;
  const cell = (column: string) => {
    const place = at(column);
    return (fields: readonly string[]) => plain(fields[place]);
  };
  const [id, date, publisher] = [cell('event id'), cell('event date'), cell('publisher')];
  const classify = actClassifier(CAMEO_ACTS);
  const readDay = remember(readIsoDay);
  const readNamed = remember((text) => (text === '' || text === NOBODY ? [] : [text]));
  const [source, target] = [cell('source name'), cell('target name')];
  const readAct = rememberCells(['cameo code', 'event text'].map(at), (cells) =>
    findAct(plain(cells[0]), plain(cells[1]), classify),
  );
  const readPlace = rememberCells([...WHERE, ...DEGREES].map(at), findPlace);

  const reader = createRowReader(record, header, (row: DelimitedRow): RowReading | CellFault => {
    const { fields } = row;
    if (!isDigits(id(fields))) {
      return new CellFault(
        'event id',
        `${shorten(id(fields)) || 'an empty cell'} is not the number of an event`,
      );
    }
    const day = readDay(date(fields));
    if (day.kind === 'fault') return new CellFault('event date', day.reason);
    const act = readAct(fields);
    if (act instanceof CellFault) return act;
    const place = readPlace(fields);
    if (place instanceof CellFault) return place;
    return {
      kind: 'right',
      country: place.country,
      event: {
        id: id(fields),
        record,
        line: row.line,
        first: day.day,
        last: day.day,
        precision: 'day',
        initiators: readNamed(source(fields)),
        targets: readNamed(target(fields)),
        directed: true,
        code: act.code,
        actClass: act.actClass,
        placeNames: place.names,
        latitude: place.latitude,
        longitude: place.longitude,
        ...NO_TOLL,
        attribution: 'unknown',
        sources: publisher(fields) || null,
        address: null,
        note: null,
      },
    };
  });
  return { ...reader, uses: [...REQUIRED, ...READ].flatMap((column) => header.places.get(column) ?? []) };
}

/** A cell without quotation marks and spaces around it; empty where its value is not known. */
function plain(cell: string | undefined): string {
  if (cell === undefined || cell === 'NA') return '';
  const text = unquote(cell);
  return UNKNOWN.has(text) ? '' : text;
}

/** Without a town the position is the middle of a province or a country. */
function findPlace(cells: readonly string[]): CodedPlace | CellFault {
  const where = cells.slice(0, WHERE.length).map(plain);
  const position = cells.slice(WHERE.length).map(plain);
  return codedPlace(where, where.at(-1) ?? '', position, where[0] !== '');
}

interface IcewsAct {
  readonly code: string;
  readonly actClass: string | null;
}

function findAct(
  written: string,
  text: string,
  classify: (code: string) => string | null,
): IcewsAct | CellFault {
  const code = findCode(written, text);
  return code instanceof CellFault ? code : { code, actClass: classify(code) };
}

const NAMES: ReadonlyMap<string, string> = new Map(
  CAMEO_ACTS.entries.map(([code, name]) => [code, name.toLowerCase()]),
);
const CODES: ReadonlyMap<string, string | null> = countNames();

/** Names that one code alone bears, in words of the codebook. */
function countNames(): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const [code, name] of NAMES) codes.set(name, codes.has(name) ? null : code);
  return codes;
}

/**
 * The CAMEO code of a row. A code of two digits may have lost its leading zero (10 is a demand, 010 a statement), so it
 * must agree with the text beside it; where the code is missing, the text decides if one code alone bears it.
 */
function findCode(code: string, text: string): string | CellFault {
  const name = text.toLowerCase();
  if (code === '') {
    const found = CODES.get(name);
    return found ?? new CellFault('cameo code', 'no code of an act');
  }
  const root = Number(code.slice(0, 2));
  if (!isDigits(code) || code.length < 2 || code.length > 4 || root < 1 || root > ROOTS) {
    return new CellFault('cameo code', `${shorten(code)} is no CAMEO code; was a leading zero lost?`);
  }
  if (code.length === 2 && NAMES.get(code) !== name) {
    return new CellFault(
      'cameo code',
      `the code ${code} does not mean "${shorten(text)}"; was a leading zero lost?`,
    );
  }
  return code;
}

import { actClassifier, CAMEO_ACTS } from './acts/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import { GDELT_1_COLUMNS, GDELT_2_COLUMNS } from './gdeltColumns.ts';
import { isDigits } from './isDigits.ts';
import { isGdeltMentions, refuseGdelt } from './refuseGdelt.ts';
import { readDate } from './readDate.ts';
import { NO_TOLL } from './noToll.ts';
import type { DelimitedRow } from './readDelimited.ts';
import { readGdeltPlace } from './readGdeltPlace.ts';
import type { RecordFormat, RowReader, RowReading } from './recordFormat.ts';
import { remember } from './remember.ts';
import { rememberCells } from './rememberCells.ts';

/** Widths of the rows, and digits of DATEADDED. */
interface Edition {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly addedDigits: number;
}

/** GDELT 1.0 event files: yearly, monthly and daily. Source: leetaruSchrodt2013. */
export const GDELT_1: RecordFormat = createFormat({
  name: 'gdelt-1',
  title: 'GDELT 1.0 events',
  columns: GDELT_1_COLUMNS,
  widths: [57, 58],
  addedDigits: 8,
});

/** GDELT 2.0 event files: one per quarter of an hour. Source: leetaruSchrodt2013. */
export const GDELT_2: RecordFormat = createFormat({
  name: 'gdelt-2',
  title: 'GDELT 2.0 events',
  columns: GDELT_2_COLUMNS,
  widths: [61],
  addedDigits: 14,
});

function createFormat(edition: Edition): RecordFormat {
  return {
    name: edition.name,
    title: edition.title,
    dialects: [{ delimiter: '\t', quote: null, longestField: 100_000 }],
    encodings: ['utf-8'],
    header: false,
    endsLines: true,
    uniqueIds: true,
    recognises: (first) =>
      (edition.widths.includes(first.length) && describeShift(first, edition) === null) ||
      (edition.addedDigits === 14 && isGdeltMentions(first)),
    start: (first: DelimitedRow, record: string) =>
      refuseGdelt(first, record, edition) ?? readGdelt(record, edition),
  };
}

/** Daily files name the source of each row since this day; back-files, added before, have a field less. */
const FIRST_WITH_SOURCE = '20130401';

/** Fields whose form is fixed and that stand all over the row: a row that lost or gained a field fails here. */
function describeShift(fields: readonly string[], { columns, addedDigits }: Edition): CellFault | null {
  const at = findShift(fields, columns.length - 2, addedDigits);
  if (at === null) return null;
  const expected: Readonly<Record<number, string>> = {
    0: 'the number of an event',
    1: 'a day of eight digits, as 20141124',
    2: `the month of the day ${fields[1]}`,
    3: `the year of the day ${fields[1]}`,
    4: `a part of the year ${fields[3]}`,
    25: '0 or 1',
    29: 'one of 1 to 4',
    [columns.length - 2]: `${addedDigits} digits`,
  };
  return new CellFault(
    columns[at] ?? '',
    `${shorten(fields[at] ?? '') || 'an empty cell'} is not ${expected[at]}`,
  );
}

/** The position of the first such field at fault. */
function findShift(fields: readonly string[], added: number, addedDigits: number): number | null {
  const day = fields[1] ?? '';
  if (!isDigits(fields[0] ?? '')) return 0;
  if (!isDigits(day, 8)) return 1;
  const [month = '', year = ''] = [fields[2], fields[3]];
  if (month.length !== 6 || !day.startsWith(month)) return 2;
  if (year.length !== 4 || !day.startsWith(year)) return 3;
  const fraction = fields[4] ?? '';
  if (fraction.length < 4 || fraction.length > 20 || fraction < '0' || fraction > ':') return 4;
  if (fields[25] !== '0' && fields[25] !== '1') return 25;
  const quad = fields[29] ?? '';
  if (quad.length !== 1 || quad < '1' || quad > '4') return 29;
  if (!isDigits(fields[added] ?? '', addedDigits)) return added;
  return null;
}

interface GdeltAct {
  readonly code: string;
  readonly actClass: string | null;
}

/** Base and root must be the beginning of the code: a code that lost its leading zero (14 for 014) is another act. */
function readAct(
  [code = '', base = '', root = '']: readonly string[],
  classify: (code: string) => string | null,
): GdeltAct | CellFault {
  const fault = (reason: string) => new CellFault('EventCode', reason);
  if (!isDigits(code) || code.length < 2 || code.length > 4) {
    return fault(`${shorten(code) || 'an empty cell'} is no CAMEO code of two to four digits`);
  }
  if (root.length !== 2 || !code.startsWith(root) || !base.startsWith(root) || !code.startsWith(base)) {
    return fault(
      `the code ${code} does not begin with its root ${shorten(root)} and base ${shorten(base)}; was a leading zero lost?`,
    );
  }
  return { code, actClass: classify(code) };
}

/** Reads rows of GDELT event files; a row with any cell at fault is set aside whole. */
function readGdelt(record: string, edition: Edition): RowReader {
  const { columns, widths } = edition;
  const at = (name: string) => columns.indexOf(name);
  const url = at('SOURCEURL');
  const added = at('DATEADDED');
  const classify = actClassifier(CAMEO_ACTS);
  const readDay = remember((text) => readDate(text, { order: null, eightDigits: true }));
  const readPlace = readGdeltPlace(columns);
  const readInitiators = rememberCells(['Actor1Name', 'Actor1Code'].map(at), listActorNames);
  const readTargets = rememberCells(['Actor2Name', 'Actor2Code'].map(at), listActorNames);
  const readCode = rememberCells(['EventCode', 'EventBaseCode', 'EventRootCode'].map(at), (cells) =>
    readAct(cells, classify),
  );

  const readEvent = (row: DelimitedRow): RowReading | CellFault => {
    const { fields } = row;
    const shift = describeShift(fields, edition);
    if (shift) return shift;
    const act = readCode(fields);
    if (act instanceof CellFault) return act;
    const date = readDay(fields[1] ?? '');
    if (date.kind !== 'day')
      return new CellFault('SQLDATE', date.kind === 'fault' ? date.reason : 'two days');
    const place = readPlace(fields);
    if (place instanceof CellFault) return place;
    const whole = fields.length > url;
    if (edition.addedDigits === 8 && whole !== (fields[added] ?? '') >= FIRST_WITH_SOURCE) {
      const reason = whole
        ? 'a row added before April 2013 has no source, but this one has a field more'
        : 'a row added since April 2013 ends with its source, but this one has a field less';
      return new CellFault('SOURCEURL', reason);
    }
    const source = (fields[url] ?? '').trim();
    // A back-file that gained a field has its DATEADDED here.
    if (source !== '' && isDigits(source))
      return new CellFault('SOURCEURL', `${shorten(source)} is no source`);
    const isAddress = source.startsWith('http://') || source.startsWith('https://');
    return {
      kind: 'right',
      country: place.country,
      event: {
        id: fields[0] ?? '',
        record,
        line: row.line,
        first: date.day,
        last: date.day,
        precision: 'day',
        initiators: readInitiators(fields),
        targets: readTargets(fields),
        directed: true,
        code: act.code,
        actClass: act.actClass,
        placeNames: place.names,
        latitude: place.latitude,
        longitude: place.longitude,
        ...NO_TOLL,
        attribution: 'unknown',
        sources: isAddress || source === '' ? null : source,
        address: isAddress ? source : null,
        note: null,
      },
    };
  };
  return {
    kind: 'rows',
    columns,
    widths,
    uses: [
      ...[
        'GLOBALEVENTID',
        'SQLDATE',
        'MonthYear',
        'Year',
        'FractionDate',
        'IsRootEvent',
        'QuadClass',
        'DATEADDED',
      ],
      ...['Actor1Code', 'Actor1Name', 'Actor2Code', 'Actor2Name'],
      ...['EventCode', 'EventBaseCode', 'EventRootCode'],
      ...['ActionGeo_Type', 'ActionGeo_FullName', 'ActionGeo_Lat', 'ActionGeo_Long', 'SOURCEURL'],
      ...['Actor1Geo', 'Actor2Geo'].flatMap((actor) =>
        ['Type', 'FullName', 'Lat', 'Long'].map((what) => `${actor}_${what}`),
      ),
    ].map(at),
    unusedColumns: [],
    read: (row) => {
      const reading = readEvent(row);
      if (!(reading instanceof CellFault)) return reading;
      const { column, reason } = reading;
      return { kind: 'setAside', row: { record, line: row.line, column, reason, raw: row.raw } };
    },
  };
}

/**
 * Both names of one actor: as the news wrote it (`OBAMA`, `HARARE`) and as CAMEO codes it (`USAGOV`, `ZWE`). The name is
 * often a mere word for the actor, so theatres will mostly match the code; the country alone is no name, since it would
 * make a student of a country that country.
 */
function listActorNames(cells: readonly string[]): readonly string[] {
  const names = cells.map((name) => name.trim());
  return names.filter((name, index) => name !== '' && names.indexOf(name) === index);
}

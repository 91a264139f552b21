import { actClassifier, GED_ACTS } from './acts/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import { checkGridCell } from './checkGridCell.ts';
import { createRowReader } from './createRowReader.ts';
import type { Event } from './event.ts';
import { EXPORT_DIALECTS } from './exportDialects.ts';
import { GED_COLUMNS } from './gedColumns.ts';
import { isDigits } from './isDigits.ts';
import { listPlaces } from './listPlaces.ts';
import { readCell } from './readCell.ts';
import { readDate } from './readDate.ts';
import { readGedDays } from './readGedDays.ts';
import { readGedDeaths } from './readGedDeaths.ts';
import { readHeader, type Header } from './readHeader.ts';
import { readNames } from './readNames.ts';
import { readPosition } from './readPosition.ts';
import type { RecordFormat, RowReader } from './recordFormat.ts';
import { remember } from './remember.ts';
import { rightRow } from './rightRow.ts';
import type { DateOrder } from './writtenForm.ts';

/** The codes of events, by the number of the type of violence. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['1', 'state-based'],
  ['2', 'non-state'],
  ['3', 'one-sided'],
]);
/** Precisions of place that still say where: the exact place, near it, or within the district named. */
const KNOWN_PLACES: ReadonlySet<string> = new Set(['1', '2', '3']);
const PLACE_PRECISIONS: ReadonlySet<string> = new Set([...KNOWN_PLACES, '4', '5', '6', '7']);
const NOT_STATED: readonly string[] = ['NA'];
const LONGEST_NOTE = 300;
/** The columns are cut after six decimals, the point is not. */
const ROUNDING_DEGREES = 1e-5;

/**
 * The UCDP Georeferenced Event Dataset, yearly and candidate releases alike: the header says where each column stands.
 * Sources: sundbergMelander2013.
 */
export const GED: RecordFormat = {
  name: 'ged',
  title: 'UCDP Georeferenced Event Dataset and candidate events',
  dialects: EXPORT_DIALECTS,
  encodings: ['utf-8'],
  header: true,
  uniqueIds: true,
  recognises: (first) => {
    const names = new Set(first.map((name) => name.trim().toLowerCase()));
    return ['type_of_violence', 'date_prec', 'side_a', 'side_b'].every((name) => names.has(name));
  },
  start: (first, record, { dates }) => {
    const header = readHeader(first, record, GED_COLUMNS);
    return header.kind === 'fault' ? header : readGed(record, header, dates);
  },
};

function readGed(record: string, header: Header, order: DateOrder | null): RowReader {
  const cell = (column: string) => readCell(header, column, NOT_STATED);
  const [id, type, status, year] = [cell('id'), cell('type_of_violence'), cell('code_status'), cell('year')];
  const [sideA, sideB] = [cell('side_a'), cell('side_b')];
  const [start, end, precision] = [cell('date_start'), cell('date_end'), cell('date_prec')];
  const [place, district, province] = [cell('where_coordinates'), cell('adm_2'), cell('adm_1')];
  const country = cell('country');
  const placePrecision = header.places.has('where_prec') ? cell('where_prec') : () => '1';
  const [latitude, longitude] = [cell('latitude'), cell('longitude')];
  const [gridCell, point] = [cell('priogrid_gid'), cell('geom_wkt')];
  const [office, original] = [cell('source_office'), cell('source_original')];
  const [headline, article] = [cell('source_headline'), cell('source_article')];
  const readDeaths = readGedDeaths(header, NOT_STATED);
  const readDay = remember((text) => readDate(text, { order, eightDigits: false }));
  const readSide = remember((text) => readNames(text, null));
  const classify = actClassifier(GED_ACTS);
  return createRowReader(record, header, ({ fields, line }) => {
    const name = id(fields);
    if (!isDigits(name)) {
      return new CellFault(
        'id',
        name === '' ? 'no id; every event has its own' : `${shorten(name)} is no number of an event`,
      );
    }
    const typeNumber = type(fields);
    const code = TYPES.get(typeNumber);
    if (code === undefined) {
      return new CellFault(
        'type_of_violence',
        `${shorten(typeNumber) || 'an empty cell'} is none of 1, 2, 3`,
      );
    }
    const days = readGedDays(
      { start: start(fields), end: end(fields), precision: precision(fields), year: year(fields) },
      readDay,
    );
    if (days instanceof CellFault || days.kind === 'ambiguousDate') return days;
    const [nameA, nameB] = [sideA(fields), sideB(fields)];
    if (nameA === '' && nameB === '') {
      return new CellFault('side_a', 'neither side is named');
    }
    const directed = code === 'one-sided';
    if (directed && nameA === 'Civilians') {
      return new CellFault(
        'side_a',
        'civilians stand as the side that attacks: the two sides look exchanged',
      );
    }
    const deaths = readDeaths(fields, directed);
    if (deaths instanceof CellFault) return deaths;
    const position = readPosition(latitude(fields), longitude(fields));
    if (position.kind === 'fault') return new CellFault(position.of, position.reason);
    if (position.latitude !== null && position.longitude !== null) {
      const reason =
        checkPoint(point(fields), latitude(fields), longitude(fields)) ??
        checkGridCell(gridCell(fields), position.latitude, position.longitude);
      if (reason !== null) return new CellFault('latitude', reason);
    }
    const wherePrecision = placePrecision(fields);
    if (!PLACE_PRECISIONS.has(wherePrecision)) {
      return new CellFault('where_prec', `${shorten(wherePrecision) || 'an empty cell'} is none of 1 to 7`);
    }
    const known = KNOWN_PLACES.has(wherePrecision);
    const event: Event = {
      id: name,
      record,
      line,
      first: days.first,
      last: days.last,
      precision: days.precision,
      initiators: readSide(nameA),
      targets: readSide(nameB),
      directed,
      code,
      actClass: classify(code),
      placeNames: listPlaces(place(fields), district(fields), province(fields), country(fields)),
      // The point of a province or a country is its middle: an event somewhere in it is at no known point.
      latitude: known ? position.latitude : null,
      longitude: known ? position.longitude : null,
      killedLow: deaths.killedLow,
      killedBest: deaths.killedBest,
      killedHigh: deaths.killedHigh,
      killedInitiators: deaths.killedInitiators,
      killedTargets: deaths.killedTargets,
      killedCivilians: deaths.killedCivilians,
      killedSide: null,
      wounded: null,
      attribution: 'unknown',
      sources: office(fields) || original(fields) || null,
      address: null,
      note: writeNote(status(fields), headline(fields) || article(fields)),
    };
    return rightRow(event, country(fields), days.order);
  });
}

/** Candidate events say what is still to be checked; the rest is what the source was headed. */
function writeNote(status: string, headline: string): string | null {
  const short = headline.length > LONGEST_NOTE ? `${headline.slice(0, LONGEST_NOTE)}…` : headline;
  if (status === '' || status.toLowerCase() === 'clear') return short || null;
  const open = `Coded provisionally by UCDP (${status}).`;
  return short === '' ? open : `${open} ${short}`;
}

/** The point `POINT (lon lat)`, where the release has it, names the same degrees as the two columns. */
function checkPoint(point: string, latitude: string, longitude: string): string | null {
  if (point === '' || point === `POINT (${longitude} ${latitude})`) return null;
  const degrees = point.replace('POINT', '').replace('(', '').replace(')', '').trim().split(' ');
  const near = (one: string | undefined, other: string) =>
    Math.abs(Number(one) - Number(other)) <= ROUNDING_DEGREES;
  const agree = near(degrees[0], longitude) && near(degrees[1], latitude);
  return agree ? null : `the columns say ${latitude}, ${longitude}, but geom_wkt says ${shorten(point)}`;
}

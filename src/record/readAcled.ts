import { ACLED_COLUMNS } from './acledColumns.ts';
import { ACLED_ACTS, actClassifier } from './acts/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import { createRowReader } from './createRowReader.ts';
import type { Event } from './event.ts';
import { EXPORT_DIALECTS } from './exportDialects.ts';
import { listPlaces } from './listPlaces.ts';
import { readAcledDays } from './readAcledDays.ts';
import { readAcledSide } from './readAcledSide.ts';
import { readCell } from './readCell.ts';
import { readDate } from './readDate.ts';
import { readHeader, type Header } from './readHeader.ts';
import { readPosition } from './readPosition.ts';
import { readCount } from './readToll.ts';
import type { RecordFormat, RowReader } from './recordFormat.ts';
import { remember } from './remember.ts';
import { rightRow } from './rightRow.ts';
import type { DateOrder } from './writtenForm.ts';

const PLACE_PRECISIONS: ReadonlySet<string> = new Set(['1', '2', '3']);
/** A larger region, for which its capital or another known point stands. */
const REGION_ONLY = '3';

/** Exports of the Armed Conflict Location and Event Data, in every form that names its columns. Source: raleigh2010. */
export const ACLED: RecordFormat = {
  name: 'acled',
  title: 'ACLED export',
  dialects: EXPORT_DIALECTS,
  encodings: ['utf-8'],
  header: true,
  uniqueIds: true,
  recognises: (first) => {
    const names = new Set(first.map((name) => name.trim().toLowerCase()));
    const told = ['event_date', 'event_type', 'actor1', 'actor2'].every((name) => names.has(name));
    return told && (names.has('event_id_cnty') || names.has('data_id'));
  },
  start: (first, record, { dates }) => {
    const header = readHeader(first, record, ACLED_COLUMNS);
    if (header.kind === 'fault') return header;
    const id = ['event_id_cnty', 'data_id'].find((name) => header.places.has(name));
    if (id !== undefined) return readAcled(record, header, id, dates);
    const message = 'The columns name no event: neither event_id_cnty nor data_id is there.';
    const hint = 'event_id_no_cnty alone is used several times; export again with event_id_cnty.';
    return { kind: 'fault', fault: { file: record, line: first.line, message, hint } };
  },
};

function readAcled(record: string, header: Header, idColumn: string, order: DateOrder | null): RowReader {
  const cell = (column: string) => readCell(header, column);
  // Exports without the columns of precision tell days and places, and nothing of how well they are known.
  const exact = (column: string) => (header.places.has(column) ? cell(column) : () => '1');
  const [id, date, year] = [cell(idColumn), cell('event_date'), cell('year')];
  const [precision, geoPrecision] = [exact('time_precision'), exact('geo_precision')];
  const [type, subType] = [cell('event_type'), cell('sub_event_type')];
  const [actor1, associated1, kind1] = [cell('actor1'), cell('assoc_actor_1'), cell('inter1')];
  const [actor2, associated2, kind2] = [cell('actor2'), cell('assoc_actor_2'), cell('inter2')];
  const [country, location] = [cell('country'), cell('location')];
  const [admin1, admin2, admin3] = [cell('admin1'), cell('admin2'), cell('admin3')];
  const [latitude, longitude] = [cell('latitude'), cell('longitude')];
  const [fatalities, source, notes] = [cell('fatalities'), cell('source'), cell('notes')];
  const readDay = remember((text) => readDate(text, { order, eightDigits: false }));
  const classify = actClassifier(ACLED_ACTS);
  const readSide = rememberSides();
  return createRowReader(record, header, ({ fields, line }) => {
    const name = id(fields);
    if (name === '') return new CellFault(idColumn, 'no id; every event has its own');
    const days = readAcledDays(
      { date: date(fields), year: year(fields), precision: precision(fields) },
      readDay,
    );
    if (days instanceof CellFault || days.kind === 'ambiguousDate') return days;
    if (actor1(fields) === '' && actor2(fields) === '') {
      return new CellFault('actor1', 'neither actor1 nor actor2 is given');
    }
    const code = subType(fields) || type(fields);
    if (code === '') return new CellFault('event_type', 'neither sub-event type nor event type is given');
    const deaths = readCount({ column: 'fatalities', text: fatalities(fields) });
    if (deaths instanceof CellFault) return deaths;
    const position = readPosition(latitude(fields), longitude(fields));
    if (position.kind === 'fault') return new CellFault(position.of, position.reason);
    const wherePrecision = geoPrecision(fields);
    if (!PLACE_PRECISIONS.has(wherePrecision)) {
      return new CellFault(
        'geo_precision',
        `${shorten(wherePrecision) || 'an empty cell'} is none of 1, 2, 3`,
      );
    }
    // The location of an event known to a region only is a stand-in: neither its name nor its point is the event's.
    const known = wherePrecision !== REGION_ONLY;
    const event: Event = {
      id: name,
      record,
      line,
      first: days.first,
      last: days.last,
      precision: days.precision,
      initiators: readSide(actor1(fields), associated1(fields), kind1(fields)),
      targets: readSide(actor2(fields), associated2(fields), kind2(fields)),
      directed: false,
      code,
      actClass: classify(code),
      placeNames: listPlaces(
        known ? location(fields) : '',
        admin3(fields),
        admin2(fields),
        admin1(fields),
        country(fields),
      ),
      latitude: known ? position.latitude : null,
      longitude: known ? position.longitude : null,
      killedLow: deaths,
      killedBest: deaths,
      killedHigh: deaths,
      killedInitiators: null,
      killedTargets: null,
      killedCivilians: null,
      killedSide: null,
      wounded: null,
      attribution: 'unknown',
      sources: source(fields) || null,
      address: null,
      note: notes(fields) || null,
    };
    return rightRow(event, country(fields), days.order);
  });
}

/** `readAcledSide` with a memory: a file has many rows and few sides. */
function rememberSides(): typeof readAcledSide {
  const read = remember((key) => {
    const [actor = '', associated = '', kind = ''] = key.split('\0');
    return readAcledSide(actor, associated, kind);
  });
  return (actor, associated, kind) => read(`${actor}\0${associated}\0${kind}`);
}

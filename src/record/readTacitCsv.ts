import { classifyTacitCsvAct } from './classifyTacitCsvAct.ts';
import { CellFault } from './cellFault.ts';
import { createRowReader } from './createRowReader.ts';
import { listPlaces } from './listPlaces.ts';
import { readAttribution } from './readAttribution.ts';
import { readCell } from './readCell.ts';
import { readHeader, type Header } from './readHeader.ts';
import { readIsoDay } from './readIsoDay.ts';
import { readNames } from './readNames.ts';
import { readPosition } from './readPosition.ts';
import { readPrecision } from './readPrecision.ts';
import { readCount, readToll } from './readToll.ts';
import { remember } from './remember.ts';
import type { RecordFormat, RowReader } from './recordFormat.ts';

const REQUIRED = ['id', 'date_start', 'date_end', 'precision', 'initiator', 'target', 'action'] as const;
const OPTIONAL = [
  ...['place', 'zone', 'country', 'latitude', 'longitude'],
  ...['killed_min', 'killed_max', 'killed_side', 'wounded', 'attribution', 'source_url', 'note'],
] as const;
/** Read by people, not by the program: kept in the file, taken for nothing. */
const UNREAD = ['initiator_side', 'target_side', 'verify'];

/** The documented open form of a record of events (`docs/record.md`). */
export const TACIT_CSV: RecordFormat = {
  name: 'tacit-csv',
  title: 'Tacit CSV',
  dialects: [{ delimiter: ',', quote: '"', longestField: 100_000 }],
  encodings: ['utf-8'],
  header: true,
  uniqueIds: true,
  recognises: (header) => {
    const names = new Set(header.map((name) => name.trim().toLowerCase()));
    return ['date_start', 'initiator', 'action'].every((name) => names.has(name));
  },
  start: (first, record) => {
    const header = readHeader(first, record, {
      form: 'Tacit CSV',
      delimiter: ',',
      required: REQUIRED,
      optional: OPTIONAL,
      unread: UNREAD,
      alsoCalled: new Map([
        ['lat', 'latitude'],
        ['lon', 'longitude'],
        ['lng', 'longitude'],
      ]),
    });
    return header.kind === 'fault' ? header : readTacitCsv(record, header);
  },
};

/** Reads rows of the Tacit CSV form; a row with any cell at fault is set aside whole. */
function readTacitCsv(record: string, header: Header): RowReader {
  const cell = (column: (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]) => readCell(header, column);
  const id = cell('id');
  const [start, end, precision] = [cell('date_start'), cell('date_end'), cell('precision')];
  const [initiator, target, action] = [cell('initiator'), cell('target'), cell('action')];
  const [place, zone, country] = [cell('place'), cell('zone'), cell('country')];
  const [latitude, longitude] = [cell('latitude'), cell('longitude')];
  const [least, most, side, wounded] = [
    ...[cell('killed_min'), cell('killed_max')],
    ...[cell('killed_side'), cell('wounded')],
  ] as const;
  const [attribution, address, note] = [cell('attribution'), cell('source_url'), cell('note')];
  const readDay = remember(readIsoDay);
  const readSide = remember((text) => readNames(text, ';'));
  // A NUL stands in no cell, unlike every other mark.
  const readPlaces = remember((cells) => listPlaces(...cells.split('\0')));
  return createRowReader(record, header, ({ fields, line }) => {
    const name = id(fields);
    if (name === '') return new CellFault('id', 'no id; every event needs its own');
    const days = readPrecision(
      {
        word: { column: 'precision', text: precision(fields) },
        start: { column: 'date_start', text: start(fields) },
        end: { column: 'date_end', text: end(fields) },
      },
      readDay,
    );
    if (days instanceof CellFault || days.kind === 'ambiguousDate') return days;
    const [initiators, targets] = [readSide(initiator(fields)), readSide(target(fields))];
    if (initiator(fields) === '' && target(fields) === '') {
      const reason = 'neither who acted nor on whom is given; write UNK where nobody is named';
      return new CellFault('initiator', reason);
    }
    const code = action(fields);
    if (code === '') return new CellFault('action', 'no act; every event needs one');
    const deaths = readToll(
      { column: 'killed_min', text: least(fields) },
      { column: 'killed_best', text: '' },
      { column: 'killed_max', text: most(fields) },
    );
    if (deaths instanceof CellFault) return deaths;
    const hurt = readCount({ column: 'wounded', text: wounded(fields) });
    if (hurt instanceof CellFault) return hurt;
    const position = readPosition(latitude(fields), longitude(fields));
    if (position.kind === 'fault') return new CellFault(position.of, position.reason);
    const kind = readAttribution({ column: 'attribution', text: attribution(fields) });
    if (kind instanceof CellFault) return kind;
    const killedSide = side(fields);
    const { killedLow } = deaths;
    return {
      kind: 'right',
      country: country(fields),
      event: {
        id: name,
        record,
        line,
        first: days.first,
        last: days.last,
        precision: days.precision,
        initiators,
        targets,
        directed: true,
        code,
        actClass: classifyTacitCsvAct(code),
        placeNames: readPlaces(`${place(fields)}\0${zone(fields)}\0${country(fields)}`),
        latitude: position.latitude,
        longitude: position.longitude,
        ...deaths,
        killedInitiators: killedSide === 'initiator' ? killedLow : null,
        killedTargets: killedSide === 'target' ? killedLow : null,
        killedCivilians: killedSide === 'civilian' ? killedLow : null,
        killedSide: killedSide || null,
        wounded: hurt,
        attribution: kind,
        sources: null,
        address: address(fields) || null,
        note: note(fields) || null,
      },
    };
  });
}

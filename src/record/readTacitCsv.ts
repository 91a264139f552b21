import { classifyTacitCsvAct } from './classifyTacitCsvAct.ts';
import type { Attribution, Event, EventPrecision } from './event.ts';
import { foldName } from './foldName.ts';
import type { DelimitedRow } from './readDelimited.ts';
import { readHeader } from './readHeader.ts';
import { readIsoDay } from './readIsoDay.ts';
import { readPosition } from './readPosition.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import type { RecordFormat, RowReader } from './recordFormat.ts';

const REQUIRED = ['id', 'date_start', 'date_end', 'precision', 'initiator', 'target', 'action'] as const;
const OPTIONAL = [
  ...['place', 'zone', 'country', 'latitude', 'longitude'],
  ...['killed_min', 'killed_max', 'killed_side', 'wounded', 'attribution', 'source_url', 'note'],
  // Read by people, not by the program: kept in the file, taken for nothing.
  ...['initiator_side', 'target_side', 'verify'],
] as const;
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** Longest stretch of days each word for precision allows; null where any length does. */
const PRECISIONS: ReadonlyMap<
  string,
  { readonly precision: EventPrecision; readonly longest: number | null }
> = new Map([
  ['day', { precision: 'day', longest: 2 }],
  ['night', { precision: 'night', longest: 2 }],
  ['approx', { precision: 'approx', longest: null }],
  ['week', { precision: 'week', longest: 7 }],
  ['month', { precision: 'month', longest: 31 }],
  ['year', { precision: 'year', longest: 366 }],
  ['spell', { precision: 'spell', longest: null }],
]);
const ATTRIBUTIONS: ReadonlySet<string> = new Set([
  'stated',
  'claimed',
  'attributed',
  'unattributed',
  'unknown',
]);
const NOBODY: ReadonlySet<string> = new Set(['', 'unk', 'unknown', 'unidentified']);

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
      alsoCalled: new Map([
        ['lat', 'latitude'],
        ['lon', 'longitude'],
        ['lng', 'longitude'],
      ]),
    });
    return header.kind === 'fault'
      ? header
      : readTacitCsv(record, header.names, header.places, header.unusedColumns);
  },
};

/** Why a row is set aside: thrown nowhere, handed back by every cell reader. */
class CellFault {
  constructor(
    readonly column: Column,
    readonly reason: string,
  ) {}
}

/** Reads rows of the Tacit CSV form; a row with any cell at fault is set aside whole. */
export function readTacitCsv(
  record: string,
  columns: readonly string[],
  places: ReadonlyMap<string, number>,
  unusedColumns: readonly string[],
): RowReader {
  return {
    kind: 'rows',
    columns,
    widths: [columns.length],
    uses: [...places.values()],
    unusedColumns,
    read: (row) => {
      const cell = (column: Column) => {
        const place = places.get(column);
        return place === undefined ? '' : (row.fields[place] ?? '').trim();
      };
      const event = readEvent(cell, record, row);
      return event instanceof CellFault
        ? {
            kind: 'setAside',
            row: { record, line: row.line, column: event.column, reason: event.reason, raw: row.raw },
          }
        : { kind: 'right', event, country: cell('country') };
    },
  };
}

type Cell = (column: Column) => string;

function readEvent(cell: Cell, record: string, row: DelimitedRow): Event | CellFault {
  const id = cell('id');
  if (id === '') return new CellFault('id', 'no id; every event needs its own');
  const days = readDays(cell);
  if (days instanceof CellFault) return days;
  const initiators = readNames(cell('initiator'));
  const targets = readNames(cell('target'));
  if (cell('initiator') === '' && cell('target') === '') {
    return new CellFault(
      'initiator',
      'neither who acted nor on whom is given; write UNK where nobody is named',
    );
  }
  const code = cell('action');
  if (code === '') return new CellFault('action', 'no act; every event needs one');
  const toll = readToll(cell);
  if (toll instanceof CellFault) return toll;
  const position = readPosition(cell('latitude'), cell('longitude'));
  if (position.kind === 'fault') return new CellFault(position.of, position.reason);
  const attribution = cell('attribution').toLowerCase() || 'unknown';
  if (!ATTRIBUTIONS.has(attribution)) {
    return new CellFault(
      'attribution',
      `${shorten(attribution)} is none of ${[...ATTRIBUTIONS].join(', ')}; leave the cell empty where it is not told`,
    );
  }
  return {
    id,
    record,
    line: row.line,
    ...days,
    initiators,
    targets,
    directed: true,
    code,
    actClass: classifyTacitCsvAct(code),
    placeNames: [...new Set([cell('place'), cell('zone'), cell('country')])].filter((name) => name !== ''),
    latitude: position.latitude,
    longitude: position.longitude,
    ...toll,
    attribution: attribution as Attribution,
    sources: null,
    address: cell('source_url') || null,
    note: cell('note') || null,
  };
}

function readDays(cell: Cell): Pick<Event, 'first' | 'last' | 'precision'> | CellFault {
  const word = cell('precision').toLowerCase();
  const known = PRECISIONS.get(word);
  if (!known) {
    return new CellFault(
      'precision',
      `${shorten(word) || 'an empty cell'} is none of ${[...PRECISIONS.keys()].join(', ')}`,
    );
  }
  const first = readIsoDay(cell('date_start'));
  if (first.kind === 'fault') return new CellFault('date_start', first.reason);
  // One date stands for one day; every other precision needs the last possible day written down.
  const end =
    cell('date_end') === '' && (word === 'day' || word === 'approx') ? first : readIsoDay(cell('date_end'));
  if (end.kind === 'fault') return new CellFault('date_end', end.reason);
  if (end.day < first.day) {
    return new CellFault(
      'date_end',
      `the last day ${cell('date_end')} lies before the first ${cell('date_start')}`,
    );
  }
  const length = end.day - first.day + 1;
  if (known.longest !== null && length > known.longest) {
    return new CellFault(
      'precision',
      `the dates span ${length} days, but the precision ${word} allows ${known.longest}; write approx, or spell if the event lasted throughout`,
    );
  }
  return { first: first.day, last: end.day, precision: known.precision };
}

type Toll = Pick<
  Event,
  | 'killedLow'
  | 'killedHigh'
  | 'killedBest'
  | 'killedInitiators'
  | 'killedTargets'
  | 'killedCivilians'
  | 'killedSide'
  | 'wounded'
>;

function readToll(cell: Cell): Toll | CellFault {
  const numbers = new Map<Column, number | null>();
  for (const column of ['killed_min', 'killed_max', 'wounded'] as const) {
    const reading = readWholeNumber(cell(column));
    if (reading.kind === 'fault') return new CellFault(column, reading.reason);
    numbers.set(column, reading.value);
  }
  const killedLow = numbers.get('killed_min') ?? null;
  const killedHigh = numbers.get('killed_max') ?? null;
  if (killedLow !== null && killedHigh !== null && killedLow > killedHigh) {
    return new CellFault('killed_min', `at least ${killedLow} killed, but at most ${killedHigh}`);
  }
  const side = cell('killed_side');
  return {
    killedLow,
    killedHigh,
    killedBest: null,
    killedInitiators: side === 'initiator' ? killedLow : null,
    killedTargets: side === 'target' ? killedLow : null,
    killedCivilians: side === 'civilian' ? killedLow : null,
    killedSide: side || null,
    wounded: numbers.get('wounded') ?? null,
  };
}

/** Several names in one cell are separated by semicolons: any of them may have been the one. */
function readNames(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name, index, all) => !NOBODY.has(foldName(name)) && all.indexOf(name) === index);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

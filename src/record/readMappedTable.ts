import { CellFault } from './cellFault.ts';
import { createRowReader } from './createRowReader.ts';
import { dialectOfTable } from './dialectOfTable.ts';
import type { Event } from './event.ts';
import { findMappedColumns } from './findMappedColumns.ts';
import { listPlaces } from './listPlaces.ts';
import { readAttribution } from './readAttribution.ts';
import { readCell, type CellReader } from './readCell.ts';
import { readDate } from './readDate.ts';
import type { Header } from './readHeader.ts';
import { readInterval, type PreciseInterval } from './readInterval.ts';
import { readNames } from './readNames.ts';
import { readPosition } from './readPosition.ts';
import { readPrecision } from './readPrecision.ts';
import { readCount, readToll, type Deaths } from './readToll.ts';
import type { RecordFormat, RowReader } from './recordFormat.ts';
import { remember } from './remember.ts';
import { rightRow } from './rightRow.ts';
import { TABLE_DELIMITERS, type FixedField, type TableField, type TableMap } from './tableMap.ts';
import type { DateOrder } from './writtenForm.ts';

/** A table of any form, read as a mapping says that a person confirmed; never recognised, always asked for. */
export const TABLE: RecordFormat = {
  name: 'table',
  title: 'any other table, with a mapping file',
  dialects: TABLE_DELIMITERS.map((delimiter) => dialectOfTable({ delimiter, quoted: true })),
  encodings: ['utf-8', 'windows-1252'],
  header: true,
  uniqueIds: true,
  recognises: () => false,
  start: (first, record, { dates, map }) => {
    const fail = (message: string, hint: string) => ({
      kind: 'fault' as const,
      fault: { file: record, line: first.line, message, hint },
    });
    if (map === null) {
      return fail(
        'Nothing says what the columns of this table hold.',
        'tacit import --draft-map drafts a map of the columns; confirm it and import with --map.',
      );
    }
    if (dates !== null && map.dates !== null && dates !== map.dates) {
      return fail(
        `The map says dates = "${map.dates}", the command --dates ${dates}.`,
        'Leave one of them out.',
      );
    }
    const header = findMappedColumns(first, record, map);
    return header.kind === 'fault' ? header : readMappedTable(record, header, map, dates ?? map.dates);
  },
};

function readMappedTable(record: string, header: Header, map: TableMap, order: DateOrder | null): RowReader {
  const fixed: Partial<Record<TableField, string>> = map.fixed;
  const cell = (field: TableField) => {
    const always = fixed[field];
    if (always !== undefined) return () => always;
    return readCell(header, field, map.unknown);
  };
  /** What a field is called in reasons: as the file calls it. */
  const named = (field: TableField) => map.columns[field] ?? field;
  const id = cell('id');
  const [initiator, target, act] = [cell('initiator'), cell('target'), cell('act')];
  const [place, zone, country] = [cell('place'), cell('zone'), cell('country')];
  const [latitude, longitude] = [cell('latitude'), cell('longitude')];
  const [wounded, attribution, sources] = [cell('wounded'), cell('attribution'), cell('sources')];
  const [address, note] = [cell('address'), cell('note')];
  const classes = new Map(Object.entries(map.acts));
  const hasIds = map.columns.id !== undefined;
  const readSide = remember((text) => readNames(text, map.nameSeparator));
  const days = createDaysReader(map, cell, named, order);
  const deaths = createDeathsReader(map, cell, named);
  return createRowReader(record, header, ({ fields, line }) => {
    const name = hasIds ? id(fields) : `line ${line}`;
    if (name === '') return new CellFault(named('id'), 'no id; every event needs its own');
    const interval = days(fields);
    if (interval instanceof CellFault || interval.kind === 'ambiguousDate') return interval;
    const [doer, other] = [initiator(fields), target(fields)];
    if (doer === '' && other === '') {
      const column = named(map.columns.initiator === undefined ? 'target' : 'initiator');
      return new CellFault(column, 'neither who acted nor on whom is given');
    }
    const code = act(fields);
    if (code === '') return new CellFault(named('act'), 'no act; every event needs one');
    const dead = deaths(fields);
    if (dead instanceof CellFault) return dead;
    const hurt = readCount({ column: named('wounded'), text: wounded(fields) });
    if (hurt instanceof CellFault) return hurt;
    const position = readPosition(latitude(fields), longitude(fields));
    if (position.kind === 'fault') return new CellFault(named(position.of), position.reason);
    const kind = readAttribution({ column: named('attribution'), text: attribution(fields) });
    if (kind instanceof CellFault) return kind;
    const event: Event = {
      id: name,
      record,
      line,
      first: interval.first,
      last: interval.last,
      precision: interval.precision,
      initiators: readSide(doer),
      targets: readSide(other),
      directed: map.directed,
      code,
      actClass: classes.get(code) ?? null,
      placeNames: listPlaces(place(fields), zone(fields), country(fields)),
      latitude: position.latitude,
      longitude: position.longitude,
      killedLow: dead.killedLow,
      killedBest: dead.killedBest,
      killedHigh: dead.killedHigh,
      killedInitiators: null,
      killedTargets: null,
      killedCivilians: null,
      killedSide: null,
      wounded: hurt,
      attribution: kind,
      sources: sources(fields) || null,
      address: address(fields) || null,
      note: note(fields) || null,
    };
    return rightRow(event, country(fields), interval.order);
  });
}

type CellOf = (field: TableField | FixedField) => CellReader;
type NameOf = (field: TableField) => string;

/** Eight digits are a date only where the person said that the year comes first. */
function createDaysReader(
  { columns: held, fixed }: TableMap,
  cell: CellOf,
  named: NameOf,
  order: DateOrder | null,
) {
  const date = held.date === undefined ? joinDate(cell('year'), cell('month'), cell('day')) : cell('date');
  const [end, precision] = [cell('date_end'), cell('precision')];
  const start = named(held.date === undefined ? 'year' : 'date');
  const columns = { start, end: named('date_end'), word: named('precision') };
  const hasPrecision = held.precision !== undefined || fixed.precision !== undefined;
  const readDay = remember((text) => readDate(text, { order, eightDigits: order === 'ymd' }));
  return (fields: readonly string[]): ReturnType<typeof readPrecision> => {
    const start = { column: columns.start, text: date(fields) };
    if (hasPrecision) {
      const word = { column: columns.word, text: precision(fields) };
      return readPrecision({ word, start, end: { column: columns.end, text: end(fields) } }, readDay);
    }
    const day = readInterval(start, start, readDay);
    if (day instanceof CellFault || day.kind === 'ambiguousDate') return day;
    const known: PreciseInterval = { ...day, precision: 'day' };
    return known;
  };
}

/** The date of three columns, as ISO writes it; cells of another form give a text that is no date. */
function joinDate(year: CellReader, month: CellReader, day: CellReader): CellReader {
  return (fields) => {
    const [y, m, d] = [year(fields), month(fields), day(fields)];
    if (y === '' && m === '' && d === '') return '';
    const plain = y.length === 4 && m.length <= 2 && d.length <= 2;
    return plain ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : `year ${y}, month ${m}, day ${d}`;
  };
}

/** A table with one number of deaths states it as the least, the best and the most. */
function createDeathsReader({ columns: held }: TableMap, cell: CellOf, named: NameOf) {
  const [low, best, high] = [cell('killed_low'), cell('killed_best'), cell('killed_high')];
  const columns = { low: named('killed_low'), best: named('killed_best'), high: named('killed_high') };
  const alone = held.killed_low === undefined && held.killed_high === undefined;
  return (fields: readonly string[]): Deaths | CellFault => {
    const number = { column: columns.best, text: best(fields) };
    if (alone) return readToll(number, number, number);
    return readToll({ column: columns.low, text: low(fields) }, number, {
      column: columns.high,
      text: high(fields),
    });
  };
}

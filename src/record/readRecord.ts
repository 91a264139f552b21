import { createPositionCheck, SWAPPED } from './checkPosition.ts';
import { dialectOfTable } from './dialectOfTable.ts';
import type { Event, SetAsideRow } from './event.ts';
import { listIds } from './listIds.ts';
import { readDelimited, type BrokenRow, type DelimitedRow } from './readDelimited.ts';
import { recogniseContent } from './recogniseContent.ts';
import type { RecordFault } from './recordFault.ts';
import { tallyPositions } from './tallyPositions.ts';
import { tallyDateOrders, type DatesFound } from './tallyDateOrders.ts';
import type { Dialect } from './readDelimited.ts';
import type { ReadingOptions, RecordFormat, RowReader } from './recordFormat.ts';

/** What a piece of a file gave. Every row of the file is in exactly one of the two lists of exactly one piece. */
export interface PieceReading {
  readonly events: readonly Event[];
  readonly setAside: readonly SetAsideRow[];
  /** Set when the file cannot be read at all; nothing after it counts. */
  readonly fault: RecordFault | null;
}

export interface RecordReader {
  push(text: string): PieceReading;
  end(): PieceReading;
  /** Empty until the header was seen. */
  unusedColumns(): readonly string[];
  /** Where the reading can be taken up again later, if it can be right here: between two rows, with no question open. */
  seam(): ReadingSeam | null;
}

/** What must be known to go on in the middle of a file. Plain data. */
export interface ReadingSeam {
  /** Line on which the next row begins. */
  readonly line: number;
  /** The first row of the file: the header, where there is one. */
  readonly first: DelimitedRow;
  readonly dates: DatesFound;
}

/** A reading taken up again: the seam, and the ids used before it with their lines. */
export interface EarlierReading {
  readonly seam: ReadingSeam;
  readonly ids: Iterable<readonly [string, number]>;
}

/** What the first row of a file says: how the others are read, or why they cannot be. */
type Beginning =
  | { readonly kind: 'begun'; readonly reader: RowReader; readonly first: DelimitedRow }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const ENOUGH_TO_RECOGNISE = 256;
/** Rows looked at after the first unclear date, to tell what speaks for which order. */
const ENOUGH_TO_ASK = 100_000;
const NOTHING: PieceReading = { events: [], setAside: [], fault: null };

/** Reads a record piece by piece: tells rows apart, types them, refuses ids used twice and headers in the middle. */
export function readRecord(
  format: RecordFormat,
  record: string,
  { dialect, ...options }: ReadingOptions & { readonly dialect?: Dialect } = { dates: null, map: null },
  earlier: EarlierReading | null = null,
): RecordReader {
  const mapped = options.map && dialectOfTable(options.map);
  const delimited = readDelimited(dialect ?? mapped ?? (format.dialects[0] as Dialect), earlier?.seam.line);
  const dates = tallyDateOrders(record, earlier?.seam.dates);
  const checkPosition = createPositionCheck();
  const positions = tallyPositions(record);
  const ids = listIds(earlier?.ids);
  let opened = null as Extract<Beginning, { kind: 'begun' }> | null;
  let header: string | null = null;
  let start: string | null = earlier ? null : '';
  let rows = earlier ? 1 : 0;
  let failed = false;

  const fail = (fault: RecordFault): PieceReading => {
    failed = true;
    return { events: [], setAside: [], fault };
  };

  const begin = (row: DelimitedRow): Beginning => {
    const started = format.start(row, record, options);
    if (started.kind === 'fault') return started;
    if (format.header) header = row.raw;
    delimited.want(started.uses);
    return { kind: 'begun', reader: started, first: row };
  };
  if (earlier) {
    const again = begin(earlier.seam.first);
    if (again.kind === 'begun') opened = again;
  }

  const readRows = (found: readonly (DelimitedRow | BrokenRow)[]): PieceReading => {
    const events: Event[] = [];
    const setAside: SetAsideRow[] = [];
    for (const row of found) {
      if (opened === null) {
        if (row.kind === 'broken') return fail(brokenHeader(row, record));
        const beginning = begin(row);
        if (beginning.kind === 'fault') return fail(beginning.fault);
        opened = beginning;
        if (format.header) continue;
      }
      rows += 1;
      const reading = readRow(row, opened.reader, record, header);
      if (reading.kind === 'setAside') {
        setAside.push(reading.row);
        continue;
      }
      if (reading.kind === 'ambiguousDate') {
        dates.addAmbiguous(row.line, reading.column, reading.text);
        if (dates.seen() > ENOUGH_TO_ASK) return fail(dates.question());
        continue;
      }
      if (reading.dateOrder) dates.add(row.line, reading.dateOrder);
      const { id, latitude, longitude } = reading.event;
      if (reading.country !== undefined && latitude !== null && longitude !== null) {
        const reason = checkPosition(reading.country, latitude, longitude);
        positions.add(row.line, reason?.startsWith(SWAPPED) ?? false);
        if (reason !== null) {
          setAside.push({ record, line: row.line, column: 'latitude', reason, raw: row.raw });
          continue;
        }
      }
      const used = format.uniqueIds ? ids.use(id, row.line) : null;
      if (used !== null) {
        const reason = `the id ${id} was already used on line ${used}`;
        setAside.push({ record, line: row.line, column: 'id', reason, raw: row.raw });
        continue;
      }
      events.push(reading.event);
    }
    return { events, setAside, fault: null };
  };

  /** The first characters are held back until they suffice to tell what the file is. */
  const readStart = (): PieceReading => {
    if (start === null) return NOTHING;
    const text = start;
    start = null;
    const known = recogniseContent(text);
    if (known) return fail({ file: record, line: 1, ...known });
    return readRows(delimited.push(text.replace(/^\ufeff/, '')));
  };

  return {
    push: (text) => {
      if (failed || text === '') return NOTHING;
      if (start === null) return readRows(delimited.push(text));
      start += text;
      return start.length < ENOUGH_TO_RECOGNISE ? NOTHING : readStart();
    },
    end: () => {
      if (failed) return NOTHING;
      const begun = readStart();
      if (begun.fault) return begun;
      const rest = readRows(format.endsLines ? delimited.end().map(cutOff) : delimited.end());
      if (rest.fault) return rest;
      if (dates.mustAsk()) return fail(dates.question());
      const exchanged = positions.fault();
      if (exchanged) return fail(exchanged);
      const last = {
        events: [...begun.events, ...rest.events],
        setAside: [...begun.setAside, ...rest.setAside],
        fault: null,
      };
      if (opened === null) {
        return fail({
          file: record,
          line: null,
          message: 'The file is empty.',
          hint: 'Export it again and look at it in a text editor.',
        });
      }
      if (rows === 0) {
        return fail({
          file: record,
          line: null,
          message: 'The file names its columns but has no rows.',
          hint: 'Look whether the export was cut short or its filter let nothing through.',
        });
      }
      return last;
    },
    unusedColumns: () => opened?.reader.unusedColumns ?? [],
    seam: () => {
      const line = delimited.nextRowLine();
      if (failed || start !== null || opened === null || line === null || dates.mustAsk()) return null;
      return { line, first: opened.first, dates: dates.found() };
    },
  };
}

/** The last row of a file that was cut off: nobody can tell whether its last field is whole. */
function cutOff(row: DelimitedRow | BrokenRow): BrokenRow {
  if (row.kind === 'broken') return row;
  const reason = 'the file ends inside this row or lacks its last line end: it was cut off';
  return { kind: 'broken', line: row.line, field: row.fields.length - 1, reason, raw: row.raw };
}

type Reading = ReturnType<RowReader['read']>;

function readRow(
  row: DelimitedRow | BrokenRow,
  { columns, widths, read }: RowReader,
  record: string,
  header: string | null,
): Reading {
  if (row.kind === 'broken') return setRowAside(row, record, columns[row.field] ?? null, row.reason);
  if (row.raw === header) return setRowAside(row, record, null, 'the line that names the columns, once more');
  if (!widths.includes(row.fields.length)) {
    return setRowAside(row, record, null, wordWidth(row.fields.length, widths, header !== null));
  }
  if (row.fields.every((field) => field.trim() === ''))
    return setRowAside(row, record, null, 'every field is empty');
  return read(row);
}

// Not inside the function above: the loader names every function anew when it is made, which takes longer than the work.
function setRowAside(
  row: DelimitedRow | BrokenRow,
  record: string,
  column: string | null,
  reason: string,
): Reading {
  return { kind: 'setAside', row: { record, line: row.line, column, reason, raw: row.raw } };
}

function wordWidth(found: number, widths: readonly number[], named: boolean): string {
  const expected = widths.join(' or ');
  return named
    ? `${found} fields, but the header names ${expected}`
    : `${found} fields instead of ${expected}`;
}

function brokenHeader(row: BrokenRow, record: string): RecordFault {
  return {
    file: record,
    line: row.line,
    message: `The line that names the columns cannot be read: ${row.reason}.`,
    hint: 'Save the file again as CSV (UTF-8, comma separated, lines ending in a line feed).',
  };
}

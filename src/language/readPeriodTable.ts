import { readWrittenDate } from '../calendar/index.ts';
import { backwards } from './claimMessages.ts';
import { tableEmpty, tableRowUnreadable, tableWithoutHeader } from './fileMessages.ts';
import type { SourceSpan } from './document.ts';
import type { Message } from './semanticMessages.ts';
import type { OpenInterval } from './theatre.ts';

export interface PeriodTable {
  readonly spans: readonly OpenInterval[];
  readonly problems: readonly { readonly message: Message; readonly at: SourceSpan }[];
}

const FIRST_COLUMNS = ['first', 'start', 'from', 'begin', 'date_start', 'start_date', 'day', 'date'];
const LAST_COLUMNS = ['last', 'end', 'to', 'until', 'date_end', 'end_date'];

interface Line {
  readonly text: string;
  readonly at: SourceSpan;
}

/**
 * Reads the spans of a period from a table: comma-separated, a header line, one span a row. The first day stands in a
 * column `first`, `start`, `from`, `begin`, `day` or `date`, the last in `last`, `end`, `to` or `until`; without a last
 * column every row is one day. Other columns are left alone. Dates are `2024-03-11`, `2024-03` or `2024`; a short one
 * is its first, or its last, day. A row that cannot be read is an error with its line, never skipped in silence.
 */
export function readPeriodTable(path: string, text: string): PeriodTable {
  const [header, ...rows] = splitLines(text.replace(/^\uFEFF/, ''));
  const names = header ? splitCells(header.text).map((name) => name.trim().toLowerCase()) : [];
  const firstColumn = findColumn(names, FIRST_COLUMNS);
  const lastColumn = findColumn(names, LAST_COLUMNS);
  if (!header || firstColumn === -1) {
    const at = header?.at ?? { start: 0, end: 0, line: 1, column: 1 };
    return { spans: [], problems: [{ message: tableWithoutHeader(path, 'first,last'), at }] };
  }
  const spans: OpenInterval[] = [];
  const problems: PeriodTable['problems'][number][] = [];
  for (const row of rows) {
    const cells = splitCells(row.text).map((cell) => cell.trim());
    const read = readSpan(cells, firstColumn, lastColumn);
    if ('span' in read) spans.push(read.span);
    else {
      const message = tableRowUnreadable(path, row.at.line, row.text.slice(0, 80), read.why);
      problems.push({ message, at: row.at });
    }
  }
  if (rows.length === 0) problems.push({ message: tableEmpty(path), at: header.at });
  return { spans, problems };
}

function findColumn(names: readonly string[], wanted: readonly string[]): number {
  return names.findIndex((name) => wanted.includes(name));
}

function readSpan(
  cells: readonly string[],
  firstColumn: number,
  lastColumn: number,
): { readonly span: OpenInterval } | { readonly why: string } {
  const firstText = cells[firstColumn] ?? '';
  const lastText = lastColumn === -1 ? firstText : (cells[lastColumn] ?? '');
  const first = readWrittenDate(firstText);
  if (!first) return { why: firstText === '' ? 'the first day is missing' : `"${firstText}" is no date` };
  const last = readWrittenDate(lastText);
  if (!last) return { why: lastText === '' ? 'the last day is missing' : `"${lastText}" is no date` };
  if (first.first > last.last) return { why: backwards(firstText, lastText).message.replace(/\.$/, '') };
  return { span: { first: first.first, last: last.last } };
}

/** Lines that hold anything, with their places. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    const at = { start, end: start + line.length, line: index + 1, column: 1 };
    if (line.replace(/[,\s]/g, '') !== '') lines.push({ text: line, at });
    start += raw.length + 1;
  }
  return lines;
}

/** Cells of one line; a cell in double quotes may hold commas, and doubled quotes stand for one. */
function splitCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (character === '"' && quoted && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character ?? '';
  }
  return [...cells, cell];
}

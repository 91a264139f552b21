import type { Day } from '../calendar/index.ts';
import type { SetAsideRow } from './event.ts';
import type { CountsTable } from './eventStore.ts';
import { placeCounts, type CountsRow } from './placeCounts.ts';
import { readDelimited, type DelimitedRow } from './readDelimited.ts';
import { readIsoDay } from './readIsoDay.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { recogniseContent } from './recogniseContent.ts';
import type { RecordFault } from './recordFault.ts';

export type CountsTableReading =
  /** `rows` are those of the file without its header. */
  | { readonly kind: 'table'; readonly table: CountsTable; readonly rows: number }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const DATE_NAMES: ReadonlySet<string> = new Set(['date', 'day', 'week', 'date_start']);

/**
 * Reads a table of counts: one row a day (or week), one series a column. The dates stand in the column named `date`,
 * `day` or `week`, else in the first. An empty cell and a date without a row are "not recorded" (null), never zero.
 * A row with a cell that is no count is set aside whole; columns without a single number are texts and left out.
 * Rows may stand in any order; dates that stand twice with different numbers are set aside, all of them.
 */
export function readCountsTable(
  text: string,
  record: string,
  hash: string,
  step: 'day' | 'week',
): CountsTableReading {
  const fail = (message: string, hint: string | null, line: number | null = null): CountsTableReading => ({
    kind: 'fault',
    fault: { file: record, line, message, hint },
  });
  const known = recogniseContent(text);
  if (known) return fail(known.message, known.hint);
  const tokens = readDelimited({ delimiter: ',', quote: '"', longestField: 10_000 });
  const [first, ...others] = [...tokens.push(text.replace(/^\ufeff/, '')), ...tokens.end()];
  if (!first) return fail('The file is empty.', 'A table of counts has a line of names and one row a day.');
  if (first.kind === 'broken')
    return fail(`The line of names cannot be read: ${first.reason}.`, null, first.line);
  const names = first.fields.map((field) => field.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    return fail(
      `The column ${twice || 'without a name'} stands more than once.`,
      'Give every column its own name.',
      1,
    );
  if (names.length < 2) {
    return fail(
      `Found one column (${names[0]?.slice(0, 60) ?? ''}); a table of counts has a date and at least one series.`,
      'Columns are separated by commas.',
      1,
    );
  }
  const dateColumn = Math.max(
    0,
    names.findIndex((name) => DATE_NAMES.has(name.toLowerCase())),
  );
  const setAside: SetAsideRow[] = [];
  const aside = (row: { line: number; raw: string }, column: string | null, reason: string) => {
    setAside.push({ record, line: row.line, column, reason, raw: row.raw });
  };
  const whole: DelimitedRow[] = [];
  for (const row of others) {
    if (row.kind === 'broken') aside(row, names[row.field] ?? null, row.reason);
    else if (row.fields.length !== names.length)
      aside(row, null, `${row.fields.length} fields, but the header names ${names.length}`);
    else whole.push(row);
  }
  const series = names
    .map((_, index) => index)
    .filter((index) => index !== dateColumn && holdsNumbers(whole, index));
  if (series.length === 0) return fail('No column holds counts (whole numbers from 0 up).', null);
  const rows: CountsRow[] = [];
  for (const row of whole) {
    const reading = readRow(row, names, dateColumn, series);
    if (reading.kind === 'row') rows.push({ ...reading, line: row.line, raw: row.raw });
    else aside(row, reading.column, reading.reason);
  }
  if (rows.length === 0) {
    const [example] = setAside;
    return fail(
      `No row of the table can be read${example ? `; the first one: ${example.reason}` : ''}.`,
      'Each row needs a date such as 2019-12-29 and whole numbers from 0 up.',
      example?.line ?? null,
    );
  }
  const placed = placeCounts(rows, step);
  if (placed.kind === 'fault') return fail(placed.message, placed.hint);
  for (const { row, reason } of placed.setAside) aside(row, names[dateColumn] ?? null, reason);
  const columns: Record<string, readonly (number | null)[]> = Object.create(null) as Record<string, never>;
  series.forEach((index, position) => {
    columns[names[index] ?? ''] = placed.values.map((values) => values?.[position] ?? null);
  });
  return {
    kind: 'table',
    rows: others.length,
    table: {
      record,
      hash,
      step,
      first: placed.first,
      steps: placed.values.length,
      columns,
      setAside: setAside.sort((a, b) => a.line - b.line),
    },
  };
}

function holdsNumbers(rows: readonly DelimitedRow[], index: number): boolean {
  return rows.some((row) => /^\d+$/.test((row.fields[index] ?? '').trim()));
}

type RowReading =
  | { readonly kind: 'row'; readonly day: Day; readonly values: readonly (number | null)[] }
  | { readonly kind: 'fault'; readonly column: string | null; readonly reason: string };

function readRow(
  row: DelimitedRow,
  names: readonly string[],
  dateColumn: number,
  series: readonly number[],
): RowReading {
  const cell = (index: number) => (row.fields[index] ?? '').trim();
  const date = readIsoDay(cell(dateColumn));
  if (date.kind === 'fault') return { kind: 'fault', column: names[dateColumn] ?? null, reason: date.reason };
  const values: (number | null)[] = [];
  for (const index of series) {
    const count = readWholeNumber(cell(index));
    if (count.kind === 'fault') return { kind: 'fault', column: names[index] ?? null, reason: count.reason };
    values.push(count.value);
  }
  return { kind: 'row', day: date.day, values };
}

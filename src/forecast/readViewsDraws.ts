import { readDelimited, type BrokenRow, type DelimitedRow } from '../record/index.ts';
import { UNIT_COLUMNS, type DrawsCell, type UnitColumn } from './viewsDraws.ts';

export type ViewsDrawsReading =
  | {
      readonly ok: true;
      readonly unitColumn: UnitColumn;
      readonly cells: readonly DrawsCell[];
      readonly drawsPerCell: number;
      /** Columns of the file that the layout does not have; they are not read. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** Characters that are read at a time. */
const PIECE = 1 << 20;

interface OpenCell {
  readonly month: number;
  readonly unit: string;
  readonly outcomes: Map<number, number>;
}

/**
 * Reads draws of any system: CSV with `month_id`, `draw`, `outcome` and one of `country_id`, `priogrid_gid`, `unit`, in
 * any order. One row that is wrong spoils the file, and so does a month of a unit with fewer draws than another: half a
 * file scores like a whole one.
 */
export function readViewsDraws(text: string): ViewsDrawsReading {
  const fail = (message: string) => ({ ok: false, message }) as const;
  let columns: Columns | null = null;
  const cells = new Map<string, OpenCell>();
  for (const row of eachRow(text)) {
    if (row.kind === 'broken') return fail(`Line ${row.line} cannot be read: ${row.reason}.`);
    if (columns === null) {
      const found = findColumns(row.fields.map((name) => name.trim()));
      if (typeof found === 'string') return fail(found);
      columns = found;
      continue;
    }
    if (row.fields.length !== columns.count)
      return fail(
        `Line ${row.line} has ${row.fields.length} fields, the line of names has ${columns.count}.`,
      );
    const fault = takeRow(row.fields, row.line, columns, cells);
    if (fault !== null) return fail(fault);
  }
  if (columns === null) return fail('The file is empty.');
  if (cells.size === 0) return fail('The file has a line of names and no rows.');
  const open = [...cells.values()];
  const drawsPerCell = Math.max(...open.map(({ outcomes }) => outcomes.size));
  const short = open.find(({ outcomes }) => outcomes.size !== drawsPerCell);
  if (short)
    return fail(
      `Month ${short.month} of ${short.unit} has ${short.outcomes.size} draws and others have ${drawsPerCell}: the file seems to be cut.`,
    );
  return {
    ok: true,
    unitColumn: columns.unitColumn,
    cells: open
      .map(({ month, unit, outcomes }) => ({ month, unit, draws: Float64Array.from(outcomes.values()) }))
      .sort((a, b) => a.month - b.month || Number(a.unit > b.unit) - Number(a.unit < b.unit)),
    drawsPerCell,
    ignored: columns.ignored,
  };
}

/** Row by row, so that a file of millions of draws is never held a second time. */
function* eachRow(text: string): Generator<DelimitedRow | BrokenRow> {
  const reader = readDelimited({ delimiter: ',', quote: '"', longestField: 1_000 });
  const start = text.startsWith('\ufeff') ? 1 : 0;
  for (let at = start; at < text.length; at += PIECE) yield* reader.push(text.slice(at, at + PIECE));
  yield* reader.end();
}

interface Columns {
  readonly count: number;
  readonly unitColumn: UnitColumn;
  readonly month: number;
  readonly unit: number;
  readonly draw: number;
  readonly outcome: number;
  readonly ignored: readonly string[];
}

function findColumns(names: readonly string[]): Columns | string {
  const lacking = ['month_id', 'draw', 'outcome'].filter((name) => !names.includes(name));
  const units = UNIT_COLUMNS.filter((name) => names.includes(name));
  const [unitColumn] = units;
  if (lacking.length > 0 || unitColumn === undefined) {
    const wanted = [...lacking, ...(unitColumn === undefined ? [UNIT_COLUMNS.join(' or ')] : [])];
    return `No column ${wanted.join(', ')}. The columns are: ${names.join(', ').slice(0, 200)}.`;
  }
  if (units.length > 1) return `Both ${units.join(' and ')} are columns: it is not clear which is the unit.`;
  const read = ['month_id', unitColumn, 'draw', 'outcome'];
  const twice = read.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) return `The column ${twice} stands more than once.`;
  const [month, unit, draw, outcome] = read.map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  const ignored = names
    .filter((name) => !read.includes(name))
    .map((name) => name || 'a column without a name');
  return { count: names.length, unitColumn, month, unit, draw, outcome, ignored };
}

/** Adds one row to its cell; what is wrong with it, or null. */
function takeRow(
  fields: readonly string[],
  line: number,
  columns: Columns,
  cells: Map<string, OpenCell>,
): string | null {
  const at = (column: number) => fields[column]!.trim();
  const [monthText, unit, draw, outcomeText] = [
    columns.month,
    columns.unit,
    columns.draw,
    columns.outcome,
  ].map(at) as [string, string, string, string];
  const month = Number(monthText);
  if (!/^\d{1,4}(\.0)?$/.test(monthText) || month < 1)
    return `Line ${line}: "${monthText.slice(0, 40)}" is no month_id (1 is January 1980).`;
  if (unit === '') return `Line ${line} names no unit.`;
  if (!/^\d{1,9}(\.0)?$/.test(draw)) return `Line ${line}: "${draw.slice(0, 40)}" is no number of a draw.`;
  const outcome = outcomeText === '' ? NaN : Number(outcomeText);
  if (!Number.isFinite(outcome) || outcome < 0)
    return `Line ${line}: the outcome "${outcomeText.slice(0, 40)}" is no number from 0.`;
  const key = `${month}|${unit}`;
  let cell = cells.get(key);
  if (!cell) {
    cell = { month, unit, outcomes: new Map() };
    cells.set(key, cell);
  }
  const number = Number(draw);
  if (cell.outcomes.has(number))
    return `Line ${line}: draw ${number} of month ${month} and ${unit.slice(0, 60)} stands twice.`;
  cell.outcomes.set(number, outcome);
  return null;
}

import { readWrittenDay } from './readWrittenDay.ts';
import type { PanelTable } from './readPanelTable.ts';

export type RowOrder =
  | {
      readonly ok: true;
      readonly rows: number;
      /** Row of the panel of each line of the table. */
      readonly rowOf: Int32Array;
      readonly first: string;
      readonly last: string;
    }
  | { readonly ok: false; readonly message: string };

/** More rows than this between two lines are taken for a slip of the order column. */
const LONGEST_PANEL = 1_000_000;

/**
 * Rows of a panel from the lines of its table: by the order column (whole numbers or dates, in steps of the smallest
 * difference; what is skipped is not recorded), else by the lines of each unit as they stand.
 */
export function orderRows(
  { columns, lines }: PanelTable,
  unitOf: readonly string[] | null,
  order: string | null,
): RowOrder {
  const fail = (message: string) => ({ ok: false, message }) as const;
  if (order === null) return countLines(unitOf, lines.length);
  const cells = columns[order]!;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(cells[0]!);
  const places = Float64Array.from(cells, (cell) => {
    if (isDate) return readWrittenDay(cell);
    return /^[+-]?\d+$/.test(cell) ? Number(cell) : NaN;
  });
  const bad = places.findIndex((place) => !Number.isSafeInteger(place));
  if (bad >= 0)
    return fail(
      `Line ${lines[bad]!}, column "${order}": found "${cells[bad]!.slice(0, 40)}", expected ${isDate ? 'a date like 2024-05-31' : 'a whole number'}.`,
    );
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const start = sorted[0]!;
  const step = sorted.slice(1).reduce((least, place, i) => Math.min(least, place - sorted[i]!), Infinity);
  const off = places.findIndex((place) => Number.isFinite(step) && (place - start) % step !== 0);
  if (off >= 0)
    return fail(
      `Line ${lines[off]!}: ${cells[off]!} does not lie a whole number of steps of ${step} after ${cells[places.indexOf(start)]!}.`,
    );
  const rows = sorted.length === 1 ? 1 : (sorted.at(-1)! - start) / step + 1;
  if (rows > LONGEST_PANEL)
    return fail(
      `The column "${order}" runs over ${rows} rows in steps of ${step}; ${LONGEST_PANEL} are read at most.`,
    );
  const rowOf = Int32Array.from(places, (place) => (sorted.length === 1 ? 0 : (place - start) / step));
  const seen = new Map<string, number>();
  for (let line = 0; line < rowOf.length; line++) {
    const key = `${rowOf[line]!} ${unitOf?.[line] ?? ''}`;
    const before = seen.get(key);
    if (before !== undefined) {
      const whose = unitOf ? ` of unit ${unitOf[line]!}` : '';
      return fail(
        `Line ${lines[line]!} repeats ${cells[line]!}${whose}, which stands in line ${lines[before]!}.`,
      );
    }
    seen.set(key, line);
  }
  return {
    ok: true,
    rows,
    rowOf,
    first: cells[places.indexOf(start)]!,
    last: cells[places.indexOf(sorted.at(-1)!)]!,
  };
}

function countLines(unitOf: readonly string[] | null, lines: number): RowOrder {
  const seen = new Map<string, number>();
  const rowOf = Int32Array.from({ length: lines }, (_, line) => {
    const unit = unitOf?.[line] ?? '';
    const row = seen.get(unit) ?? 0;
    seen.set(unit, row + 1);
    return row;
  });
  const [most, least] = [Math.max(...seen.values()), Math.min(...seen.values())];
  if (most !== least) {
    const message = `Units have between ${least} and ${most} lines. Name the column that says which row a line is (\`order\`).`;
    return { ok: false, message };
  }
  return { ok: true, rows: most, rowOf, first: '0', last: String(most - 1) };
}

import type { PanelPlan } from './panelPlan.ts';
import { readPanelTable } from './readPanelTable.ts';

type Matrix = NonNullable<PanelPlan['matrices']>[string];
export type MatrixReading =
  | { readonly ok: true; readonly rows: readonly Float64Array[] }
  | { readonly ok: false; readonly message: string };

/**
 * A matrix [from][to] over the units of a panel, in the panel's order. A file has the names of units in its first line (after
 * one cell that does not matter) and the unit of each row in its first column.
 */
export function readMatrix(
  name: string,
  matrix: Matrix,
  units: readonly string[],
  files: Readonly<Record<string, string>>,
): MatrixReading {
  const fail = (message: string) => ({ ok: false, message: `Matrix "${name}": ${message}` }) as const;
  let columns: readonly string[];
  let from: readonly string[];
  let rows: readonly (readonly number[])[];
  if ('file' in matrix) {
    const text = files[matrix.file];
    if (text === undefined) throw new Error(`the text of ${matrix.file} was not given`);
    const reading = readPanelTable(text);
    if (!reading.ok) return fail(`${matrix.file}: ${reading.message}`);
    const { names, columns: cells, lines } = reading.table;
    columns = names.slice(1);
    from = cells[names[0]!]!;
    for (const column of columns) {
      const line = cells[column]!.findIndex((cell) => cell === '' || !Number.isFinite(Number(cell)));
      if (line >= 0)
        return fail(
          `${matrix.file}, line ${lines[line]!}, column "${column}": found "${cells[column]![line]!.slice(0, 40)}", expected a number.`,
        );
    }
    rows = from.map((_, i) => columns.map((column) => Number(cells[column]![i]!)));
  } else {
    columns = from = matrix.units ?? units;
    rows = matrix.rows;
    const uneven = rows.findIndex((row) => row.length !== columns.length);
    if (rows.length !== from.length || uneven >= 0)
      return fail(
        `${rows.length} rows, ${rows[Math.max(0, uneven)]!.length} numbers in row ${Math.max(0, uneven)}; there are ${from.length} units.`,
      );
  }
  const lost = units.find((unit) => !columns.includes(unit) || !from.includes(unit));
  if (lost !== undefined) return fail(`it has no row and column for unit "${lost}".`);
  const [rowAt, columnAt] = [from, columns].map((list) => new Map(list.map((unit, k) => [unit, k])));
  if (rowAt!.size !== from.length || columnAt!.size !== columns.length)
    return fail('a unit stands in it twice.');
  const arranged = units.map((unit) =>
    Float64Array.from(units, (other) => rows[rowAt!.get(unit)!]![columnAt!.get(other)!]!),
  );
  return { ok: true, rows: arranged };
}

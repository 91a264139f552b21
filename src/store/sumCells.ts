import type { CountCell } from '../record/index.ts';
import { NOT_STATED, type EventColumns } from './eventColumns.ts';

/** Rows in order of their counted days → cells, as `printCountSql` gives them. */
export function sumCells(stream: string, rows: Int32Array, columns: EventColumns): CountCell[] {
  const cells: { -readonly [Key in keyof CountCell]: CountCell[Key] }[] = [];
  for (const row of rows) {
    const [first, last] = [columns.first[row]!, columns.counted_last[row]!];
    let cell = cells.at(-1);
    if (cell?.first !== first || cell.last !== last) {
      cell = { stream, first, last, events: 0, killedLow: null, killedHigh: null, wounded: null };
      cells.push(cell);
    }
    cell.events += 1;
    cell.killedLow = addStated(cell.killedLow, columns.killed_low[row]!);
    cell.killedHigh = addStated(cell.killedHigh, columns.killed_high[row]!);
    cell.wounded = addStated(cell.wounded, columns.wounded[row]!);
  }
  return cells;
}

function addStated(sum: number | null, number: number): number | null {
  return number === NOT_STATED ? sum : (sum ?? 0) + number;
}

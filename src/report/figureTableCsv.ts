import type { FigureCell, FigureTable } from './figureTable.ts';
import { writeCsv } from './writeCsv.ts';

/** The tables behind one picture as CSV, raw numbers, an empty line between two tables. */
export function figureTableCsv(tables: readonly FigureTable[]): string {
  return tables
    .map(({ columns, rows }) => writeCsv([columns, ...rows.map((row) => row.map(rawCell))]))
    .join('\r\n');
}

function rawCell(cell: FigureCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.share : cell;
}

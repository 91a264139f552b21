/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { DataTable } from './dataTable.tsx';
import type { FigureCell, FigureTable } from './figureTable.ts';
import { formatNumber, formatPercent, UNKNOWN } from './formatNumber.ts';

/** The tables behind a picture; a column is set as numbers where no cell of it is words. */
export function FigureTables({ tables }: { readonly tables: readonly FigureTable[] }) {
  return (
    <>
      {tables
        .flatMap((table) => table.brief ?? [table])
        .map(({ caption, columns, rows }) => (
          <DataTable
            caption={caption}
            columns={columns}
            numeric={columns.flatMap((_, index) =>
              rows.length > 0 && rows.every((row) => typeof row[index] !== 'string') ? [index] : [],
            )}
            rows={rows.map((row) => row.map(writeCell))}
          />
        ))}
    </>
  );
}

function writeCell(cell: FigureCell): string {
  if (typeof cell === 'string') return cell === '' ? UNKNOWN : cell;
  return cell !== null && typeof cell === 'object' ? formatPercent(cell.share) : formatNumber(cell);
}

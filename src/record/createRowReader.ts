import { CellFault } from './cellFault.ts';
import type { DelimitedRow } from './readDelimited.ts';
import type { Header } from './readHeader.ts';
import type { RowReader, RowReading } from './recordFormat.ts';

/** A reader of rows under a header; a row with any cell at fault is set aside whole. */
export function createRowReader(
  record: string,
  header: Header,
  read: (row: DelimitedRow) => RowReading | CellFault,
): RowReader {
  return {
    kind: 'rows',
    columns: header.names,
    widths: [header.names.length],
    uses: [...header.places.values()],
    unusedColumns: header.unusedColumns,
    read: (row) => {
      const reading = read(row);
      if (!(reading instanceof CellFault)) return reading;
      const { column, reason } = reading;
      return { kind: 'setAside', row: { record, line: row.line, column, reason, raw: row.raw } };
    },
  };
}

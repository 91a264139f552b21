import type { SetAsideRow } from '../record/index.ts';
import { writeCsv } from './writeCsv.ts';

const HEADER = ['record', 'line', 'column', 'reason', 'row as written'] as const;

/** Rows set aside as CSV that no spreadsheet computes. */
export function writeSetAsideTable(rows: readonly SetAsideRow[]): string {
  return writeCsv([
    HEADER,
    ...rows.map(({ record, line, column, reason, raw }) => [record, line, column, reason, raw]),
  ]);
}

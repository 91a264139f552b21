import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatedRow } from '../record/index.ts';
import { runBound } from './runBound.ts';

/** Every row of the store that bears one of these ids, ordered by day, record and line. */
export async function findIds(connection: DuckDBConnection, ids: readonly string[]): Promise<DatedRow[]> {
  if (ids.length === 0) return [];
  const rows = await runBound(connection, {
    sql: `SELECT r.name, e.line, e.id, e.first, e.last FROM event e JOIN record r ON r.id = e.record
WHERE e.id IN (SELECT unnest(?)) ORDER BY e.first, e.last, r.name, e.line`,
    values: [ids],
  });
  return rows.map(readDatedRow);
}

/** Record, line, id, first and last day in this order. */
export function readDatedRow(row: readonly unknown[]): DatedRow {
  return {
    record: String(row[0]),
    line: Number(row[1]),
    id: String(row[2]),
    first: Number(row[3]),
    last: Number(row[4]),
  };
}

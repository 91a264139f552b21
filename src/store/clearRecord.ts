import type { DuckDBConnection } from '@duckdb/node-api';
import { runBound } from './runBound.ts';

/** Removes every row of a record that is read by others; what is staged of it stays. */
export async function clearRecord(connection: DuckDBConnection, record: number): Promise<void> {
  for (const table of ['event', 'set_aside']) {
    await runBound(connection, { sql: `DELETE FROM ${table} WHERE record = ?`, values: [record] });
  }
  for (const table of ['duplicate', 'duplicate_count']) {
    await runBound(connection, {
      sql: `DELETE FROM ${table} WHERE record_a = ? OR record_b = ?`,
      values: [record, record],
    });
  }
  await runBound(connection, { sql: 'DELETE FROM record WHERE id = ?', values: [record] });
}

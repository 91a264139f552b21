import type { DuckDBConnection } from '@duckdb/node-api';
import type { ImportAnswers, ImportResult } from './importResult.ts';
import { runBound } from './runBound.ts';

const SHOWN_ROWS = 100;

export interface HeldRecord {
  readonly result: Omit<ImportResult, 'unchanged'>;
  readonly hash: string;
  readonly answers: ImportAnswers;
}

/** What the store holds of a record, in the words of an import; null when it does not hold the record. */
export async function readImportResult(
  connection: DuckDBConnection,
  name: string,
): Promise<HeldRecord | null> {
  const rows = (
    await connection.runAndReadAll(
      'SELECT id, hash, format, row_count, right_count, set_aside_count, unused_columns, name, encoding, answers FROM record',
    )
  ).getRows();
  const record = rows.find((row) => row[7] === name);
  if (!record) return null;
  const id = Number(record[0]);
  const setAside = await runBound(connection, {
    sql: 'SELECT line, field, reason FROM set_aside WHERE record = ? ORDER BY line LIMIT ?',
    values: [id, SHOWN_ROWS],
  });
  const duplicates = await runBound(connection, {
    sql: `SELECT CAST(SUM(pairs) AS BIGINT), CAST(SUM(pairs) FILTER (WHERE record_a <> record_b) AS BIGINT)
FROM duplicate_count WHERE record_a = ? OR record_b = ?`,
    values: [id, id],
  });
  const across = Number(duplicates[0]?.[1] ?? 0);
  return {
    hash: String(record[1]),
    answers: JSON.parse(String(record[9])) as ImportAnswers,
    result: {
      file: name,
      format: String(record[2]),
      rows: Number(record[3]),
      right: Number(record[4]),
      setAside: setAside.map((row) => ({
        line: Number(row[0]),
        column: row[1] === null ? null : String(row[1]),
        reason: String(row[2]),
      })),
      setAsideCount: Number(record[5]),
      duplicatesProposed: Number(duplicates[0]?.[0] ?? 0),
      ...(across > 0 ? { duplicatesAcross: across } : {}),
      unusedColumns: JSON.parse(String(record[6])) as string[],
      encoding: String(record[8]),
    },
  };
}

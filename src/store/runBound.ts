import {
  INTEGER,
  LIST,
  listValue,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { SqlPiece } from './printSelectionSql.ts';

/** Runs a printed statement with its values bound as whole numbers and lists of them. */
export async function runBound(
  connection: DuckDBConnection,
  { sql, values }: SqlPiece,
): Promise<DuckDBValue[][]> {
  const bound = values.map((value): DuckDBValue =>
    typeof value === 'number' ? clamp(value) : listValue([...value]),
  );
  const types = values.map((value): DuckDBType => (typeof value === 'number' ? INTEGER : LIST(INTEGER)));
  return (await connection.runAndReadAll(sql, bound, types)).getRows();
}

/** Stored numbers stay below two thousand million, so a bound beyond the integer range means the same as its end. */
function clamp(value: number): number {
  return Math.max(-2_147_483_647, Math.min(2_147_483_647, value));
}

import {
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { BoundValue, SqlPiece } from './printSelectionSql.ts';

/** Runs a printed statement with its values bound as whole numbers, texts and lists of them. */
export async function runBound(
  connection: DuckDBConnection,
  { sql, values }: SqlPiece,
): Promise<DuckDBValue[][]> {
  const bound = values.map((value): DuckDBValue => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? clamp(value) : listValue([...value]);
  });
  return (await connection.runAndReadAll(sql, bound, values.map(typeOf))).getRows();
}

function typeOf(value: BoundValue): DuckDBType {
  if (typeof value === 'object') return LIST(typeof value[0] === 'string' ? VARCHAR : INTEGER);
  return typeof value === 'string' ? VARCHAR : INTEGER;
}

/** Stored numbers stay below two thousand million, so a bound beyond the integer range means the same as its end. */
function clamp(value: number): number {
  return Math.max(-2_147_483_647, Math.min(2_147_483_647, value));
}

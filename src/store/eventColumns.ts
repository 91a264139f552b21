import type { DuckDBConnection } from '@duckdb/node-api';

/** What a count compares of every event, as whole numbers; −1 stands where a row states no number. */
const COLUMNS = [
  ...['record', 'line', 'first', 'last', 'counted_last', 'initiators', 'targets', 'directed', 'act', 'place'],
  ...['killed_low', 'killed_high', 'killed_initiators', 'killed_targets', 'wounded', 'attribution'],
] as const;

type ColumnName =
  | 'record'
  | 'line'
  | 'first'
  | 'last'
  | 'counted_last'
  | 'initiators'
  | 'targets'
  | 'directed'
  | 'act'
  | 'place'
  | 'killed_low'
  | 'killed_high'
  | 'killed_initiators'
  | 'killed_targets'
  | 'wounded'
  | 'attribution';

/** The events of a store in the memory of this process, in order of their counted days. */
export type EventColumns = Readonly<Record<ColumnName, Int32Array>> & { readonly rows: number };

export const NOT_STATED = -1;

/** Reads all events of a store: 64 bytes each. */
export async function readEventColumns(connection: DuckDBConnection): Promise<EventColumns> {
  const counted = (await connection.runAndReadAll('SELECT COUNT(*) FROM event')).getRows();
  const rows = Number(counted[0]?.[0] ?? 0);
  const columns = COLUMNS.map((name) => [name, new Int32Array(rows)] as const);
  // A line is stored as a long number; no file of a record has two thousand million lines.
  const list = COLUMNS.map((name) => `CAST(COALESCE(e.${name}, ${NOT_STATED}) AS INTEGER)`).join(', ');
  const result = await connection.stream(`SELECT ${list} FROM event e ORDER BY e.first, e.counted_last`);
  let from = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    columns.forEach(([, column], index) => column.set(chunk.getColumnValues(index) as number[], from));
    from += chunk.rowCount;
  }
  if (from !== rows) throw new Error(`the store gave ${from} events of ${rows}`);
  return { rows, ...(Object.fromEntries(columns) as Record<ColumnName, Int32Array>) };
}

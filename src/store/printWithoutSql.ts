import type { EventKey } from '../record/index.ts';
import type { SqlPiece } from './printSelectionSql.ts';

/** The condition under which an event (`e`) is none of some rows; null where that excludes nothing. */
export function printWithoutSql(
  rows: readonly EventKey[],
  records: ReadonlyMap<string, number>,
): SqlPiece | null {
  const taken = printRowsSql(rows, records);
  return taken && { sql: `NOT (${taken.sql})`, values: taken.values };
}

/** Both conditions, or the first where there is no second. */
export function addCondition(first: SqlPiece, second: SqlPiece | null): SqlPiece {
  return second === null
    ? first
    : { sql: `(${first.sql}) AND ${second.sql}`, values: [...first.values, ...second.values] };
}

/** The condition under which an event (`e`) is one of some rows, or null where none of them can be held. */
export function printRowsSql(
  rows: readonly EventKey[],
  records: ReadonlyMap<string, number>,
): SqlPiece | null {
  const lines = new Map<number, number[]>();
  for (const { record, line } of rows) {
    const id = records.get(record);
    if (id === undefined) continue;
    const own = lines.get(id);
    if (own) own.push(line);
    else lines.set(id, [line]);
  }
  if (lines.size === 0) return null;
  return {
    sql: [...lines].map(() => '(e.record = ? AND e.line IN (SELECT unnest(?)))').join(' OR '),
    values: [...lines].flatMap(([id, own]) => [id, own]),
  };
}

import { printSelectionSql, type SqlPiece } from './printSelectionSql.ts';
import { addCondition } from './printWithoutSql.ts';
import type { ResolvedSelection } from './resolveSelection.ts';

/**
 * The day counts of one stream as SQL: whole numbers only, in a fixed order, so that neither the number of threads
 * nor the engine can change the answer. Only plain filters, grouping and sums are used.
 */
export function printCountSql(
  selections: readonly ResolvedSelection[],
  without: SqlPiece | null = null,
): SqlPiece {
  const { sql, values } = addCondition(printSelectionSql(selections), without);
  return {
    sql: `SELECT e.first, e.counted_last, COUNT(*), CAST(SUM(e.killed_low) AS BIGINT),
  CAST(SUM(e.killed_high) AS BIGINT), CAST(SUM(e.wounded) AS BIGINT)
FROM event e WHERE ${sql}
GROUP BY e.first, e.counted_last ORDER BY e.first, e.counted_last`,
    values,
  };
}

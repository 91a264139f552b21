import type { DuckDBConnection } from '@duckdb/node-api';
import { compareRows, type DatedRow, type ProposedPairs } from '../record/index.ts';
import { readDatedRow } from './findIds.ts';
import { runBound } from './runBound.ts';

/** The pairs that were proposed as one incident when records were imported; of one record (its number), or all. */
export async function listDuplicates(
  connection: DuckDBConnection,
  record: number | null,
): Promise<ProposedPairs> {
  const rows = await runBound(connection, {
    sql: `SELECT ra.name, a.line, a.id, a.first, a.last, rb.name, b.line, b.id, b.first, b.last FROM duplicate d
JOIN event a ON a.record = d.record_a AND a.line = d.line_a JOIN record ra ON ra.id = a.record
JOIN event b ON b.record = d.record_b AND b.line = d.line_b JOIN record rb ON rb.id = b.record
WHERE ${record === null ? '1 = 1' : 'd.record_a = ? OR d.record_b = ?'}`,
    values: record === null ? [] : [record, record],
  });
  const pairs = rows
    .map((row): [DatedRow, DatedRow] => {
      const [one, other] = [readDatedRow(row.slice(0, 5)), readDatedRow(row.slice(5))];
      return compareRows(one, other) <= 0 ? [one, other] : [other, one];
    })
    .sort((a, b) => compareRows(a[0], b[0]) || compareRows(a[1], b[1]));
  const [total] = await runBound(connection, {
    sql: `SELECT CAST(SUM(d.pairs) AS BIGINT) FROM duplicate_count d
WHERE ${record === null ? '1 = 1' : 'd.record_a = ? OR d.record_b = ?'}`,
    values: record === null ? [] : [record, record],
  });
  return { count: Number(total?.[0] ?? 0), pairs };
}

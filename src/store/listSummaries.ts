import type { DuckDBConnection } from '@duckdb/node-api';
import type { RecordSummary } from '../record/index.ts';
import { ATTRIBUTION_KINDS, PRECISION_KINDS } from './schema.ts';

const UNKNOWN = ATTRIBUTION_KINDS.indexOf('unknown');

/** What is inside each record of the store, in the order of their names. */
export async function listSummaries(connection: DuckDBConnection): Promise<RecordSummary[]> {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const records = await rows(
    'SELECT id, name, hash, format, row_count, right_count, set_aside_count FROM record ORDER BY name',
  );
  const totals = new Map(
    (
      await rows(`SELECT e.record, MIN(e.first), MAX(e.last),
  COUNT(*) FILTER (WHERE e.killed_low IS NOT NULL OR e.killed_high IS NOT NULL),
  COUNT(*) FILTER (WHERE p.latitude IS NOT NULL), COUNT(*) FILTER (WHERE a.names = '[]'),
  COUNT(*) FILTER (WHERE e.directed = 0),
  COUNT(*) FILTER (WHERE e.directed <> 0 AND e.attribution <> ${UNKNOWN} AND a.names LIKE '%","%')
FROM event e JOIN place p ON p.id = e.place JOIN actors a ON a.id = e.initiators GROUP BY e.record`)
    ).map((row) => [Number(row[0]), row] as const),
  );
  const precisions = await rows(
    'SELECT record, precision_kind, COUNT(*) FROM event GROUP BY record, precision_kind ORDER BY record, precision_kind',
  );
  const attributions = await rows(
    'SELECT record, attribution, COUNT(*) FROM event GROUP BY record, attribution ORDER BY record, attribution',
  );
  return records.map((row) => {
    const id = Number(row[0]);
    const total = totals.get(id);
    return {
      record: String(row[1]),
      hash: String(row[2]),
      format: String(row[3]),
      rows: Number(row[4]),
      right: Number(row[5]),
      setAside: Number(row[6]),
      first: total ? Number(total[1]) : null,
      last: total ? Number(total[2]) : null,
      byPrecision: tally(precisions, id, PRECISION_KINDS),
      byAttribution: tally(attributions, id, ATTRIBUTION_KINDS),
      withDeaths: Number(total?.[3] ?? 0),
      withPosition: Number(total?.[4] ?? 0),
      withoutInitiator: Number(total?.[5] ?? 0),
      undirected: Number(total?.[6] ?? 0),
      contested: Number(total?.[7] ?? 0),
    };
  });
}

function tally(
  rows: readonly (readonly unknown[])[],
  record: number,
  words: readonly string[],
): Record<string, number> {
  return Object.fromEntries(
    rows
      .filter((row) => Number(row[0]) === record)
      .map((row) => [words[Number(row[1])] ?? '', Number(row[2])]),
  );
}

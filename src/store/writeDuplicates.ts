import type { DuckDBConnection } from '@duckdb/node-api';
import { proposeDuplicates, type ComparedEvent } from '../record/index.ts';
import { readDictionary } from './dictionary.ts';
import { runBound } from './runBound.ts';

/** Writes down the pairs that may be one incident coded twice and that a record has a share in, also across records. */
export async function writeDuplicates(connection: DuckDBConnection, record: number): Promise<void> {
  const dictionary = await readDictionary(connection);
  const acts = new Map(dictionary.acts.map((act) => [act.id, act]));
  const places = new Map(dictionary.places.map((place) => [place.id, place]));
  const rows = await runBound(connection, {
    sql: `SELECT e.record, e.line, e.first, e.last, e.initiators, e.targets, e.act, e.place FROM event e
WHERE e.first <= (SELECT MAX(o.last) + 1 FROM event o WHERE o.record = ?)
  AND e.last >= (SELECT MIN(o.first) - 1 FROM event o WHERE o.record = ?)
ORDER BY e.record, e.line`,
    values: [record, record],
  });
  const events = rows.map((row): ComparedEvent => {
    const [first, last, initiators, targets, act, place] = row.slice(2).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      first,
      last,
      initiators: dictionary.actors.get(initiators) ?? [],
      targets: dictionary.actors.get(targets) ?? [],
      code: acts.get(act)?.code ?? '',
      actClass: acts.get(act)?.actClass ?? null,
      placeNames: places.get(place)?.written ?? [],
      latitude: places.get(place)?.latitude ?? null,
      longitude: places.get(place)?.longitude ?? null,
    };
  });
  const appender = await connection.createAppender('duplicate');
  for (const [a, b] of proposeDuplicates(events)) {
    const pair = [rows[a], rows[b]];
    if (!pair.some((row) => Number(row?.[0]) === record)) continue;
    for (const row of pair) {
      appender.appendInteger(Number(row?.[0]));
      appender.appendBigInt(BigInt(Number(row?.[1])));
    }
    appender.endRow();
  }
  appender.closeSync();
}

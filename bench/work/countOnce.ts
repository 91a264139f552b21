/** A process that asks a store for the day counts of one stream, and the bare engine for the same in hand-written SQL. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { foldName, type NameFilter } from '../../src/record/index.ts';
import { openStore } from '../../src/store/index.ts';
import { openDatabase, storePath } from '../../src/store/openDatabase.ts';

const INITIATORS = ['USAGOV', 'USAMIL'];
const TARGETS = ['IRQGOV', 'IRQMIL', 'IRQREB', 'IRNGOV'];
const CODES = ['190', '193', '173', '130', '112'];
const RUNS = 9;

const [folder] = process.argv.slice(2) as [string];
const opening = await openStore(folder);
if (opening.kind !== 'open') throw new Error(opening.fault.message);
const named = (names: readonly string[]): NameFilter => ({
  anyOf: names.map((name) => ({ name: foldName(name), from: null, to: null })),
  noneOf: [],
  orNobody: false,
});
const selection = {
  ...{ record: null, initiators: named(INITIATORS), targets: named(TARGETS) },
  ...{ actClasses: [], actCodes: CODES, places: null, days: null, size: null },
  ...{ attributions: null, coarsestDays: null },
};
const plan = { streams: [{ id: 's', anyOf: [selection] }] };

const bare = await openDatabase(storePath(folder), 'read', { memoryMegabytes: 1024 });
if (bare.kind === 'fault') throw new Error(bare.fault.message);
const { connection } = bare.database;
const sql = `SELECT first, counted_last, COUNT(*), CAST(SUM(killed_low) AS BIGINT), CAST(SUM(killed_high) AS BIGINT),
  CAST(SUM(wounded) AS BIGINT) FROM event
WHERE initiators IN (${await listNames(connection, INITIATORS)}) AND targets IN (${await listNames(connection, TARGETS)})
  AND act IN (${await listIds(connection, `SELECT id FROM act WHERE code IN (${CODES.map((code) => `'${code}'`).join()})`)})
GROUP BY first, counted_last ORDER BY first, counted_last`;

const times: { store: number; bare: number }[] = [];
let days = 0;
for (let run = 0; run < RUNS; run++) {
  const start = performance.now();
  const cells = await opening.store.count(plan);
  const between = performance.now();
  const rows = (await connection.runAndReadAll(sql)).getRows();
  times.push({ store: between - start, bare: performance.now() - between });
  if (
    cells.length === 0 ||
    JSON.stringify(cells.map(({ first, events }) => [first, events])) !==
      JSON.stringify(rows.map((row) => [Number(row[0]), Number(row[2])]))
  )
    throw new Error('the store and the bare engine count differently');
  days = cells.length;
}
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(RUNS / 2)];
console.log(
  JSON.stringify({
    ms: median(times.map(({ store }) => store)),
    bareMs: median(times.map((time) => time.bare)),
    cpuMs: 0,
    days,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
await bare.database.close();
await opening.store.close();

async function listIds(engine: DuckDBConnection, query: string): Promise<string> {
  return (await engine.runAndReadAll(query))
    .getRows()
    .map((row) => String(row[0]))
    .join(', ');
}

function listNames(engine: DuckDBConnection, names: readonly string[]): Promise<string> {
  const fits = names.map((name) => `names LIKE '%"${name}"%'`).join(' OR ');
  return listIds(engine, `SELECT id FROM actors WHERE ${fits}`);
}

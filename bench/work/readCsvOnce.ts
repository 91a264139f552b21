/** A process in which the bare engine reads one file with `read_csv` on one thread: into a table, or into nothing. */
import { DuckDBInstance } from '@duckdb/node-api';

const [database, sql] = process.argv.slice(2) as [string, string];
const instance = await DuckDBInstance.create(database, { threads: '1', memory_limit: '1024MB' });
const connection = await instance.connect();
const before = process.cpuUsage();
const start = performance.now();
await connection.run(sql);
await connection.run('CHECKPOINT');
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, megabytes: maxRSS / 1024 }));
connection.closeSync();
instance.closeSync();

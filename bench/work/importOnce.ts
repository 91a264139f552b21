/** A process that imports one file as `tacit import` does, and says what it took. */
import { writeImport } from '../../src/store/writeImport.ts';

const [store, path, format] = process.argv.slice(2) as [string, string, string];
const before = process.cpuUsage();
const start = performance.now();
const outcome = await writeImport(
  {
    ...{ store, path, name: 'made', format, memoryMegabytes: 1024 },
    options: { dates: null, map: null },
  },
  () => undefined,
);
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
const figures = { ms, cpuMs: (user + system) / 1000, megabytes: maxRSS / 1024 };
if (outcome.kind === 'fault') console.log(JSON.stringify({ fault: outcome.fault.message }));
else {
  const { rows, right, duplicatesProposed } = outcome.result;
  console.log(JSON.stringify({ ...figures, rows, right, duplicatesProposed }));
}

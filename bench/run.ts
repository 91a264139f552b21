/** `npm run bench`: runs every `bench/*.ts` that exports `rows`, prints a table and writes `bench/RESULTS.md`. */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One line of the table. A peer's time is a published or measured number for the same work. */
export interface BenchRow {
  readonly name: string;
  run(): Promise<{
    readonly tacitMs: number;
    readonly peer?: string;
    readonly peerMs?: number;
    /** Whatever else was measured, in words. */
    readonly figures?: string;
  }>;
}

const folder = dirname(fileURLToPath(import.meta.url));
const filters = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))
  .sort();

const lines: string[] = [];
for (const name of files) {
  const { rows } = (await import(pathToFileURL(join(folder, name)).href)) as { rows?: readonly BenchRow[] };
  for (const row of rows ?? []) {
    process.stderr.write(`${name}: ${row.name} …\n`);
    const { tacitMs, peer, peerMs, figures } = await row.run();
    const peerText = peerMs === undefined ? '–' : `${peer ?? 'peer'} ${formatMs(peerMs)}`;
    const ratio = peerMs === undefined ? '–' : `${(peerMs / tacitMs).toPrecision(2)} ×`;
    lines.push(`| ${row.name} | ${formatMs(tacitMs)} | ${peerText} | ${ratio} | ${figures ?? ''} |`);
  }
}

if (lines.length === 0) {
  console.error(`No rows to run${filters.length > 0 ? ` for ${filters.join(', ')}` : ''}.`);
  process.exitCode = 1;
} else {
  const table = ['| work | Tacit | peer | faster by | figures |', '|---|--:|--:|--:|---|', ...lines].join(
    '\n',
  );
  console.log(table);
  if (filters.length === 0)
    writeFileSync(join(folder, 'RESULTS.md'), `# Measured times\n\n${machine()}\n\n${table}\n`);
}

function machine(): string {
  const [first] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${date}, ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}. Times are the median the row states; the peers' numbers were measured or published as the row says.`;
}

function formatMs(value: number): string {
  return `${Number(value.toPrecision(3)).toLocaleString('en')} ms`;
}

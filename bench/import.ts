/**
 * Importing with all checks beside the bare engine's `read_csv` (everything as text, dialect given, one thread) on the
 * same file: into a table of a database file, as an import does, and into nothing. `TACIT_BENCH_ROWS` sets the rows of
 * the large record (a million; the goal is stated for twenty millions).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GDELT, MADE_FORMS, makeRecord, type MadeForm } from './work/makeRecord.ts';
import type { BenchRow } from './run.ts';

const ROWS = 300_000;
const MANY_ROWS = Number(process.env['TACIT_BENCH_ROWS'] ?? 1_000_000);

interface Figures {
  readonly ms: number;
  readonly cpuMs: number;
  readonly megabytes: number;
  readonly rows?: number;
  readonly right?: number;
  readonly duplicatesProposed?: number;
  readonly fault?: string;
  readonly bareMs?: number;
  readonly days?: number;
}

function runChild(script: string, args: readonly string[]): Figures {
  const path = fileURLToPath(new URL(`./work/${script}.ts`, import.meta.url));
  const command = ['--max-old-space-size=1024', '--max-semi-space-size=32', '--import', 'tsx', path, ...args];
  const ran = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (ran.status !== 0) throw new Error(`${script}: ${ran.stderr}`);
  const figures = JSON.parse(ran.stdout) as Figures;
  if (figures.fault !== undefined) throw new Error(figures.fault);
  return figures;
}

function readCsv(form: MadeForm, path: string): string {
  const columns = Array.from({ length: form.columns }, (_, column) => `'c${column}': 'VARCHAR'`).join(', ');
  const dialect = `auto_detect = false, delim = '${form.delimiter}', quote = '${form.quote}', escape = '${form.quote}'`;
  return `read_csv('${path}', ${dialect}, header = ${form.header !== null}, all_varchar = true, columns = {${columns}})`;
}

/** Every field is looked at, none is kept. */
function readIntoNothing(form: MadeForm, path: string): string {
  const looks = Array.from({ length: form.columns }, (_, column) => `MAX(c${column})`).join(', ');
  return `SELECT ${looks} FROM ${readCsv(form, path)}`;
}

/** Runs with a made record in a folder of its own, which is gone afterwards. */
function withRecord<Result>(
  form: MadeForm,
  rows: number,
  work: (folder: string, path: string) => Result,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-bench-'));
  try {
    const path = join(folder, 'made.csv');
    makeRecord(path, form, rows);
    return Promise.resolve(work(folder, path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importRow(form: MadeForm, rows: number): BenchRow {
  return {
    name: `import ${rows.toLocaleString('en')} rows, ${form.title}`,
    run: () =>
      withRecord(form, rows, (folder, path) => {
        const table = runChild('readCsvOnce', [
          join(folder, 'bare.duckdb'),
          `CREATE TABLE bare AS SELECT * FROM ${readCsv(form, path)}`,
        ]);
        const nothing = runChild('readCsvOnce', [':memory:', readIntoNothing(form, path)]);
        const imported = runChild('importOnce', [join(folder, 'store', 'record.duckdb'), path, form.format]);
        if (imported.right !== rows) throw new Error(`${imported.right} of ${rows} rows were read`);
        return {
          tacitMs: imported.ms,
          peer: 'read_csv into a table',
          peerMs: table.ms,
          figures: [
            `${perSecond(rows, imported.ms)} rows/s, ${perSecond(rows, imported.cpuMs)} a CPU second`,
            `peer ${perSecond(rows, table.ms)}, into nothing ${perSecond(rows, nothing.ms)}`,
            `${imported.megabytes.toFixed(0)} MiB (peer ${table.megabytes.toFixed(0)})`,
            `${(imported.duplicatesProposed ?? 0).toLocaleString('en')} duplicates proposed`,
          ].join('; '),
        };
      }),
  };
}

function perSecond(rows: number, ms: number): string {
  return Math.round((rows / ms) * 1000).toLocaleString('en');
}

/** Day counts of one claim through the store, beside the same question in hand-written SQL on the same file. */
const countRow: BenchRow = {
  name: `import and count ${MANY_ROWS.toLocaleString('en')} GDELT-like rows: day counts of one stream`,
  run: () =>
    withRecord(GDELT, MANY_ROWS, (folder, path) => {
      const store = join(folder, '.tacit', 'record.duckdb');
      const imported = runChild('importOnce', [store, path, GDELT.format]);
      const { ms, bareMs = NaN, days, megabytes } = runChild('countOnce', [folder]);
      return {
        tacitMs: ms,
        peer: 'bare SQL',
        peerMs: bareMs,
        figures: [
          `${days} days; counting ${megabytes.toFixed(0)} MiB`,
          `the import: ${perSecond(MANY_ROWS, imported.ms)} rows/s, ${perSecond(MANY_ROWS, imported.cpuMs)} a CPU second, ${imported.megabytes.toFixed(0)} MiB`,
          `${(imported.duplicatesProposed ?? 0).toLocaleString('en')} duplicates proposed`,
        ].join('; '),
      };
    }),
};

export const rows: readonly BenchRow[] = [...MADE_FORMS.map((form) => importRow(form, ROWS)), countRow];

import { existsSync, statSync } from 'node:fs';
import { formatDay, type DayInterval } from '../calendar/index.ts';
import { describeRecord, describeTable } from '../evidence/index.ts';
import { didYouMean, type TheatreRecord } from '../language/index.ts';
import { inspectRecord, type CountsTable, type EventStore, type SetAsideRow } from '../record/index.ts';
import type { ShownRecord } from '../report/index.ts';
import { openStore } from '../store/index.ts';
import { describeFault, type ExitCode, type Outcome, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { printJson } from './printJson.ts';
import { withRecords } from './withRecords.ts';

interface RecordOptions {
  readonly into?: string;
  readonly duplicates?: true;
  readonly setAside?: true;
  readonly json?: true;
}

/** Pairs and names shown where not all are asked for. */
const FEW_PAIRS = 5;
const MANY_PAIRS = 100;
const NAMES = 20;
/** Rows set aside in JSON where not all are asked for, as after an import. */
const FEW_ROWS = 100;

export const defineRecord: DefineCommand = (command, shell, done) => {
  command
    .argument('[files...]', 'a theatre (.tacit), then names of its records; with --into only names')
    .option('--into <dir>', 'look into the store of this folder instead of a theatre')
    .option('--duplicates', 'list every pair that may be one incident, as lines to paste')
    .option('--set-aside', 'list every row that could not be read')
    .option('--json', 'print the result as JSON')
    .action(async (files: string[], options: RecordOptions) => done(await runRecord(files, options, shell)));
};

/** What is looked into: a store, tables of counts, and what a theatre says about each of them. */
interface Wanted {
  readonly store: EventStore;
  readonly tables: readonly CountsTable[];
  readonly records: readonly Pick<TheatreRecord, 'file' | 'covers' | 'missing'>[];
}

async function runRecord(files: readonly string[], options: RecordOptions, shell: Shell): Promise<ExitCode> {
  const { into, json = false } = options;
  if (into !== undefined) return lookIntoFolder(into, files, options, shell);
  const [file, ...names] = files;
  if (file === undefined) {
    shell.writeError('Name a theatre (tacit record FILE.tacit) or a folder (tacit record --into DIR).\n');
    return 2;
  }
  return withRecords(file, json, shell, ({ theatre, records }) =>
    showRecords({ ...records, records: theatre.records }, names, options, shell),
  );
}

async function lookIntoFolder(
  folder: string,
  names: readonly string[],
  options: RecordOptions,
  shell: Shell,
): Promise<ExitCode> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    shell.writeError(`There is no folder ${folder}.\n`);
    return 2;
  }
  const opening = await openStore(folder);
  if (opening.kind !== 'open') {
    shell.writeError(`${describeFault(opening.fault)}\n`);
    return 2;
  }
  const { store, stopped } = opening;
  for (const { name, rows } of stopped) {
    shell.writeError(
      `${name}: an import was stopped. Its first ${rows.toLocaleString('en')} rows are kept apart and in no record; the same \`tacit import\` goes on from there.\n`,
    );
  }
  try {
    const records = (await store.summaries()).map(({ record }) => ({
      file: record,
      covers: null,
      missing: [],
    }));
    return await showRecords({ store, tables: [], records }, names, options, shell);
  } finally {
    await store.close();
  }
}

async function showRecords(
  wanted: Wanted,
  names: readonly string[],
  options: RecordOptions,
  shell: Shell,
): Promise<ExitCode> {
  const chosen = chooseRecords(wanted, names);
  if (!chosen.ok) {
    shell.writeError(`${chosen.message}\n`);
    return 2;
  }
  const shown: ShownRecord[] = [];
  for (const record of chosen.value) {
    const one = await lookInto(record, wanted, options);
    if (one) shown.push(one);
  }
  if (options.json) printJson({ records: shown }, shell);
  else {
    const { renderRecord } = await import('../report/index.ts');
    shell.write(renderRecord(shown, shell));
  }
  return 0;
}

function chooseRecords({ records }: Wanted, names: readonly string[]): Outcome<Wanted['records']> {
  if (names.length === 0) return { ok: true, value: records };
  const unknown = names.find((name) => !records.some(({ file }) => file === name));
  if (unknown === undefined) {
    return { ok: true, value: records.filter(({ file }) => names.includes(file)) };
  }
  const meant = didYouMean(
    unknown,
    records.map(({ file }) => ({ name: file, also: [] })),
  );
  const held = records.map(({ file }) => file).join(', ') || 'none';
  return {
    ok: false,
    message: `There is no record "${unknown}" here.${meant ? ` Did you mean "${meant.name}"?` : ''}\n  Records: ${held}.`,
  };
}

async function lookInto(
  { file, covers, missing }: Wanted['records'][number],
  { store, tables }: Wanted,
  options: RecordOptions,
): Promise<ShownRecord | null> {
  const table = tables.find(({ record }) => record === file);
  const limit = listLimit(options);
  const declared = {
    covers: covers && spellDays(covers),
    missing: missing.map(spellDays),
  };
  if (table) {
    const setAsideRows = table.setAside.slice(0, limit.rows);
    return { ...describeTable(table), ...declared, setAsideRows };
  }
  const contents = await inspectRecord(store, file, { covers, missing, names: NAMES, pairs: limit.pairs });
  if (!contents) return null;
  const setAsideRows: SetAsideRow[] = [];
  for (const one of contents.files) {
    if (setAsideRows.length < limit.rows && one.setAside > 0) {
      const asked = Number.isFinite(limit.rows) ? limit.rows - setAsideRows.length : undefined;
      setAsideRows.push(...(await store.setAsideRows(one.file, asked)));
    }
  }
  return { ...describeRecord(contents), ...declared, setAsideRows };
}

/** The terminal shows reasons instead of rows unless rows are asked for; JSON the first hundred. */
function listLimit({ duplicates, setAside, json }: RecordOptions): { rows: number; pairs: number } {
  const few = json ? { rows: FEW_ROWS, pairs: MANY_PAIRS } : { rows: 0, pairs: FEW_PAIRS };
  return {
    rows: setAside ? Infinity : few.rows,
    pairs: duplicates ? Infinity : few.pairs,
  };
}

function spellDays({ first, last }: DayInterval): { first: string; last: string } {
  return { first: formatDay(first), last: formatDay(last) };
}

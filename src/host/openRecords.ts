import { didYouMean, type Theatre, type TheatreRecord } from '../language/index.ts';
import {
  createMemoryStore,
  type CountsTable,
  type EventStore,
  type PublishedTotal,
} from '../record/index.ts';
import {
  DEFAULT_LIMITS,
  listInputs,
  loadCountsTable,
  loadPublishedTotals,
  openStore,
  readTableMap,
  type ImportOptions,
} from '../store/index.ts';
import { decideDuplicates, type DecidedStore } from './decideDuplicates.ts';
import { describeFault } from './describeFault.ts';
import { importTables } from './importTables.ts';
import { limitToRecords } from './limitToRecords.ts';
import type { LoadedTheatre } from './loadTheatre.ts';
import { resolveInside } from './resolveInside.ts';
import type { Outcome, Shell } from './shell.ts';

export interface OpenRecords extends DecidedStore {
  /** Records that are tables of counts. */
  readonly tables: readonly CountsTable[];
  /** Published totals by the file the theatre names. */
  readonly totals: ReadonlyMap<string, readonly PublishedTotal[]>;
}

/**
 * Everything the theatre's `record` lines name, ready to be asked: event files imported where the store lacks them or
 * holds another version (unless `mayImport` is false: then that is told), tables of counts and published totals read. The
 * caller closes the store.
 */
export async function openRecords(
  { folder }: Pick<LoadedTheatre, 'folder'>,
  theatre: Theatre,
  shell: Shell,
  { mayImport = true } = {},
): Promise<Outcome<OpenRecords>> {
  const tables: CountsTable[] = [];
  const totals = new Map<string, readonly PublishedTotal[]>();
  const eventFiles: EventFile[] = [];
  for (const record of theatre.records) {
    const path = await findRecordFile(folder, record.file);
    if (!path.ok) return path;
    if (record.countsPer === null) {
      const answers = await readAnswers(folder, record);
      if (!answers.ok) return answers;
      eventFiles.push({ file: record.file, path: path.value, answers: answers.value });
    } else {
      const loading = await loadCountsTable(path.value, record.countsPer, record.file);
      if (loading.kind === 'fault') return { ok: false, message: describeFault(loading.fault) };
      const lacking = findLackingColumn(record, loading.table);
      if (lacking !== null) return { ok: false, message: lacking };
      tables.push(loading.table);
    }
    for (const { file } of record.totals) {
      if (totals.has(file)) continue;
      const totalsPath = await findRecordFile(folder, file);
      if (!totalsPath.ok) return totalsPath;
      const loading = await loadPublishedTotals(totalsPath.value, file);
      if (loading.kind === 'fault') return { ok: false, message: describeFault(loading.fault) };
      totals.set(file, loading.totals);
    }
  }
  const store = await openEvents(folder, eventFiles, mayImport, shell);
  if (!store.ok) return store;
  const decided = await decideDuplicates(theatre, store.value);
  if (!decided.ok) await store.value.close();
  return decided.ok ? { ok: true, value: { ...decided.value, tables, totals } } : decided;
}

/** What to say where the theatre declares a column that its table does not have. */
function findLackingColumn({ file, columns }: TheatreRecord, table: CountsTable): string | null {
  const held = Object.keys(table.columns);
  const lacking = columns.find(({ column }) => !held.includes(column));
  if (lacking === undefined) return null;
  const meant = didYouMean(
    lacking.column,
    held.map((name) => ({ name, also: [] })),
  );
  return (
    `${file} has no column "${lacking.column}", which the theatre declares.${meant ? ` Did you mean "${meant.name}"?` : ''}\n` +
    `  Its columns are: ${held.join(', ')}.`
  );
}

/** A record of events that the theatre names, and what it says about reading it. */
interface EventFile {
  readonly file: string;
  readonly path: string;
  readonly answers: Pick<ImportOptions, 'dates' | 'map'>;
}

async function readAnswers(
  folder: string,
  { dates, map }: TheatreRecord,
): Promise<Outcome<EventFile['answers']>> {
  const said = dates === null ? {} : { dates };
  if (map === null) return { ok: true, value: said };
  const path = await findRecordFile(folder, map);
  if (!path.ok) return path;
  const reading = readTableMap(path.value);
  if (reading.kind === 'fault') return { ok: false, message: describeFault({ ...reading.fault, file: map }) };
  return { ok: true, value: { ...said, map: reading.map } };
}

async function openEvents(
  folder: string,
  files: readonly EventFile[],
  mayImport: boolean,
  shell: Shell,
): Promise<Outcome<EventStore>> {
  if (files.length === 0) return { ok: true, value: createMemoryStore([]) };
  const names: string[] = [];
  for (const { file, path, answers } of files) {
    const { inputs, faults } = await listInputs(path, file, DEFAULT_LIMITS);
    const [fault] = faults;
    if (fault) return { ok: false, message: describeFault(fault) };
    const options = { ...answers, sameAnswers: true, mayRead: mayImport };
    const outcomes = await importTables(folder, inputs, options, shell, 'news');
    for (const outcome of outcomes) {
      // What is missing of a folder would silently be missing from the counts.
      if (outcome.kind === 'fault') return { ok: false, message: describeFault(outcome.fault) };
      if (outcome.kind === 'imported') names.push(outcome.result.file);
    }
    if (!outcomes.some(({ kind }) => kind === 'imported'))
      return { ok: false, message: `"${file}" holds no file that is known to be an event record.` };
  }
  const opening = await openStore(folder);
  if (opening.kind !== 'open') return { ok: false, message: describeFault(opening.fault) };
  const others = (await opening.store.summaries()).some(({ record }) => !names.includes(record));
  return { ok: true, value: others ? limitToRecords(opening.store, names) : opening.store };
}

async function findRecordFile(folder: string, file: string): Promise<Outcome<string>> {
  const place = await resolveInside(folder, file);
  if (!place.ok) return place;
  return place.value === null
    ? { ok: false, message: `There is no file "${file}" in ${folder}, which the theatre names as a record.` }
    : { ok: true, value: place.value };
}

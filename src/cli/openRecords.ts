import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { didYouMean, type Theatre, type TheatreRecord } from '../language/index.ts';
import {
  createMemoryStore,
  type CountsTable,
  type EventStore,
  type PublishedTotal,
} from '../record/index.ts';
import { loadCountsTable, loadPublishedTotals, openStore } from '../store/index.ts';
import { decideDuplicates, type DecidedStore } from './decideDuplicates.ts';
import { describeFault } from './describeFault.ts';
import { importRecord } from './importRecord.ts';
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
  const eventFiles: { readonly file: string; readonly path: string }[] = [];
  for (const record of theatre.records) {
    const path = await findRecordFile(folder, record.file);
    if (!path.ok) return path;
    if (record.countsPer === null) eventFiles.push({ file: record.file, path: path.value });
    else {
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

async function openEvents(
  folder: string,
  files: readonly { readonly file: string; readonly path: string }[],
  mayImport: boolean,
  shell: Shell,
): Promise<Outcome<EventStore>> {
  if (files.length === 0) return { ok: true, value: createMemoryStore([]) };
  const held = await heldHashes(folder);
  for (const { file, path } of files) {
    if (held.get(file) === (await hashFile(path))) continue;
    if (!mayImport)
      return {
        ok: false,
        message: `"${file}" is not in the store yet: tacit match or tacit examine reads it.`,
      };
    const imported = await importRecord(folder, path, { name: file }, shell);
    if (!imported.ok) return imported;
  }
  const opening = await openStore(folder);
  if (opening.kind !== 'open') return { ok: false, message: describeFault(opening.fault) };
  const names = files.map(({ file }) => file);
  const others = (await opening.store.summaries()).some(({ record }) => !names.includes(record));
  return { ok: true, value: others ? limitToRecords(opening.store, names) : opening.store };
}

async function heldHashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const opening = await openStore(folder);
  // A store that cannot be opened is told of when it is filled.
  if (opening.kind !== 'open') return new Map();
  try {
    return new Map((await opening.store.summaries()).map(({ record, hash }) => [record, hash]));
  } finally {
    await opening.store.close();
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function findRecordFile(folder: string, file: string): Promise<Outcome<string>> {
  const place = await resolveInside(folder, file);
  if (!place.ok) return place;
  return place.value === null
    ? { ok: false, message: `There is no file "${file}" in ${folder}, which the theatre names as a record.` }
    : { ok: true, value: place.value };
}

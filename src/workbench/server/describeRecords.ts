import { join } from 'node:path';
import { formatDay, type DayInterval } from '../../calendar/index.ts';
import { describeRecord, type RecordQuality } from '../../evidence/index.ts';
import { listUndeclared, loadTheatre } from '../../host/index.ts';
import type { Theatre, TheatreRecord } from '../../language/index.ts';
import { inspectRecord, liesInRecord, type EventStore } from '../../record/index.ts';
import { openStore } from '../../store/index.ts';
import type { ShownRecord, ShownRecords } from '../protocol/index.ts';
import type { DeskState } from './deskState.ts';
import { proposeLines } from './proposeLines.ts';

/** As many as an examination lists. */
const NAMES = 10;
const PAIRS = 50;
const SET_ASIDE = 100;

/**
 * What lies in the records of the theatre as it stands on the disk, and in those of its folder's store that it does not
 * declare. What the last examination found of a record goes before what the store alone tells.
 */
export async function describeRecords({ folder, main, last }: DeskState): Promise<ShownRecords> {
  const loading = await loadTheatre(join(folder, main));
  const theatre = loading.ok ? loading.value.theatre : null;
  const declared = theatre?.records ?? [];
  const opening = await openStore(folder);
  const store = opening.kind === 'open' ? opening.store : null;
  const obstacle = opening.kind === 'fault' ? opening.fault.message : NOT_READ;
  try {
    const held = store ? (await store.summaries()).map(({ record }) => record) : [];
    const others = held.filter((name) => !declared.some(({ file }) => liesInRecord(name, file)));
    const examined = last?.examination.records ?? [];
    const records: ShownRecord[] = [];
    for (const record of declared) {
      const known = examined.find(({ file }) => file === record.file) ?? null;
      records.push(await describe(record, theatre, store, known, obstacle));
    }
    for (const file of others) records.push(await describe({ file }, theatre, store, null, obstacle));
    return { records };
  } finally {
    await store?.close();
  }
}

const NOT_READ = 'It was not read yet; the next examination reads it.';

async function describe(
  record: Pick<TheatreRecord, 'file'> & Partial<TheatreRecord>,
  theatre: Theatre | null,
  store: EventStore | null,
  examined: RecordQuality | null,
  obstacle: string,
): Promise<ShownRecord> {
  const { file } = record;
  const declared = record.covers !== undefined;
  const files = store
    ? (await store.summaries()).map((one) => one.record).filter((name) => liesInRecord(name, file))
    : [];
  if (store === null || files.length === 0) {
    const why = examined ? null : obstacle;
    return { file, declared, obstacle: why, quality: examined, actors: [], places: [], proposals: [] };
  }
  const { actors, places } = await listUndeclared(store, files, theatre);
  const quality = examined ?? (await assess(record, store, files, { actors, places }));
  return {
    file,
    declared,
    obstacle: null,
    quality,
    actors,
    places,
    proposals: quality ? proposeLines(quality) : [],
  };
}

/** What the store alone tells of a record that no examination has seen. */
async function assess(
  record: Pick<TheatreRecord, 'file'> & Partial<TheatreRecord>,
  store: EventStore,
  files: readonly string[],
  {
    actors,
    places,
  }: {
    readonly actors: RecordQuality['undeclaredActors'];
    readonly places: RecordQuality['undeclaredPlaces'];
  },
): Promise<RecordQuality | null> {
  const { file, covers = null, missing = [], duplicates, decisions = [] } = record;
  const contents = await inspectRecord(store, file, { covers, missing, names: NAMES, pairs: PAIRS });
  if (!contents) return null;
  const rows = await Promise.all(files.map((name) => store.setAsideRows(name, SET_ASIDE)));
  return {
    ...describeRecord(contents),
    covers: covers && spell(covers),
    missing: missing.map(spell),
    setAsideRows: rows
      .flat()
      .slice(0, SET_ASIDE)
      .map(({ line, column, reason }) => ({ line, column, reason })),
    duplicatesCounted: duplicates?.value ?? 'apart',
    duplicatesDecided: decisions.length,
    totals: [],
    faults: [],
    undeclaredActors: actors.map(({ name, events }) => ({ name, events })),
    undeclaredPlaces: places.map(({ name, events }) => ({ name, events })),
  };
}

function spell({ first, last }: DayInterval): { readonly first: string; readonly last: string } {
  return { first: formatDay(first), last: formatDay(last) };
}

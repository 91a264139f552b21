import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Theatre } from '../language/index.ts';
import type { LoadedTheatre } from './loadTheatre.ts';
import type { OpenRecords } from './openRecords.ts';
import type { Outcome, Shell } from './shell.ts';

/** The records of one theatre, kept open between one examination and the next. */
export interface HeldRecords {
  /** The records that are held, or opened anew where the theatre says something else of them or a file has changed. */
  readonly open: (loaded: LoadedTheatre, theatre: Theatre) => Promise<Outcome<OpenRecords>>;
  /** Lets go of the store, so that a record can be imported. */
  readonly release: () => Promise<void>;
}

/** Holds records open; what the store answered is remembered as long as it is the same. */
export function holdRecords(shell: Shell): HeldRecords {
  let held: { readonly mark: string; readonly records: OpenRecords } | null = null;
  const release = async () => {
    const { records } = held ?? {};
    held = null;
    await records?.store.close();
  };
  return {
    release,
    open: async (loaded, theatre) => {
      const mark = await markRecords(loaded.folder, theatre);
      if (held?.mark === mark) return { ok: true, value: held.records };
      await release();
      // The store takes a while to load: it waits until somebody asks it.
      const [{ openRecords }, { rememberStore }] = await Promise.all([
        import('./openRecords.ts'),
        import('./rememberStore.ts'),
      ]);
      const opening = await openRecords(loaded, theatre, shell);
      if (!opening.ok) return opening;
      const { store } = opening.value;
      const records = { ...opening.value, store: rememberStore(store) };
      // Read anew: importing may have taken a while.
      held = { mark: await markRecords(loaded.folder, theatre), records };
      return { ok: true, value: records };
    },
  };
}

/** All that decides what the records hold: what the theatre says of them, and which version of each file there is. */
async function markRecords(folder: string, { records }: Theatre): Promise<string> {
  const files = records.flatMap(({ file, map, totals }) => [
    file,
    ...(map === null ? [] : [map]),
    ...totals.map((one) => one.file),
  ]);
  const marks = await Promise.all(files.map((file) => markFile(join(folder, file))));
  // Where a line stands in the theatre says nothing of the record.
  return JSON.stringify([folder, records, marks], (key, value: unknown) => (key === 'at' ? null : value));
}

/** A file by its time, size and place on the disk; a folder by what lies in it. */
async function markFile(place: string): Promise<unknown> {
  const facts = await stat(place, { bigint: true }).catch(() => null);
  if (facts === null) return null;
  const own = `${facts.mtimeNs} ${facts.size} ${facts.ino}`;
  if (!facts.isDirectory()) return own;
  const names = (await readdir(place)).sort();
  return [own, await Promise.all(names.map((name) => markFile(join(place, name))))];
}

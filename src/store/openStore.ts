import { existsSync } from 'node:fs';
import type { EventStore, RecordFault } from '../record/index.ts';
import { checkSchema } from './checkSchema.ts';
import { createDatabaseStore } from './createDatabaseStore.ts';
import { openDatabase, storePath } from './openDatabase.ts';
import { openStaging } from './openStaging.ts';

export type StoreOpening =
  | {
      readonly kind: 'open';
      readonly store: EventStore;
      /** Imports that were stopped: their rows are kept apart, and no record holds them. */
      readonly stopped: readonly { readonly name: string; readonly rows: number }[];
    }
  /** No record was imported into this folder yet. */
  | { readonly kind: 'absent'; readonly fault: RecordFault }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const READING_MEGABYTES = 1024;

/** Opens the record store of a folder (`.tacit/record.duckdb`) for reading. Several processes may read at once. */
export async function openStore(folder: string): Promise<StoreOpening> {
  const path = storePath(folder);
  if (!existsSync(path)) {
    return {
      kind: 'absent',
      fault: {
        file: path,
        line: null,
        message: 'No record was imported here yet.',
        hint: `tacit import FILE --into ${folder}`,
      },
    };
  }
  const opening = await openDatabase(path, 'read', { memoryMegabytes: READING_MEGABYTES });
  if (opening.kind === 'fault') return opening;
  const fault = await checkSchema(opening.database.connection, path);
  if (fault) {
    await opening.database.close();
    return { kind: 'fault', fault };
  }
  const staged = await openStaging(opening.database.connection).list();
  const stopped = staged.map(({ name, part }) => ({ name, rows: part.right + part.setAside }));
  return { kind: 'open', store: await createDatabaseStore(opening.database), stopped };
}

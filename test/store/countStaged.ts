import { existsSync } from 'node:fs';
import { openDatabase, storePath } from '../../src/store/openDatabase.ts';

/** How many rows of unfinished imports a store keeps; null where it has no staging. */
export async function countStaged(folder: string): Promise<number | null> {
  if (!existsSync(storePath(folder))) return null;
  const opening = await openDatabase(storePath(folder), 'read', { memoryMegabytes: 128 });
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  const { connection, close } = opening.database;
  try {
    return Number((await connection.runAndReadAll('SELECT COUNT(*) FROM staged_event')).getRows()[0]?.[0]);
  } catch {
    return null;
  } finally {
    await close();
  }
}

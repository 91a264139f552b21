import { existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordFault } from '../record/index.ts';
import { openDatabase } from './openDatabase.ts';
import { SCHEMA } from './schema.ts';

/**
 * Makes an empty store where there is none. It is made beside its place and put there whole, so that a process killed
 * meanwhile leaves no half store; what such a process left behind is cleared away.
 */
export async function createStoreFile(path: string): Promise<RecordFault | null> {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const maker = /^record\.duckdb\.(\d+)\.new(?:\.wal)?$/.exec(name)?.[1];
      if (maker !== undefined && !isRunning(Number(maker))) rmSync(join(folder, name), { force: true });
    }
    if (existsSync(path)) return null;
    const beside = `${path}.${process.pid}.new`;
    const opening = await openDatabase(beside, 'write', { memoryMegabytes: 256 });
    if (opening.kind === 'fault') return opening.fault;
    for (const statement of SCHEMA) await opening.database.connection.run(statement);
    await opening.database.connection.run('CHECKPOINT');
    await opening.database.close();
    try {
      // Unlike a renaming this fails where another process was quicker, and its store stays.
      linkSync(beside, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(beside, { force: true });
    }
    return null;
  } catch (error) {
    return {
      file: path,
      line: null,
      message: `The record store cannot be made (${error instanceof Error ? error.message : String(error)}).`,
      hint: 'Look whether the folder may be written to and the disk has room.',
    };
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { RecordFault } from '../record/index.ts';

/** Where a folder keeps its record store. */
export function storePath(folder: string): string {
  return join(folder, '.tacit', 'record.duckdb');
}

/**
 * No file, network or extension is within the engine's reach besides the store itself, and no statement can change
 * that: names and rows of unknown origin meet an engine that could do nothing with them.
 */
const LOCKED = {
  enable_external_access: 'false',
  autoload_known_extensions: 'false',
  autoinstall_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_unsigned_extensions: 'false',
  threads: '2',
  preserve_insertion_order: 'false',
  lock_configuration: 'true',
} as const;

export interface DatabaseLimits {
  readonly memoryMegabytes: number;
}

export interface Database {
  readonly connection: DuckDBConnection;
  close(): Promise<void>;
}

export type DatabaseOpening =
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

// The lock of a file belongs to the process: opening and closing it a second time would silently let go of the first
// lock, so all readers of one process share one instance.
const readers = new Map<string, { instance: Promise<DuckDBInstance>; users: number }>();

/** Opens a store's file: for reading (several processes may) or for writing (one may, and nobody reads meanwhile). */
export async function openDatabase(
  path: string,
  mode: 'read' | 'write',
  limits: DatabaseLimits,
): Promise<DatabaseOpening> {
  try {
    return {
      kind: 'open',
      database: await (mode === 'read' ? openShared(path, limits) : openAlone(path, limits)),
    };
  } catch (error) {
    return { kind: 'fault', fault: describeOpenFault(path, error) };
  }
}

async function openShared(path: string, limits: DatabaseLimits): Promise<Database> {
  const held = readers.get(path) ?? {
    instance: DuckDBInstance.create(path, { ...options(limits), access_mode: 'READ_ONLY' }),
    users: 0,
  };
  readers.set(path, held);
  held.users += 1;
  const release = async () => {
    held.users -= 1;
    if (held.users > 0) return;
    readers.delete(path);
    (await held.instance).closeSync();
  };
  try {
    const connection = await (await held.instance).connect();
    return {
      connection,
      close: () => {
        connection.closeSync();
        return release();
      },
    };
  } catch (error) {
    held.users -= 1;
    if (held.users === 0) readers.delete(path);
    throw error;
  }
}

async function openAlone(path: string, limits: DatabaseLimits): Promise<Database> {
  if (readers.has(path)) throw new Error('Could not set lock on file: this process is reading it');
  const instance = await DuckDBInstance.create(path, options(limits));
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

function options(limits: DatabaseLimits): Record<string, string> {
  return { ...LOCKED, memory_limit: `${limits.memoryMegabytes}MB` };
}

function describeOpenFault(file: string, error: unknown): RecordFault {
  const text = error instanceof Error ? error.message : String(error);
  const at = { file, line: null };
  if (/Could not set lock|Conflicting lock/i.test(text)) {
    const holder = /\(PID (\d+)\)/.exec(text)?.[1];
    return {
      ...at,
      message: `The record store is in use by another process${holder ? ` (number ${holder})` : ''}.`,
      hint: 'Wait until that import or workbench has ended, then try again.',
    };
  }
  if (/Permission denied|EACCES|Read-only file system/i.test(text)) {
    return {
      ...at,
      message: 'The record store may not be opened by this user.',
      hint: 'Look at the rights of the folder .tacit.',
    };
  }
  if (/version number|newer version|storage version/i.test(text)) {
    return {
      ...at,
      message: 'The record store was written by a newer version of the database engine.',
      hint: rebuildHint(existsSync(file)),
    };
  }
  return {
    ...at,
    message: `The record store cannot be read; it is damaged or no store (${text.split('\n')[0]?.slice(0, 160) ?? ''}).`,
    hint: rebuildHint(existsSync(file)),
  };
}

/** A store holds nothing that the imported files do not hold. */
export function rebuildHint(exists: boolean): string {
  return exists
    ? 'Nothing is lost: the imported files are untouched. Delete the folder .tacit and import them again.'
    : 'Import the files again.';
}

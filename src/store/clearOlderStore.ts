import { rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RecordFault } from '../record/index.ts';
import type { ImportAnswers } from './importResult.ts';
import { openDatabase } from './openDatabase.ts';
import { SCHEMA_VERSION } from './schema.ts';

export type ClearedStore =
  /** What was said about the records that are read anew, where the store knew it. */
  | { readonly kind: 'cleared'; readonly answers: ReadonlyMap<string, ImportAnswers> }
  | { readonly kind: 'kept' }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

/**
 * Takes a store away that an older version wrote, if nothing is lost: each of its records is about to be read (`names`), or
 * its file lies in the folder, where it is read again when it is needed. Nobody else has the store open meanwhile.
 */
export async function clearOlderStore(store: string, names: ReadonlySet<string>): Promise<ClearedStore> {
  const opening = await openDatabase(store, 'write', { memoryMegabytes: 256 });
  if (opening.kind === 'fault') return opening;
  const { connection, close } = opening.database;
  try {
    const held = await readOlder(connection);
    if (held === null) return { kind: 'kept' };
    const folder = dirname(dirname(store));
    const lost = [...held].filter(
      ([name, answers]) => !names.has(name) && (isSaid(answers) || !hasFile(folder, name)),
    );
    if (lost.length > 0) {
      const shown = lost
        .slice(0, 5)
        .map(([name]) => name)
        .join(', ');
      return {
        kind: 'fault',
        fault: {
          file: store,
          line: null,
          message: `The record store was written by an older version of Tacit, and its records ${shown}${lost.length > 5 ? ` and ${lost.length - 5} more` : ''} could not be made again by themselves.`,
          hint: 'Keep their files at hand, delete the folder .tacit, and import them again.',
        },
      };
    }
    for (const file of [store, `${store}.wal`]) rmSync(file, { force: true });
    return {
      kind: 'cleared',
      answers: new Map([...held].flatMap(([name, answers]) => (answers ? [[name, answers] as const] : []))),
    };
  } finally {
    await close();
  }
}

/** The records of a store of an older form with what was said about them; null for any other file. */
async function readOlder(
  connection: DuckDBConnection,
): Promise<ReadonlyMap<string, ImportAnswers | null> | null> {
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  try {
    const version = Number((await rowsOf("SELECT value FROM meta WHERE key = 'schema'"))[0]?.[0]);
    if (!Number.isInteger(version) || version >= SCHEMA_VERSION) return null;
    const said = await rowsOf(
      "SELECT 1 FROM information_schema.columns WHERE table_name = 'record' AND column_name = 'answers'",
    );
    const rows = await rowsOf(`SELECT name, ${said.length > 0 ? 'answers' : 'NULL'} FROM record`);
    return new Map(
      rows.map((row) => [
        String(row[0]),
        row[1] === null ? null : (JSON.parse(String(row[1])) as ImportAnswers),
      ]),
    );
  } catch {
    return null;
  }
}

function isSaid(answers: ImportAnswers | null): boolean {
  return answers !== null && Object.values(answers).some((answer) => answer !== null);
}

/** Whether the file of a record lies in the folder; a member of an archive is as safe as the archive. */
function hasFile(folder: string, name: string): boolean {
  const steps = name.split('/');
  return steps.some((_, end) => {
    const path = join(folder, ...steps.slice(0, end + 1));
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  });
}

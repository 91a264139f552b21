import type { DuckDBConnection } from '@duckdb/node-api';
import type { RecordFault } from '../record/index.ts';
import { rebuildHint } from './openDatabase.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** Says why a store that opened cannot be used: it is none, or another version wrote it; null when it can. */
export async function checkSchema(connection: DuckDBConnection, file: string): Promise<RecordFault | null> {
  let version: number;
  try {
    const rows = (await connection.runAndReadAll("SELECT value FROM meta WHERE key = 'schema'")).getRows();
    version = Number(rows[0]?.[0]);
  } catch {
    return { file, line: null, message: 'This database file is no record store.', hint: rebuildHint(true) };
  }
  if (version === SCHEMA_VERSION) return null;
  const whose = version > SCHEMA_VERSION ? 'a newer' : 'an older';
  return {
    file,
    line: null,
    message: `The record store was written by ${whose} version of Tacit (form ${version}, this one reads form ${SCHEMA_VERSION}).`,
    hint: version > SCHEMA_VERSION ? `Install that version, or: ${rebuildHint(true)}` : rebuildHint(true),
  };
}

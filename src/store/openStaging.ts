import type { DuckDBConnection } from '@duckdb/node-api';
import type { ReadingSeam } from '../record/index.ts';
import { runBound } from './runBound.ts';

/** How far a long import came before it ended. */
export interface StagedPart {
  /** What the import was asked and of which file; a staging of anything else is stale. */
  readonly key: string;
  /** Bytes of the table (unpacked) that were read, and their SHA-256. */
  readonly until: number;
  readonly hash: string;
  readonly seam: ReadingSeam;
  readonly right: number;
  readonly setAside: number;
}

export interface Staged {
  /** The number that the record has or will have. */
  readonly record: number;
  readonly name: string;
  readonly part: StagedPart;
}

/**
 * Rows of long imports that were not finished, kept beside the records in tables of their own: nobody reads them, and a
 * record stays as it was until they are published with the rest in one transaction.
 */
export interface Staging {
  /** Makes the tables where they are not there; outside a transaction. */
  make(): Promise<void>;
  list(): Promise<readonly Staged[]>;
  write(staged: Staged): Promise<void>;
  /** The ids of the staged rows of a record, each with its line. */
  ids(record: number): Promise<Iterable<readonly [string, number]>>;
  /** Moves the staged rows of a record to where they are read. */
  publish(record: number): Promise<void>;
  /** Takes the staged rows of a record away, inside a transaction; the last one takes the tables with it. */
  drop(record: number): Promise<void>;
}

const TABLES = ['staging', 'staged_event', 'staged_set_aside'] as const;

/** The staging of an open store. */
export function openStaging(connection: DuckDBConnection): Staging {
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const run = (sql: string, record: number) => runBound(connection, { sql, values: [record] });
  const exists = async () => {
    const rows = await rowsOf("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'staging'");
    return Number(rows[0]?.[0]) === 1;
  };
  const holdsOthers = async (table: string, record: number) =>
    (await run(`SELECT 1 FROM ${table} WHERE record <> ? LIMIT 1`, record)).length > 0;
  const drop = async (record: number) => {
    if (!(await exists())) return;
    for (const table of TABLES) await run(`DELETE FROM ${table} WHERE record = ?`, record);
    if (Number((await rowsOf('SELECT COUNT(*) FROM staging'))[0]?.[0]) > 0) return;
    for (const table of TABLES) await connection.run(`DROP TABLE ${table}`);
  };
  return {
    make: async () => {
      await connection.run('CREATE TABLE IF NOT EXISTS staged_event AS SELECT * FROM event LIMIT 0');
      await connection.run('CREATE TABLE IF NOT EXISTS staged_set_aside AS SELECT * FROM set_aside LIMIT 0');
      // The last one says that all are there.
      await connection.run('CREATE TABLE IF NOT EXISTS staging (record INTEGER, name VARCHAR, part VARCHAR)');
    },
    list: async () => {
      if (!(await exists())) return [];
      return (await rowsOf('SELECT record, name, part FROM staging')).map((row) => ({
        record: Number(row[0]),
        name: String(row[1]),
        part: JSON.parse(String(row[2])) as StagedPart,
      }));
    },
    write: async ({ record, name, part }) => {
      await run('DELETE FROM staging WHERE record = ?', record);
      const appender = await connection.createAppender('staging');
      appender.appendInteger(record);
      appender.appendVarchar(name);
      appender.appendVarchar(JSON.stringify(part));
      appender.endRow();
      appender.closeSync();
    },
    ids: async (record) => {
      const rows = await run('SELECT id, line FROM staged_event WHERE record = ?', record);
      return rows.map((row) => [String(row[0]), Number(row[1])] as const);
    },
    publish: async (record) => {
      for (const table of ['event', 'set_aside']) {
        if ((await holdsOthers(table, record)) || (await holdsOthers(`staged_${table}`, record))) {
          await run(`INSERT INTO ${table} SELECT * FROM staged_${table} WHERE record = ?`, record);
          continue;
        }
        // The only record of the store: its table takes the place of the other, and nothing is written twice.
        await connection.run(`DROP TABLE ${table}`);
        await connection.run(`ALTER TABLE staged_${table} RENAME TO ${table}`);
        await connection.run(`CREATE TABLE staged_${table} AS SELECT * FROM ${table} LIMIT 0`);
      }
      await drop(record);
    },
    drop,
  };
}

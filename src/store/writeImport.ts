import type { DuckDBConnection } from '@duckdb/node-api';
import {
  readRecord,
  RECORD_FORMATS,
  type RecordFault,
  type ReadingOptions,
  type RecordFormat,
} from '../record/index.ts';
import { appendEvents } from './appendEvents.ts';
import { checkSchema } from './checkSchema.ts';
import { createStoreFile } from './createStoreFile.ts';
import type { ImportOutcome } from './importResult.ts';
import { internWords } from './internWords.ts';
import { openDatabase } from './openDatabase.ts';
import { readImportResult } from './readImportResult.ts';
import { readTextPieces } from './readTextPieces.ts';
import { runBound } from './runBound.ts';
import { writeDuplicates } from './writeDuplicates.ts';

/** One import as the reading process gets it: plain data. */
export interface ImportJob {
  readonly store: string;
  /** Where the file lies, and under which name the store keeps it. */
  readonly path: string;
  readonly name: string;
  readonly format: string;
  readonly memoryMegabytes: number;
  readonly options: ReadingOptions;
}

/**
 * Reads a file and puts its rows in the place of those the record had, in one transaction: a process killed at any
 * moment leaves the old record or the new one.
 */
export async function writeImport(
  job: ImportJob,
  onProgress: (rows: number, bytes: number) => void,
): Promise<ImportOutcome> {
  const format = RECORD_FORMATS.find(({ name }) => name === job.format);
  if (!format) throw new Error(`no format is called ${job.format}`);
  const unmade = await createStoreFile(job.store);
  if (unmade) return { kind: 'fault', fault: unmade };
  const opening = await openDatabase(job.store, 'write', { memoryMegabytes: job.memoryMegabytes });
  if (opening.kind === 'fault') return opening;
  const { connection, close } = opening.database;
  try {
    const unusable = await checkSchema(connection, job.store);
    if (unusable) return { kind: 'fault', fault: unusable };
    await connection.run('BEGIN TRANSACTION');
    const fault = await replaceRecord(connection, job, format, onProgress);
    if (fault) {
      await connection.run('ROLLBACK');
      return { kind: 'fault', fault };
    }
    await connection.run('COMMIT');
    await connection.run('CHECKPOINT');
    const written = await readImportResult(connection, job.name);
    if (!written) throw new Error(`the record ${job.name} was written and is not there`);
    return { kind: 'imported', result: { ...written.result, unchanged: false } };
  } finally {
    await close();
  }
}

async function replaceRecord(
  connection: DuckDBConnection,
  job: ImportJob,
  format: RecordFormat,
  onProgress: (rows: number, bytes: number) => void,
): Promise<RecordFault | null> {
  const id = await clearRecord(connection, job.name);
  const words = await internWords(connection);
  const appender = await appendEvents(connection, id, words);
  const reader = readRecord(format, job.name, job.options);
  let right = 0;
  let setAside = 0;
  let bytes = 0;
  let hash = '';
  for await (const piece of readTextPieces(job.path, job.name)) {
    if (piece.kind === 'fault') return piece.fault;
    const reading = piece.kind === 'end' ? reader.end() : reader.push(piece.text);
    if (reading.fault) return reading.fault;
    appender.append(reading.events, reading.setAside);
    right += reading.events.length;
    setAside += reading.setAside.length;
    if (piece.kind === 'end') hash = piece.hash;
    else bytes += piece.bytes;
    onProgress(right + setAside, bytes);
  }
  appender.flush();
  words.flush();
  const record = await connection.createAppender('record');
  record.appendInteger(id);
  record.appendVarchar(job.name);
  record.appendVarchar(hash);
  record.appendVarchar(job.format);
  for (const count of [right + setAside, right, setAside]) record.appendBigInt(BigInt(count));
  record.appendVarchar(JSON.stringify(reader.unusedColumns()));
  record.endRow();
  record.closeSync();
  await writeDuplicates(connection, id);
  await dropUnusedWords(connection);
  return null;
}

/** Removes every row of a record; gives the number it had, or a free one. */
async function clearRecord(connection: DuckDBConnection, name: string): Promise<number> {
  const records = (await connection.runAndReadAll('SELECT id, name FROM record')).getRows();
  const known = records.find((row) => row[1] === name);
  if (!known) return records.reduce((most, row) => Math.max(most, Number(row[0])), 0) + 1;
  const id = Number(known[0]);
  for (const table of ['event', 'set_aside']) {
    await runBound(connection, { sql: `DELETE FROM ${table} WHERE record = ?`, values: [id] });
  }
  await runBound(connection, {
    sql: 'DELETE FROM duplicate WHERE record_a = ? OR record_b = ?',
    values: [id, id],
  });
  await runBound(connection, { sql: 'DELETE FROM record WHERE id = ?', values: [id] });
  return id;
}

/** Words that no event holds any more would still answer to names. */
async function dropUnusedWords(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    'DELETE FROM actors WHERE id NOT IN (SELECT initiators FROM event) AND id NOT IN (SELECT targets FROM event)',
  );
  await connection.run('DELETE FROM act WHERE id NOT IN (SELECT act FROM event)');
  await connection.run('DELETE FROM place WHERE id NOT IN (SELECT place FROM event)');
}

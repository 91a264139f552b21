import { statSync } from 'node:fs';
import packageFile from '../../package.json' with { type: 'json' };
import { RECORD_FORMATS, type RecordFault } from '../record/index.ts';
import { checkSchema } from './checkSchema.ts';
import { chooseEncoding } from './chooseEncoding.ts';
import { createStoreFile } from './createStoreFile.ts';
import { DEFAULT_PART_ROWS, type ImportJob, type ImportWatch } from './importJob.ts';
import type { ImportOutcome } from './importResult.ts';
import { isGzip } from './isGzip.ts';
import { openDatabase } from './openDatabase.ts';
import { openStaging } from './openStaging.ts';
import { readImportResult } from './readImportResult.ts';
import { DEFAULT_LIMITS, type RecordInput } from './recordInput.ts';
import { replaceRecord, type ImportWork, type ReplaceEnding } from './replaceRecord.ts';

/** Hardly any row of an event record is shorter, and hardly any table shrinks more when it is compressed. */
const LEAST_ROW_BYTES = 100;
const USUAL_EXPANSION = 8;

/**
 * Reads a table and puts its rows in the place of those the record had, in one transaction: a process killed at any
 * moment leaves the old record or the new one. Rows of a long table are staged in parts on the way, so that an import
 * that ended before its time goes on where it was.
 */
export async function writeImport(
  job: ImportJob,
  progress: ImportWatch['progress'],
  mustStop: ImportWatch['mustStop'] = () => false,
): Promise<ImportOutcome> {
  const format = RECORD_FORMATS.find(({ name }) => name === job.format);
  if (!format) throw new Error(`no format is called ${job.format}`);
  const input: RecordInput = {
    path: job.path,
    member: job.member ?? null,
    name: job.name,
    bytes: 0,
    found: false,
  };
  const limits = job.limits ?? DEFAULT_LIMITS;
  const encodings = job.options.map ? [job.options.map.encoding] : format.encodings;
  const choice = await chooseEncoding(input, encodings, limits);
  if (choice.kind === 'fault') return choice;
  const unmade = await createStoreFile(job.store);
  if (unmade) return { kind: 'fault', fault: unmade };
  const opening = await openDatabase(job.store, 'write', { memoryMegabytes: job.memoryMegabytes });
  if (opening.kind === 'fault') return opening;
  const { connection, close } = opening.database;
  try {
    const unusable = await checkSchema(connection, job.store);
    if (unusable) return { kind: 'fault', fault: unusable };
    const staging = openStaging(connection);
    const known = { job, format, input, limits, encoding: choice.encoding, connection, staging };
    const ending = await readOnOrAnew(known, { progress, mustStop });
    if (ending.kind === 'stopped') return { kind: 'fault', fault: describeStop(job.name, ending.rowsKept) };
    if (ending.kind === 'fault') return ending;
    await connection.run('CHECKPOINT');
    const written = await readImportResult(connection, job.name);
    if (!written) throw new Error(`the record ${job.name} was written and is not there`);
    return { kind: 'imported', result: { ...written.result, unchanged: false } };
  } finally {
    await close();
  }
}

type KnownWork = Omit<ImportWork, 'inParts' | 'earlier' | 'key'>;

/** Goes on where an import of the same file ended, or begins anew where there is none or the file is another now. */
async function readOnOrAnew(
  known: KnownWork,
  watch: ImportWatch,
): Promise<Exclude<ReplaceEnding, { kind: 'stale' }>> {
  const { job, staging } = known;
  const key = keyOf(known);
  const staged = (await staging.list()).find(({ name }) => name === job.name) ?? null;
  if (staged?.part.key === key) {
    const ending = await replaceRecord({ ...known, key, inParts: true, earlier: staged }, watch);
    if (ending.kind === 'fault') await clearStaging(known);
    if (ending.kind !== 'stale') return ending;
  }
  await clearStaging(known);
  const inParts = expectsParts(job);
  if (inParts) await staging.make();
  const ending = await replaceRecord({ ...known, key, inParts, earlier: null }, watch);
  if (ending.kind === 'stale') throw new Error(`nothing was staged of ${job.name}, and it is stale`);
  // A table that cannot be read whole will not be readable after its first half either.
  if (ending.kind === 'fault') await clearStaging(known);
  return ending;
}

async function clearStaging({ connection, staging, job }: KnownWork): Promise<void> {
  const stale = (await staging.list()).filter(({ name }) => name === job.name);
  if (stale.length === 0) return;
  await connection.run('BEGIN TRANSACTION');
  for (const { record } of stale) await staging.drop(record);
  await connection.run('COMMIT');
}

/** Whatever could make the rows staged before others than those read now. */
function keyOf({ job, encoding }: KnownWork): string {
  const { format, dialect = null, options, member = null, archiveHash = null } = job;
  const { size } = statSync(job.path);
  return JSON.stringify([packageFile.version, size, member, archiveHash, format, dialect, encoding, options]);
}

/** Whether a table may have more rows than one part. */
function expectsParts({ path, member, partRows = DEFAULT_PART_ROWS }: ImportJob): boolean {
  const packed = typeof member === 'number' || isGzip(path);
  return statSync(path).size * (packed ? USUAL_EXPANSION : 1) > partRows * LEAST_ROW_BYTES;
}

function describeStop(file: string, rowsKept: number): RecordFault {
  return {
    file,
    line: null,
    message: 'The import was stopped.',
    hint:
      rowsKept > 0
        ? `${rowsKept.toLocaleString('en')} rows are kept apart: the same command goes on from there. The record is as it was before.`
        : 'The record is as it was before.',
  };
}

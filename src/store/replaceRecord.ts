import type { DuckDBConnection } from '@duckdb/node-api';
import { readRecord, type RecordFault, type RecordFormat, type RecordReader } from '../record/index.ts';
import { appendEvents } from './appendEvents.ts';
import { clearRecord } from './clearRecord.ts';
import { dropUnusedWords } from './dropUnusedWords.ts';
import { DEFAULT_PART_ROWS, type ImportJob, type ImportWatch } from './importJob.ts';
import type { ImportAnswers } from './importResult.ts';
import { internWords } from './internWords.ts';
import type { Staged, Staging } from './openStaging.ts';
import type { TextEncoding } from './readEncodingMark.ts';
import { readTextPieces } from './readTextPieces.ts';
import type { InputLimits, RecordInput } from './recordInput.ts';
import { writeDuplicates } from './writeDuplicates.ts';

/** What is known of an import before its first row is read. */
export interface ImportWork {
  readonly job: ImportJob;
  readonly format: RecordFormat;
  readonly input: RecordInput;
  readonly limits: InputLimits;
  readonly encoding: TextEncoding;
  readonly connection: DuckDBConnection;
  readonly staging: Staging;
  /** Whether rows are staged in parts on the way, what was staged before, and under which key. */
  readonly inParts: boolean;
  readonly earlier: Staged | null;
  readonly key: string;
}

export type ReplaceEnding =
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly fault: RecordFault }
  /** The rows staged before are of another file. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'stopped'; readonly rowsKept: number };

/** Pieces for which a stop waits for a place between two rows. */
const PATIENCE = 8;
const STANDING = { event: 'event', setAside: 'set_aside' };
const STAGED = { event: 'staged_event', setAside: 'staged_set_aside' };

/** Reads a table and puts its rows in the place of those the record had; all that others see happens in one transaction. */
export async function replaceRecord(work: ImportWork, watch: ImportWatch): Promise<ReplaceEnding> {
  const { connection } = work;
  await connection.run('BEGIN TRANSACTION');
  let ending: ReplaceEnding | null = null;
  try {
    ending = await readRows(work, watch);
    return ending;
  } finally {
    if (ending?.kind === 'done') await connection.run('COMMIT');
    // Where a commit failed nothing is open any more, and its own error says why.
    else await connection.run('ROLLBACK').catch(() => undefined);
  }
}

async function readRows(work: ImportWork, watch: ImportWatch): Promise<ReplaceEnding> {
  const { job, format, connection, staging, inParts, earlier } = work;
  const record = earlier?.record ?? (await numberRecord(connection, staging, job.name));
  if (!inParts) await clearRecord(connection, record);
  const words = await internWords(connection);
  const appender = await appendEvents(connection, record, words, inParts ? STAGED : STANDING);
  const close = () => {
    appender.close();
    words.close();
  };
  const ids = earlier && format.uniqueIds ? await staging.ids(record) : [];
  const { options, dialect } = job;
  const reader = readRecord(
    format,
    job.name,
    { ...options, ...(dialect ? { dialect } : {}) },
    earlier ? { seam: earlier.part.seam, ids } : null,
  );
  let right = earlier?.part.right ?? 0;
  let setAside = earlier?.part.setAside ?? 0;
  let hash = job.archiveHash ?? '';
  let kept = right + setAside;
  let waited = 0;
  let begun = earlier === null;
  try {
    for await (const piece of readTextPieces(work.input, work.encoding, work.limits, earlier?.part.until)) {
      if (piece.kind === 'fault') return piece;
      if (!begun) {
        if (piece.kind === 'end' || piece.hashUntil() !== earlier?.part.hash) return { kind: 'stale' };
        begun = true;
        continue;
      }
      const reading = piece.kind === 'end' ? reader.end() : reader.push(piece.text);
      if (reading.fault) return { kind: 'fault', fault: reading.fault };
      appender.append(reading.events, reading.setAside);
      right += reading.events.length;
      setAside += reading.setAside.length;
      if (piece.kind === 'end') {
        hash = piece.hash ?? hash;
        break;
      }
      watch.progress(right + setAside, piece.onDisk);
      const stop = watch.mustStop();
      const seam =
        inParts && piece.endsLine && (stop || right + setAside - kept >= (job.partRows ?? DEFAULT_PART_ROWS))
          ? reader.seam()
          : null;
      if (seam) {
        appender.flush();
        words.flush();
        const part = { key: work.key, until: piece.until, hash: piece.hashUntil(), seam, right, setAside };
        await staging.write({ record, name: job.name, part });
        await connection.run('COMMIT');
        await connection.run('BEGIN TRANSACTION');
        kept = right + setAside;
      }
      if (stop && (seam || !inParts || ++waited > PATIENCE)) {
        return { kind: 'stopped', rowsKept: inParts ? kept : 0 };
      }
    }
  } finally {
    // Before the transaction ends: what is handed on later would stand outside it.
    close();
  }
  if (inParts) {
    await clearRecord(connection, record);
    await staging.publish(record);
  }
  await writeRecordRow(work, record, { right, setAside, hash }, reader);
  await writeDuplicates(connection, record);
  await dropUnusedWords(connection, (await staging.list()).length > 0);
  return { kind: 'done' };
}

/** The number a record of this name has, or a free one. */
async function numberRecord(connection: DuckDBConnection, staging: Staging, name: string): Promise<number> {
  const records = (await connection.runAndReadAll('SELECT id, name FROM record')).getRows();
  const known = records.find((row) => row[1] === name);
  if (known) return Number(known[0]);
  const used = [
    ...records.map((row) => Number(row[0])),
    ...(await staging.list()).map(({ record }) => record),
  ];
  return used.reduce((most, id) => Math.max(most, id), 0) + 1;
}

async function writeRecordRow(
  { job, connection, encoding }: ImportWork,
  id: number,
  { right, setAside, hash }: { readonly right: number; readonly setAside: number; readonly hash: string },
  reader: RecordReader,
): Promise<void> {
  const answers: ImportAnswers = {
    format: job.asked ?? null,
    dates: job.options.dates,
    map: job.options.map,
  };
  const record = await connection.createAppender('record');
  record.appendInteger(id);
  record.appendVarchar(job.name);
  record.appendVarchar(hash);
  record.appendVarchar(job.format);
  for (const count of [right + setAside, right, setAside]) record.appendBigInt(BigInt(count));
  record.appendVarchar(JSON.stringify(reader.unusedColumns()));
  record.appendVarchar(encoding);
  record.appendVarchar(JSON.stringify(answers));
  record.endRow();
  record.closeSync();
}

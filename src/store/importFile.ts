import { createHash } from 'node:crypto';
import { createReadStream, existsSync, openSync, readSync, closeSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readDelimited, RECORD_FORMATS, type RecordFault } from '../record/index.ts';
import { checkSchema } from './checkSchema.ts';
import type { ImportOptions, ImportOutcome } from './importResult.ts';
import { importCounts } from './importCounts.ts';
import { openDatabase, storePath } from './openDatabase.ts';
import { readImportResult } from './readImportResult.ts';
import { runImportChild } from './runImportChild.ts';

const LARGEST_FILE_BYTES = 16 * 1024 ** 3;
const DEFAULT_MEGABYTES = 1024;
const DEFAULT_SECONDS = 3600;

/**
 * Reads a file into the record store of a folder, whole or not at all. A record of the same name is replaced, exactly
 * its own rows; a file that has not changed is not read again. A table of counts is only checked: it is read from its
 * file whenever it is needed. What is wrong with the file is a value, never thrown.
 */
export async function importFile(
  folder: string,
  file: string,
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  const name = options.name ?? basename(file);
  const size = measureFile(file);
  if (typeof size !== 'number') return { kind: 'fault', fault: size };
  if (options.format === 'counts') return importCounts(file, name);
  const format = options.format ?? recogniseFormat(file);
  if (format === null || !RECORD_FORMATS.some((one) => one.name === format)) {
    return { kind: 'fault', fault: unknownFormat(file, options.format ?? null) };
  }
  const unchanged = await findUnchanged(storePath(folder), file, name, format);
  if (unchanged) return unchanged;
  return runImportChild(
    {
      store: storePath(folder),
      path: file,
      name,
      format,
      memoryMegabytes: options.memoryMegabytes ?? DEFAULT_MEGABYTES,
      options: { dates: options.dates ?? null, map: options.map ?? null },
    },
    {
      timeLimitSeconds: options.timeLimitSeconds ?? DEFAULT_SECONDS,
      totalBytes: size,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    },
  );
}

/** The number of bytes, or why it cannot be read. */
function measureFile(file: string): number | RecordFault {
  const fault = (message: string, hint: string | null): RecordFault => ({ file, line: null, message, hint });
  try {
    const facts = statSync(file);
    if (!facts.isFile()) return fault('This is not a file.', 'Name the file itself, not its folder.');
    if (facts.size > LARGEST_FILE_BYTES) {
      return fault(`The file is larger than ${LARGEST_FILE_BYTES / 1024 ** 3} GiB.`, 'Split it by year.');
    }
    closeSync(openSync(file, 'r'));
    return facts.size;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return fault('There is no such file.', 'Look at the path; it counts from the current folder.');
    if (code === 'EACCES') return fault('The file may not be read by this user.', null);
    return fault(`The file cannot be read (${code ?? String(error)}).`, null);
  }
}

/** The one format whose header this is. Where none is, the ordinary form explains best what is wrong. */
function recogniseFormat(file: string): string | null {
  const start = Buffer.alloc(64 * 1024);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, start, 0, start.length, 0);
    const text = new TextDecoder().decode(start.subarray(0, length));
    const found = RECORD_FORMATS.filter(({ dialects, recognises }) =>
      dialects.some((dialect) => {
        const tokens = readDelimited(dialect);
        const first = [...tokens.push(text), ...tokens.end()][0];
        return first?.kind === 'row' && recognises(first.fields);
      }),
    );
    if (found.length === 1) return found[0]?.name ?? null;
    return RECORD_FORMATS.length === 1 ? (RECORD_FORMATS[0]?.name ?? null) : null;
  } finally {
    closeSync(handle);
  }
}

function unknownFormat(file: string, asked: string | null): RecordFault {
  const names = [...RECORD_FORMATS.map(({ name }) => name), 'counts'].join(', ');
  return {
    file,
    line: null,
    message:
      asked === null ? 'The header does not tell which format this is.' : `No format is called ${asked}.`,
    hint: `Formats: ${names}; say --format NAME.`,
  };
}

/** The earlier result where the store holds exactly these bytes under this name and format. */
async function findUnchanged(
  store: string,
  file: string,
  name: string,
  format: string,
): Promise<ImportOutcome | null> {
  if (!existsSync(store)) return null;
  const opening = await openDatabase(store, 'read', { memoryMegabytes: 256 });
  if (opening.kind === 'fault') return opening;
  const { connection, close } = opening.database;
  try {
    const fault = await checkSchema(connection, store);
    if (fault) return { kind: 'fault', fault };
    const held = await readImportResult(connection, name);
    if (held?.result.format !== format || held.hash !== (await hashFile(file))) return null;
    return { kind: 'imported', result: { ...held.result, unchanged: true } };
  } finally {
    await close();
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

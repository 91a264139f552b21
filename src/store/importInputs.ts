import { existsSync } from 'node:fs';
import type { RecordFault, ReadingOptions } from '../record/index.ts';
import { checkSchema } from './checkSchema.ts';
import { clearOlderStore } from './clearOlderStore.ts';
import { hashFile } from './hashFile.ts';
import type { ImportJob } from './importJob.ts';
import type {
  ImportAnswers,
  ImportOptions,
  ImportOutcome,
  ImportProgress,
  InputOutcome,
} from './importResult.ts';
import { openDatabase, storePath } from './openDatabase.ts';
import { readImportResult, type HeldRecord } from './readImportResult.ts';
import { recogniseFormat } from './recogniseFormat.ts';
import { DEFAULT_LIMITS, type InputLimits, type RecordInput } from './recordInput.ts';
import { runImportChild } from './runImportChild.ts';

const DEFAULT_MEGABYTES = 1024;
const DEFAULT_SECONDS = 3600;

export interface InputWatch {
  readonly onProgress?: (input: RecordInput, progress: ImportProgress) => void;
  /** Told of every table once, as soon as it is known what became of it. */
  readonly onOutcome?: (input: RecordInput, outcome: InputOutcome) => void;
}

/**
 * Reads tables into the record store of a folder, each whole or not at all, and a fault in one leaves the others be. A
 * record of the same name is replaced, exactly its own rows; a table that has not changed, and of which nothing else was
 * said, is not read again. The outcomes stand in the order of the tables.
 */
export async function importInputs(
  folder: string,
  inputs: readonly RecordInput[],
  options: Omit<ImportOptions, 'name' | 'onProgress'> = {},
  { onProgress, onOutcome }: InputWatch = {},
): Promise<readonly InputOutcome[]> {
  const store = storePath(folder);
  const outcomes = new Map<RecordInput, InputOutcome>();
  const settle = (input: RecordInput, outcome: InputOutcome) => {
    outcomes.set(input, outcome);
    onOutcome?.(input, outcome);
  };
  const limits = limitsOf(options);
  const held = await readHeld(store, inputs, options.mayRead !== false);
  const hashes = new Map<string, Promise<string>>();
  const hashOf = (path: string) => {
    const hash = hashes.get(path) ?? hashFile(path);
    hashes.set(path, hash);
    return hash;
  };
  const jobs = new Map<ImportJob, RecordInput>();
  const twice = findTwice(inputs);
  for (const input of inputs) {
    const known = held.kind === 'records' ? held.records.get(input.name) : undefined;
    if (held.kind === 'fault') settle(input, held);
    else if (twice.has(input.name)) settle(input, { kind: 'fault', fault: calledTwice(input.name) });
    else {
      const before = known?.answers ?? (held.kind === 'records' ? held.answers.get(input.name) : undefined);
      const answers = answersFor(options, before);
      const unchanged =
        known && sameAnswers(known.answers, answers) && known.hash === (await hashOf(input.path))
          ? known
          : null;
      if (unchanged) {
        settle(input, { kind: 'imported', result: { ...unchanged.result, unchanged: true } });
        continue;
      }
      const reading: ReadingOptions = { dates: answers.dates, map: answers.map };
      const choice = await recogniseFormat(input, answers.format, reading, limits);
      if (choice.kind === 'fault') settle(input, skipOrFail(input, choice.fault));
      else if (options.mayRead === false) settle(input, { kind: 'fault', fault: notRead(input.name) });
      else {
        const job: ImportJob = {
          store,
          path: input.path,
          name: input.name,
          format: choice.format.name,
          dialect: choice.dialect,
          memoryMegabytes: options.memoryMegabytes ?? DEFAULT_MEGABYTES,
          options: reading,
          asked: answers.format,
          limits,
          ...(input.member === null ? {} : { member: input.member, archiveHash: await hashOf(input.path) }),
          ...(options.partRows === undefined ? {} : { partRows: options.partRows }),
        };
        jobs.set(job, input);
      }
    }
  }
  await runImportChild([...jobs.keys()], {
    memoryMegabytes: options.memoryMegabytes ?? DEFAULT_MEGABYTES,
    timeLimitSeconds: options.timeLimitSeconds ?? DEFAULT_SECONDS,
    onProgress: (job, rows, bytes) => {
      const input = jobs.get(job);
      if (input) onProgress?.(input, { rows, bytes, totalBytes: input.bytes });
    },
    onOutcome: (job, outcome) => {
      const input = jobs.get(job);
      if (input) settle(input, outcome);
    },
    onProcess: options.onProcess ?? (() => undefined),
    signal: options.signal ?? null,
  });
  return inputs.map((input) => {
    const outcome = outcomes.get(input);
    if (!outcome) throw new Error(`nothing became of ${input.name}`);
    return outcome;
  });
}

function limitsOf({ largestBytes, largestExpansion }: ImportOptions): InputLimits {
  return {
    largestBytes: largestBytes ?? DEFAULT_LIMITS.largestBytes,
    largestExpansion: largestExpansion ?? DEFAULT_LIMITS.largestExpansion,
  };
}

function answersFor(said: ImportOptions, earlier: ImportAnswers | undefined): ImportAnswers {
  const before = said.sameAnswers ? earlier : undefined;
  return {
    format: said.format ?? before?.format ?? null,
    dates: said.dates ?? before?.dates ?? null,
    map: said.map ?? before?.map ?? null,
  };
}

function sameAnswers(one: ImportAnswers, other: ImportAnswers): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A file nobody named itself, lying beside records, may be a codebook or a note: it is told of, and no fault. */
function skipOrFail({ found }: RecordInput, fault: RecordFault): InputOutcome {
  return found ? { kind: 'skipped', file: fault.file, reason: fault.message } : { kind: 'fault', fault };
}

function findTwice(inputs: readonly RecordInput[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    inputs.flatMap(({ name }) => {
      if (seen.has(name)) return [name];
      seen.add(name);
      return [];
    }),
  );
}

function calledTwice(file: string): RecordFault {
  return {
    file,
    line: null,
    message: 'Two of the files would be records of the same name.',
    hint: 'Import them one by one with --name, or rename one.',
  };
}

function notRead(file: string): RecordFault {
  const hint = 'tacit match or tacit examine reads it.';
  return { file, line: null, message: 'This record is not in the store yet.', hint };
}

type Held =
  | {
      readonly kind: 'records';
      readonly records: ReadonlyMap<string, HeldRecord>;
      /** What an older store knew of records that are read anew. */
      readonly answers: ReadonlyMap<string, ImportAnswers>;
    }
  | Extract<ImportOutcome, { kind: 'fault' }>;

/** What the store already holds under the names of the tables. A store of an older form makes room, if nothing is lost. */
async function readHeld(store: string, inputs: readonly RecordInput[], mayClear: boolean): Promise<Held> {
  const records = new Map<string, HeldRecord>();
  if (!existsSync(store)) return { kind: 'records', records, answers: new Map() };
  const opening = await openDatabase(store, 'read', { memoryMegabytes: 256 });
  if (opening.kind === 'fault') return opening;
  const { connection, close } = opening.database;
  let fault: RecordFault | null;
  try {
    fault = await checkSchema(connection, store);
    if (fault === null) {
      for (const { name } of inputs) {
        const held = await readImportResult(connection, name);
        if (held) records.set(name, held);
      }
    }
  } finally {
    await close();
  }
  if (fault === null) return { kind: 'records', records, answers: new Map() };
  const cleared = mayClear
    ? await clearOlderStore(store, new Set(inputs.map(({ name }) => name)))
    : ({ kind: 'kept' } as const);
  if (cleared.kind === 'kept') return { kind: 'fault', fault };
  return cleared.kind === 'fault' ? cleared : { kind: 'records', records, answers: cleared.answers };
}

import type { ImportOptions, ImportResult, InputOutcome, RecordInput } from '../store/index.ts';
import { describeFault } from './describeFault.ts';
import { startProgress, type Progress } from './startProgress.ts';
import type { Shell } from './shell.ts';

/** Whether every table is told of, or only those that were read; faults are then left to whoever asked. */
export type ImportTelling = 'everything' | 'news';

/**
 * Imports tables with progress on standard error; a line for each says how many rows are right and set aside, or why it
 * was not read. An interrupt ends the import cleanly, keeping what can be kept.
 */
export async function importTables(
  folder: string,
  inputs: readonly RecordInput[],
  options: Omit<ImportOptions, 'name' | 'onProgress' | 'signal'>,
  shell: Shell,
  telling: ImportTelling = 'everything',
): Promise<readonly InputOutcome[]> {
  const { importInputs } = await import('../store/index.ts');
  const stop = new AbortController();
  const onInterrupt = () => {
    shell.writeError('\nStopping; what was read is being kept. Interrupt once more to end at once.\n');
    stop.abort();
  };
  process.once('SIGINT', onInterrupt);
  let current: { readonly input: RecordInput; readonly progress: Progress } | null = null;
  let done = 0;
  try {
    const outcomes = await importInputs(
      folder,
      inputs,
      { ...options, signal: stop.signal },
      {
        onProgress: (input, { rows, bytes, totalBytes }) => {
          if (current?.input !== input) {
            const of = inputs.length > 1 ? ` (${done + 1} of ${inputs.length})` : '';
            current = { input, progress: startProgress(`Reading ${input.name}${of}`, shell) };
          }
          current.progress.update({ rows, share: totalBytes > 0 ? Math.min(1, bytes / totalBytes) : null });
        },
        onOutcome: (input, outcome) => {
          done += 1;
          const line = stop.signal.aborted && outcome.kind === 'fault' ? null : describe(outcome, telling);
          if (current?.input === input) {
            current.progress.finish(line);
            current = null;
          } else if (line !== null) shell.writeError(`${line}\n`);
        },
      },
    );
    if (stop.signal.aborted) shell.writeError(`${describeStop(outcomes)}\n`);
    else if (telling === 'news') tellLeftOut(outcomes, shell);
    return outcomes;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}

function describe(outcome: InputOutcome, telling: ImportTelling): string | null {
  if (outcome.kind === 'imported')
    return outcome.result.unchanged && telling === 'news' ? null : describeResult(outcome.result);
  if (telling === 'news') return null;
  return outcome.kind === 'fault'
    ? describeFault(outcome.fault)
    : `${outcome.file}: left out, no event record. ${outcome.reason}`;
}

function describeResult({ file, rows, right, setAsideCount, unchanged, encoding }: ImportResult): string {
  const counts = [
    `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    `${count(right)} right`,
    `${count(setAsideCount)} set aside`,
  ];
  if (encoding !== 'utf-8') counts.push(`read as ${ENCODINGS[encoding] ?? encoding}`);
  return `${file}: ${counts.join(', ')}${unchanged ? ' (unchanged)' : ''}`;
}

/** Files of a folder or an archive that are no event record, in one line. */
function tellLeftOut(outcomes: readonly InputOutcome[], shell: Shell): void {
  const files = outcomes.flatMap((outcome) => (outcome.kind === 'skipped' ? [outcome.file] : []));
  if (files.length === 0) return;
  const shown = files.slice(0, NAMES_SHOWN).join(', ');
  const more = files.length > NAMES_SHOWN ? ` and ${files.length - NAMES_SHOWN} more` : '';
  shell.writeError(`Left out, since they are no event records: ${shown}${more}\n`);
}

const NAMES_SHOWN = 5;

const ENCODINGS: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/** What is kept of an import that was interrupted: whole tables, and the beginning of the one it was at. */
function describeStop(outcomes: readonly InputOutcome[]): string {
  const faults = outcomes.flatMap((outcome) => (outcome.kind === 'fault' ? [outcome.fault] : []));
  const whole = outcomes.length - faults.length;
  const done = `Stopped: ${whole} of ${outcomes.length} ${outcomes.length === 1 ? 'table' : 'tables'} done.`;
  const [first] = faults;
  return first ? `${done}\n${describeFault(first)}` : done;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

import { basename } from 'node:path';
import { importFile, type ImportOptions, type ImportResult } from '../store/index.ts';
import { describeFault } from './describeFault.ts';
import { startProgress } from './progress.ts';
import type { Outcome, Shell } from './shell.ts';

/** Imports one file with progress on standard error; a line at its end says how many rows are right and set aside. */
export async function importRecord(
  folder: string,
  path: string,
  options: Pick<ImportOptions, 'format' | 'name'>,
  shell: Shell,
): Promise<Outcome<ImportResult>> {
  const name = options.name ?? basename(path);
  const progress = startProgress(`Reading ${name}`, shell);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const outcome = await importFile(folder, path, {
      ...options,
      signal: stop.signal,
      onProgress: ({ rows, bytes, totalBytes }) =>
        progress.update({ rows, share: totalBytes > 0 ? bytes / totalBytes : null }),
    });
    if (outcome.kind === 'fault') {
      progress.finish(null);
      return { ok: false, message: describeFault(outcome.fault) };
    }
    progress.finish(describeResult(name, outcome.result));
    return { ok: true, value: outcome.result };
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}

function describeResult(name: string, { rows, right, setAsideCount, unchanged }: ImportResult): string {
  const counts = [`${count(rows)} rows`, `${count(right)} right`, `${count(setAsideCount)} set aside`].join(
    ', ',
  );
  return `${name}: ${counts}${unchanged ? ' (unchanged)' : ''}`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ImportMessage } from './importChild.ts';
import type { ImportOutcome, ImportProgress } from './importResult.ts';
import type { ImportJob } from './writeImport.ts';

export interface ChildLimits {
  readonly timeLimitSeconds: number;
  readonly totalBytes: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/** Runs one import in a process of its own, with limits on memory and time; its end without an answer is a fault. */
export function runImportChild(job: ImportJob, limits: ChildLimits): Promise<ImportOutcome> {
  const { timeLimitSeconds, totalBytes, onProgress, signal } = limits;
  // The sources run as they lie, so the child needs the same loader; named by address, since it may start anywhere.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./importChild.ts', import.meta.url));
  return new Promise((resolve) => {
    const failed = (message: string, hint: string | null): ImportOutcome => ({
      kind: 'fault',
      fault: { file: job.name, line: null, message, hint },
    });
    if (signal?.aborted) return resolve(failed(STOPPED, null));
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${job.memoryMegabytes}`, '--import', loader, script, JSON.stringify(job)],
      { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] } as Parameters<typeof spawn>[2] & object,
    );
    let outcome: ImportOutcome | null = null;
    let ended: string | null = null;
    let complaint = '';
    const stop = (why: string) => {
      ended ??= why;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(
      () => stop(`The import took longer than ${timeLimitSeconds} seconds and was ended.`),
      timeLimitSeconds * 1000,
    );
    const abort = () => stop(STOPPED);
    signal?.addEventListener('abort', abort, { once: true });
    child.stderr?.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-4000);
    });
    child.on('message', (message: ImportMessage) => {
      if (message.kind === 'outcome') outcome = message.outcome;
      else onProgress?.({ rows: message.rows, bytes: message.bytes, totalBytes });
    });
    const finish = (answer: ImportOutcome) => {
      clearTimeout(clock);
      signal?.removeEventListener('abort', abort);
      resolve(answer);
    };
    child.on('error', (error) =>
      finish(failed(`The reading process could not be started (${error.message}).`, null)),
    );
    child.on('close', (code, killedBy) => {
      if (outcome) finish(outcome);
      else if (ended !== null) finish(failed(ended, KEPT));
      else finish(failed(describeEnd(code, killedBy, complaint), KEPT));
    });
  });
}

const STOPPED = 'The import was stopped.';
const KEPT = 'The record is as it was before.';

function describeEnd(code: number | null, killedBy: string | null, complaint: string): string {
  if (/heap out of memory|Out of Memory/i.test(complaint))
    return 'The import needed more memory than it may use and was ended.';
  const last = complaint.split('\n').find((line) => /Error/.test(line)) ?? '';
  const how = killedBy ? `by ${killedBy}` : `with code ${code}`;
  return `The reading process ended ${how} before it was done${last ? ` (${last.trim().slice(0, 200)})` : ''}.`;
}

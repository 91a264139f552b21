import { spawn, type ChildProcess } from 'node:child_process';
import { scriptArguments } from '../process/index.ts';
import type { ImportMessage, ImportOrder } from './importChild.ts';
import type { ImportJob } from './importJob.ts';
import type { ImportOutcome } from './importResult.ts';

/** Rows live shortly: with more room for young objects fewer of them are moved before they are gone. */
const ROOM_FOR_ROWS = ['--max-semi-space-size=32'];

export interface ChildLimits {
  readonly memoryMegabytes: number;
  /** For each job. */
  readonly timeLimitSeconds: number;
  readonly onProgress: (job: ImportJob, rows: number, bytes: number) => void;
  /** Told what became of a job as soon as it is known. */
  readonly onOutcome: (job: ImportJob, outcome: ImportOutcome) => void;
  readonly onProcess: (pid: number) => void;
  readonly signal: AbortSignal | null;
}

/** How long a process that was asked to stop may take to keep what can be kept. */
const STOP_WITHIN_MILLISECONDS = 20_000;

/**
 * Runs imports one after the other in a process of its own, with limits on memory and time. Its end without an answer is
 * a fault of the job it was at; the others are done by the next process.
 */
export async function runImportChild(jobs: readonly ImportJob[], limits: ChildLimits): Promise<void> {
  let rest = jobs;
  while (rest.length > 0) {
    if (limits.signal?.aborted) {
      for (const job of rest) limits.onOutcome(job, failed(job, STOPPED, KEPT));
      return;
    }
    const done = await runOnce(rest, limits);
    rest = rest.slice(done);
  }
}

/** One process; gives the number of jobs it answered for. */
function runOnce(jobs: readonly ImportJob[], limits: ChildLimits): Promise<number> {
  const child = startChild(limits.memoryMegabytes);
  if (child.pid !== undefined) limits.onProcess(child.pid);
  return new Promise((resolve) => {
    let answered = 0;
    let ended: string | null = null;
    let complaint = '';
    let timer: NodeJS.Timeout | undefined;
    const answer = (outcome: ImportOutcome) => {
      const job = jobs[answered];
      answered += 1;
      if (job) limits.onOutcome(job, outcome);
    };
    const end = (why: string) => {
      ended ??= why;
      child.kill('SIGKILL');
    };
    const watchTime = () => {
      clearTimeout(timer);
      const { timeLimitSeconds } = limits;
      timer = setTimeout(
        () => end(`The import took longer than ${timeLimitSeconds} seconds and was ended.`),
        timeLimitSeconds * 1000,
      );
    };
    let stopTimer: NodeJS.Timeout | undefined;
    const abort = () => {
      child.send({ kind: 'stop' } satisfies ImportOrder, () => undefined);
      stopTimer = setTimeout(() => end(STOPPED), STOP_WITHIN_MILLISECONDS);
    };
    limits.signal?.addEventListener('abort', abort, { once: true });
    child.stderr?.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-4000);
    });
    child.on('message', (message: ImportMessage) => {
      const job = jobs[message.index];
      if (message.kind === 'progress') {
        if (job) limits.onProgress(job, message.rows, message.bytes);
        return;
      }
      answer(message.outcome);
      watchTime();
    });
    let finished = false;
    const finish = (why: string | null) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      clearTimeout(stopTimer);
      limits.signal?.removeEventListener('abort', abort);
      const job = jobs[answered];
      if (job && limits.signal?.aborted !== true && (why !== null || answered < jobs.length)) {
        answer(failed(job, why ?? 'The reading process ended before it was done.', KEPT));
      } else if (job && ended !== null) answer(failed(job, ended, KEPT));
      resolve(answered);
    };
    child.on('error', (error) => finish(`The reading process could not be started (${error.message}).`));
    child.on('close', (code, killedBy) => {
      finish(answered === jobs.length ? null : (ended ?? describeEnd(code, killedBy, complaint)));
    });
    watchTime();
    child.send({ kind: 'jobs', jobs } satisfies ImportOrder, () => undefined);
  });
}

function startChild(memoryMegabytes: number): ChildProcess {
  const script = scriptArguments(new URL('./importChild.ts', import.meta.url));
  return spawn(process.execPath, [`--max-old-space-size=${memoryMegabytes}`, ...ROOM_FOR_ROWS, ...script], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  } as Parameters<typeof spawn>[2] & object);
}

const STOPPED = 'The import was stopped.';
const KEPT = 'The record is as it was before.';

function failed({ name }: ImportJob, message: string, hint: string): ImportOutcome {
  return { kind: 'fault', fault: { file: name, line: null, message, hint } };
}

function describeEnd(code: number | null, killedBy: string | null, complaint: string): string {
  if (/heap out of memory|Out of Memory/i.test(complaint))
    return 'The import needed more memory than it may use and was ended.';
  // The lines around the message are the program's own text and the files it lies in.
  const message = /^(?:[A-Z]\w*)?Error(?: \[\w+\])?: (.+)$/m.exec(complaint)?.[1]?.trim().slice(0, 200);
  const how = killedBy ? `by ${killedBy}` : `with code ${code}`;
  return `The reading process ended ${how} before it was done${message ? `: ${message.replace(/\.$/, '')}` : ''}.`;
}

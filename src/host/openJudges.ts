import { Worker } from 'node:worker_threads';
import type { JudgeContext } from '../evidence/index.ts';
import type { NotedVerdict } from './rememberVerdicts.ts';

/** Threads that stay, so that a changed claim meets judges who are awake and practised. */
export interface Judges {
  readonly judge: (context: JudgeContext) => Judging;
  /** Ends all threads at once, also in the middle of a claim; what was asked fails. They start anew when asked again. */
  readonly stop: () => Promise<void>;
}

/** One claim that waits to be judged, or is being judged. */
export interface Judging {
  readonly verdict: Promise<NotedVerdict>;
  readonly isBegun: () => boolean;
  /** Nobody wants it any more: it is not begun, or its thread is ended and another takes its place; `verdict` fails. */
  readonly drop: () => void;
}

/** What a thread is asked and what it answers. */
export interface JudgeQuestion {
  readonly id: number;
  readonly context: JudgeContext;
}
export type JudgeReply =
  | { readonly id: number; readonly verdict: NotedVerdict }
  /** A slip of the program while judging. */
  | { readonly id: number; readonly fault: string };

interface Task {
  readonly question: JudgeQuestion;
  readonly resolve: (verdict: NotedVerdict) => void;
  readonly reject: (error: Error) => void;
}

/** Starts `threads` judging threads; claims wait for the first free one, in the order in which they were asked. */
export function openJudges(threads: number): Judges {
  const waiting: Task[] = [];
  const busy = new Map<Worker, Task | null>();
  let asked = 0;
  let stopping = false;

  const start = () => {
    const worker = new Worker(new URL('../../bin/judgesWorker.js', import.meta.url));
    // Waiting threads keep no program alive.
    worker.unref();
    busy.set(worker, null);
    worker.on('message', (reply: JudgeReply) => {
      const task = busy.get(worker);
      busy.set(worker, null);
      worker.unref();
      if ('verdict' in reply) task?.resolve(reply.verdict);
      else task?.reject(new Error(reply.fault));
      next();
    });
    worker.on('error', (error: Error) => end(worker, error));
    worker.on('exit', () => end(worker, new Error('a judging thread ended')));
  };
  const end = (worker: Worker, error: Error) => {
    const task = busy.get(worker);
    if (!busy.delete(worker)) return;
    task?.reject(error);
    if (!stopping) next();
  };
  const next = () => {
    while (waiting.length > 0) {
      if (busy.size < threads && ![...busy.values()].includes(null)) start();
      const free = [...busy].find(([, task]) => task === null)?.[0];
      const task = free && waiting.shift();
      if (!free || !task) return;
      busy.set(free, task);
      free.ref();
      free.postMessage(task.question);
    }
  };
  for (let thread = 0; thread < threads; thread++) start();

  return {
    judge: (context) => {
      const { promise: verdict, resolve, reject } = withResolvers<NotedVerdict>();
      const task: Task = { question: { id: asked++, context }, resolve, reject };
      // Where nobody waits for a verdict any more, nobody need hear that it failed.
      verdict.catch(() => undefined);
      waiting.push(task);
      next();
      return {
        verdict,
        isBegun: () => !waiting.includes(task),
        drop: () => {
          const at = waiting.indexOf(task);
          if (at >= 0) {
            waiting.splice(at, 1);
            reject(new Error('the claim was dropped'));
            return;
          }
          const thread = [...busy].find(([, own]) => own === task)?.[0];
          if (thread === undefined) return;
          void thread.terminate();
          end(thread, new Error('the claim was dropped'));
          // Awake before it is needed.
          if (!stopping && busy.size < threads) start();
        },
      };
    },
    stop: async () => {
      stopping = true;
      const workers = [...busy.keys()];
      for (const task of waiting.splice(0)) task.reject(new Error('judging was stopped'));
      await Promise.all(workers.map((worker) => worker.terminate()));
      stopping = false;
    },
  };
}

function withResolvers<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

import type { Worker } from 'node:worker_threads';
import type { JudgeContext } from '../evidence/index.ts';
import type { NotedVerdict } from './rememberVerdicts.ts';
import { startThread } from './startThread.ts';

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
  /** Threads that will be there in a moment, and how often all were ended: those of before are not wanted any more. */
  let starting = 0;
  let stops = 0;

  const start = () => {
    starting++;
    const ofStop = stops;
    startThread('judgesWorker', undefined)
      .then((worker) => {
        if (ofStop !== stops) return void worker.terminate();
        starting--;
        welcome(worker);
        next();
      })
      .catch((error: unknown) => {
        if (ofStop !== stops) return;
        starting--;
        for (const task of waiting.splice(0)) task.reject(error as Error);
      });
  };
  const welcome = (worker: Worker) => {
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
    const idle = [...busy.values()].filter((task) => task === null).length;
    const wanted = Math.min(threads - busy.size, waiting.length - idle);
    while (starting < wanted) start();
    while (waiting.length > 0) {
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
          if (!stopping && busy.size + starting < threads) start();
        },
      };
    },
    stop: async () => {
      stopping = true;
      stops++;
      starting = 0;
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

import { Worker } from 'node:worker_threads';
import { judgeClaim, type Judged, type JudgeContext } from '../evidence/index.ts';
import type { JudgeAnswer } from './judgeWorker.ts';

/** Starting a thread costs about as much as judging this many tested claims. */
const CLAIMS_PER_THREAD = 8;

/** Judges all claims on up to `threads` threads; the answers and their order are the same for any number of them. */
export async function judgeInThreads(contexts: readonly JudgeContext[], threads: number): Promise<Judged[]> {
  const tested = contexts.filter(({ claimPlan: { test } }) => TESTED.has(test.kind)).length;
  const workers = Math.min(threads, Math.floor(tested / CLAIMS_PER_THREAD));
  if (workers < 2) return contexts.map(judgeClaim);
  const judged = new Array<Judged>(contexts.length);
  let next = 0;
  const running = Array.from({ length: workers }, () => {
    const worker = startWorker(contexts);
    const ask = () => (next < contexts.length ? worker.postMessage(next++) : void worker.terminate());
    return new Promise<void>((resolve, reject) => {
      worker.on('message', ({ index, judged: one }: JudgeAnswer) => {
        judged[index] = one;
        ask();
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      ask();
    });
  });
  await Promise.all(running);
  return judged;
}

const TESTED: ReadonlySet<string> = new Set(['answer', 'noExtra', 'shift', 'change', 'truce']);

function startWorker(contexts: readonly JudgeContext[]): Worker {
  return new Worker(new URL('../../bin/judgeWorker.js', import.meta.url), { workerData: contexts });
}

import type { Worker } from 'node:worker_threads';
import type { Judged, JudgeContext } from '../evidence/index.ts';
import { costOf } from './costOf.ts';
import { startThread } from './startThread.ts';
import type { JudgeAnswer, JudgeWork } from './takeClaims.ts';

/** Making the threads' program and starting one costs about as much as judging this many tested claims, or so much cost. */
const CLAIMS_PER_THREAD = 8;
const COST_PER_THREAD = 20_000;

/**
 * Judges all claims on up to `threads` threads, this one among them, the costly ones first. The answers and their order
 * are the same for any number of threads.
 */
export async function judgeInThreads(contexts: readonly JudgeContext[], threads: number): Promise<Judged[]> {
  const costs = contexts.map(costOf);
  const others = Math.min(threads, countWorthwhile(costs)) - 1;
  if (others < 1) {
    const { judgeClaim } = await import('../evidence/index.ts');
    return contexts.map(judgeClaim);
  }
  const order = contexts
    .map((_, index) => ({ index, cost: costs[index]! }))
    .sort((a, b) => b.cost - a.cost || a.index - b.index)
    .map(({ index }) => index);
  const work: JudgeWork = { contexts, order, next: new Int32Array(new SharedArrayBuffer(4)) };
  const judged = new Array<Judged>(contexts.length);
  const keep = ({ index, judged: one }: JudgeAnswer) => void (judged[index] = one);
  const workers = await Promise.all(Array.from({ length: others }, () => startThread('judgeWorker', work)));
  const ended = Promise.all(workers.map((worker) => awaitAnswers(worker, keep)));
  const { takeClaims } = await import('./takeClaims.ts');
  takeClaims(work, keep);
  await ended;
  return judged;
}

/** As many threads as get enough to do: many claims, or few on a long record. */
function countWorthwhile(costs: readonly number[]): number {
  const tested = costs.filter((cost) => cost > 0).length;
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  return Math.max(Math.floor(tested / CLAIMS_PER_THREAD), Math.floor(all / COST_PER_THREAD));
}

function awaitAnswers(worker: Worker, keep: (answer: JudgeAnswer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', keep);
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a judging thread ended with ${code}`)),
    );
  });
}

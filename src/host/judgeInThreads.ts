import { Worker } from 'node:worker_threads';
import type { Judged, JudgeContext } from '../evidence/index.ts';
import type { JudgeAnswer, JudgeWork } from './takeClaims.ts';

/** Starting a thread costs about as much as judging this many tested claims. */
const CLAIMS_PER_THREAD = 8;

/**
 * Judges all claims on up to `threads` threads, this one among them, the costly ones first. The answers and their order
 * are the same for any number of threads.
 */
export async function judgeInThreads(contexts: readonly JudgeContext[], threads: number): Promise<Judged[]> {
  const tested = contexts.filter((context) => costOf(context) > 0).length;
  const others = Math.min(threads, Math.floor(tested / CLAIMS_PER_THREAD)) - 1;
  if (others < 1) {
    const { judgeClaim } = await import('../evidence/index.ts');
    return contexts.map(judgeClaim);
  }
  const order = contexts
    .map((context, index) => ({ index, cost: costOf(context) }))
    .sort((a, b) => b.cost - a.cost || a.index - b.index)
    .map(({ index }) => index);
  const work: JudgeWork = { contexts, order, next: new Int32Array(new SharedArrayBuffer(4)) };
  const judged = new Array<Judged>(contexts.length);
  const keep = ({ index, judged: one }: JudgeAnswer) => void (judged[index] = one);
  const workers = Array.from({ length: others }, () => runWorker(work, keep));
  const { takeClaims } = await import('./takeClaims.ts');
  takeClaims(work, keep);
  await Promise.all(workers);
  return judged;
}

/** Rules may reach the wave procedure; changes are a fit or two; the rest is read off. */
function costOf({ claimPlan: { test } }: JudgeContext): number {
  if (test.kind === 'answer' || test.kind === 'noExtra' || test.kind === 'shift') return 2;
  return test.kind === 'change' || test.kind === 'truce' ? 1 : 0;
}

function runWorker(work: JudgeWork, keep: (answer: JudgeAnswer) => void): Promise<void> {
  const worker = new Worker(new URL('../../bin/judgeWorker.js', import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on('message', keep);
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a judging thread ended with ${code}`)),
    );
  });
}

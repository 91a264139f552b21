import { Worker } from 'node:worker_threads';
import { applyDeep, planDeep, type Judgement } from '../evidence/index.ts';
import { startProgress, type Shell } from '../host/index.ts';
import { takeDraws, type DeepAnswer, type DeepWork } from './takeDraws.ts';

/**
 * The bootstraps of a deep check on up to `threads` threads: the same result for any number, since every draw has random
 * numbers of its own and counts only add up.
 */
export async function deepenInThreads(
  judgements: readonly Judgement[],
  {
    draws: asked,
    seed,
    threads,
  }: { readonly draws: number; readonly seed: number; readonly threads: number },
  shell: Shell,
): Promise<Judgement[]> {
  const { waves, draws, pieces } = planDeep(judgements, asked);
  if (waves.length > 0 && draws > asked) {
    shell.writeError(
      `Drawing ${draws} records for each claim, since a file of so many tests needs as many.\n`,
    );
  }
  const asLarge = waves.map(() => 0);
  const work: DeepWork = { waves, pieces, seed, next: new Int32Array(new SharedArrayBuffer(4)) };
  const progress = startProgress('Drawing records from waves', shell);
  let done = 0;
  const keep = ({ piece, count }: DeepAnswer) => {
    const { wave, from, to } = pieces[piece]!;
    asLarge[wave] = asLarge[wave]! + count;
    done += to - from;
    const all = draws * waves.length;
    progress.update({ rows: done, unit: `of ${all.toLocaleString('en')}`, share: done / all });
  };
  const wanted = Math.min(threads, pieces.length);
  const workers = wanted < 2 ? [] : Array.from({ length: wanted }, () => startWorker(work));
  try {
    if (wanted < 2) await takeDraws(work, keep);
    else await Promise.all(workers.map((worker) => follow(worker, keep)));
  } finally {
    // Where one thread failed the others would go on for nothing.
    await Promise.all(workers.map((worker) => worker.terminate()));
    progress.finish(null);
  }
  return applyDeep(judgements, asLarge, draws);
}

function startWorker(work: DeepWork): Worker {
  return new Worker(new URL('../../bin/deepWorker.js', import.meta.url), { workerData: work });
}

function follow(worker: Worker, keep: (answer: DeepAnswer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', keep);
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a drawing thread ended with ${code}`)),
    );
  });
}

import { Worker } from 'node:worker_threads';
import {
  gatherBacktest,
  placeOrigins,
  type BacktestOptions,
  type BacktestResult,
  type OriginScores,
  type TheatreModel,
} from '../forecast/index.ts';
import type { CountPanel } from '../model/index.ts';
import { startProgress, type Shell } from '../host/index.ts';
import { takeOrigins, type BacktestWork } from './takeOrigins.ts';

export interface BacktestRun {
  readonly result: BacktestResult;
  /** Origins that were to be tried; fewer in `result` where the run was interrupted. */
  readonly wanted: number;
}

/**
 * A back-test on up to `threads` threads: the same bytes for any number. Interrupted, it finishes the origins that are
 * under way and keeps what is done.
 */
export async function backtestInThreads(
  model: TheatreModel,
  panel: CountPanel,
  options: BacktestOptions,
  threads: number,
  shell: Shell,
): Promise<BacktestRun> {
  const places = placeOrigins(panel, options);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const work: BacktestWork = { model, panel, options, places, next };
  const progress = startProgress('Forecasting from past days', shell);
  const parts: OriginScores[] = [];
  const keep = (part: OriginScores) => {
    parts.push(part);
    progress.update({ rows: parts.length, unit: `of ${places.length}`, share: parts.length / places.length });
  };
  const onInterrupt = () => {
    shell.writeError('\nStopping; what is done is kept. Interrupt once more to end at once.\n');
    Atomics.store(next, 0, places.length);
  };
  process.once('SIGINT', onInterrupt);
  const wanted = Math.min(threads, places.length);
  const workers = wanted < 2 ? [] : Array.from({ length: wanted }, () => startWorker(work));
  try {
    if (wanted < 2) await takeOrigins(work, keep);
    else await Promise.all(workers.map((worker) => follow(worker, keep)));
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    // Where one thread failed the others would go on for nothing.
    await Promise.all(workers.map((worker) => worker.terminate()));
    progress.finish(null);
  }
  return { result: gatherBacktest(model, panel, options, parts), wanted: places.length };
}

function startWorker(work: BacktestWork): Worker {
  return new Worker(new URL('../../bin/backtestWorker.js', import.meta.url), { workerData: work });
}

function follow(worker: Worker, keep: (part: OriginScores) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', keep);
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a back-testing thread ended with ${code}`)),
    );
  });
}

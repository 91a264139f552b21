import { Worker } from 'node:worker_threads';
import {
  gatherPaths,
  simulatePaths,
  type Ensemble,
  type EnsembleOptions,
  type PathPart,
  type TheatreDraws,
} from '../forecast/index.ts';
import type { CountPanel } from '../model/index.ts';

/** What a simulating thread is given. */
export interface PathWork {
  readonly draws: TheatreDraws;
  readonly panel: CountPanel;
  readonly options: EnsembleOptions;
  readonly first: number;
  readonly end: number;
}

/** Counts to be drawn, below which starting a thread costs more than it saves. */
const CELLS_PER_THREAD = 4_000_000;

/** An ensemble on up to `threads` threads, this one among them: the same bytes for any number of threads. */
export async function simulateInThreads(
  draws: TheatreDraws,
  panel: CountPanel,
  options: EnsembleOptions,
  threads: number,
): Promise<Ensemble> {
  const cells = options.paths * options.steps * draws.streams.length;
  const shares = Math.max(1, Math.min(threads, options.paths, Math.floor(cells / CELLS_PER_THREAD)));
  const ends = Array.from({ length: shares }, (_, share) =>
    Math.round(((share + 1) * options.paths) / shares),
  );
  const work = ends.map((end, share): PathWork => ({
    draws,
    panel,
    options,
    first: ends[share - 1] ?? 0,
    end,
  }));
  const others = work.slice(1).map(simulateElsewhere);
  const own = simulatePaths(draws, panel, options, 0, ends[0]);
  return gatherPaths(draws, panel, options, [own, ...(await Promise.all(others))]);
}

function simulateElsewhere(work: PathWork): Promise<PathPart> {
  const worker = new Worker(new URL('../../bin/forecastWorker.js', import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    let part: PathPart | null = null;
    worker.on('message', (message: PathPart) => (part = message));
    worker.on('error', reject);
    worker.on('exit', (code) =>
      part ? resolve(part) : reject(new Error(`a simulating thread ended with ${code}`)),
    );
  });
}

import { Worker } from 'node:worker_threads';
import type { MadeOutcome } from '../evidence/index.ts';
import type { CalibrationJob } from './planCalibration.ts';
import { takeRecords, type CalibrationAnswer, type CalibrationWork } from './takeRecords.ts';

/**
 * Does all jobs on `threads` threads and hands over what each gave, in the order in which they are done. One thread is
 * this one; with more this one only listens, so that it can tell how far they are.
 */
export async function calibrateInThreads(
  jobs: readonly CalibrationJob[],
  seed: number,
  threads: number,
  onDone: (job: CalibrationJob, outcomes: readonly MadeOutcome[]) => void,
): Promise<void> {
  const work: CalibrationWork = { jobs, seed, next: new Int32Array(new SharedArrayBuffer(4)) };
  const keep = ({ place, outcomes }: CalibrationAnswer) => {
    const job = jobs[place];
    if (!job) throw new Error(`there is no job ${place}`);
    onDone(job, outcomes);
  };
  const wanted = Math.min(threads, jobs.length);
  if (wanted < 2) return takeRecords(work, keep);
  const workers = Array.from({ length: wanted }, () => startWorker(work));
  try {
    await Promise.all(workers.map((worker) => follow(worker, keep)));
  } finally {
    // Where one thread failed the others would go on for nothing.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startWorker(work: CalibrationWork): Worker {
  return new Worker(new URL('../../bin/calibrationWorker.js', import.meta.url), { workerData: work });
}

function follow(worker: Worker, keep: (answer: CalibrationAnswer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: CalibrationAnswer) => {
      try {
        keep(answer);
      } catch (error) {
        reject(error as Error);
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a calibrating thread ended with ${code}`)),
    );
  });
}

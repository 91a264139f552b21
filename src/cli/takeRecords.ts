import { MADE_KINDS, type MadeOutcome } from '../evidence/index.ts';
import { examineMadeRecord } from './examineMadeRecord.ts';
import type { CalibrationJob } from './planCalibration.ts';

/** What every calibrating thread is given: all jobs and the place of the next one. */
export interface CalibrationWork {
  readonly jobs: readonly CalibrationJob[];
  readonly seed: number;
  /** One shared whole number: the next place in `jobs`. */
  readonly next: Int32Array;
}

/** The outcomes of one job, by its place. */
export interface CalibrationAnswer {
  readonly place: number;
  readonly outcomes: readonly MadeOutcome[];
}

/** Takes record after record until none is left; any number of threads may do so at once. */
export async function takeRecords(
  { jobs, seed, next }: CalibrationWork,
  give: (answer: CalibrationAnswer) => void,
): Promise<void> {
  for (;;) {
    const place = Atomics.add(next, 0, 1);
    const job = jobs[place];
    if (!job) return;
    const kind = MADE_KINDS.find(({ name }) => name === job.kind);
    if (!kind) throw new Error(`there is no kind "${job.kind}"`);
    give({ place, outcomes: await examineMadeRecord({ ...kind, claims: job.claims }, job.index, seed) });
  }
}

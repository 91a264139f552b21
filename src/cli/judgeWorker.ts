import { parentPort, workerData } from 'node:worker_threads';
import { judgeClaim, type Judged, type JudgeContext } from '../evidence/index.ts';

/** What a judging thread sends back for each claim it was asked about. */
export interface JudgeAnswer {
  readonly index: number;
  readonly judged: Judged;
}

const contexts = workerData as readonly JudgeContext[];
parentPort?.on('message', (index: number) => {
  const context = contexts[index];
  if (!context) throw new Error(`there is no claim ${index} to judge`);
  parentPort?.postMessage({ index, judged: judgeClaim(context) } satisfies JudgeAnswer);
});

import { availableParallelism } from 'node:os';

/** One thread for each processor, up to four: beyond that starting them costs more than it saves. */
export function defaultThreads(): number {
  return Math.min(4, availableParallelism());
}

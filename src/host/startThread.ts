import { Worker } from 'node:worker_threads';
import { bundleThread } from './bundleThread.ts';

/**
 * Starts a thread with a program of this folder, such as `judgesWorker`: as one script, or where that cannot be made from
 * the source as it lies, by the file of the same name in `bin/`.
 */
export async function startThread(program: string, workerData: unknown): Promise<Worker> {
  const script = await bundleThread(`${program}.ts`);
  // The script needs no loader, so none is handed down from the process.
  return script === null
    ? new Worker(new URL(`../../bin/${program}.js`, import.meta.url), { workerData })
    : new Worker(script, { eval: true, workerData, execArgv: [] });
}

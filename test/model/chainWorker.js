// A thread that runs one chain; it loads TypeScript as the program's own threads do.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { nutsChain } = await import('../../src/model/index.ts');
const { design, options, chain } = workerData;
parentPort?.postMessage(nutsChain(design, options, chain));

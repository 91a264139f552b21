import { parentPort, workerData } from 'node:worker_threads';
import { takeDraws, type DeepWork } from './takeDraws.ts';

// Runs as soon as the thread has loaded it (bin/deepWorker.js).
await takeDraws(workerData as DeepWork, (answer) => parentPort?.postMessage(answer));

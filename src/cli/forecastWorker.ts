import { parentPort, workerData } from 'node:worker_threads';
import { simulatePaths } from '../forecast/index.ts';
import type { PathWork } from './simulateInThreads.ts';

// Runs as soon as the thread has loaded it (bin/forecastWorker.js).
const { draws, panel, options, first, end } = workerData as PathWork;
parentPort?.postMessage(simulatePaths(draws, panel, options, first, end));

import { parentPort, workerData } from 'node:worker_threads';
import { takeOrigins, type BacktestWork } from './takeOrigins.ts';

// Runs as soon as the thread has loaded it (bin/backtestWorker.js). An interrupt is the main thread's to hear.
await takeOrigins(workerData as BacktestWork, (part) => parentPort?.postMessage(part));

import { parentPort, workerData } from 'node:worker_threads';
import { takeRecords, type CalibrationWork } from './takeRecords.ts';

// Runs as soon as the thread has loaded it (bin/calibrationWorker.js).
await takeRecords(workerData as CalibrationWork, (answer) => parentPort?.postMessage(answer));

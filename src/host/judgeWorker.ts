import { parentPort, workerData } from 'node:worker_threads';
import { takeClaims, type JudgeWork } from './takeClaims.ts';

// Runs as soon as the thread has loaded it (bin/judgeWorker.js).
takeClaims(workerData as JudgeWork, (answer) => parentPort?.postMessage(answer));

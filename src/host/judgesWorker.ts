import { parentPort } from 'node:worker_threads';
import { judgeClaim } from '../evidence/index.ts';
import { noteLookUps } from './noteLookUps.ts';
import type { JudgeQuestion, JudgeReply } from './openJudges.ts';

// Runs as soon as the thread has loaded it (bin/judgesWorker.js); judges one claim after the other.
parentPort?.on('message', ({ id, context }: JudgeQuestion) => {
  let reply: JudgeReply;
  try {
    const noted = noteLookUps(context);
    const judged = judgeClaim(noted.context);
    reply = { id, verdict: { judged, lookedUp: [...noted.lookedUp] } };
  } catch (error) {
    reply = { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(reply);
});

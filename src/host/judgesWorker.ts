import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { judgeClaim } from '../evidence/index.ts';
import { noteLookUps } from './noteLookUps.ts';
import { offerPieces } from './offerPieces.ts';
import type { JudgeReply, ThreadTask } from './openJudges.ts';
import type { PieceOffer } from './pieceOffer.ts';
import { practise } from './practise.ts';
import { takePiece } from './takePiece.ts';

const reply = (message: JudgeReply, transfer: readonly MessagePort[] = []) =>
  parentPort?.postMessage(message, transfer);
const post = (offer: PieceOffer, transfer: readonly MessagePort[]) => reply({ offer }, transfer);

// Runs as soon as the thread has loaded it (bin/judgesWorker.js); one claim, or piece of a claim, after the other.
parentPort?.on('message', (task: ThreadTask) => {
  if ('piece' in task) {
    takePiece(task.piece, post);
    return void reply({ free: true });
  }
  const { id, context } = task;
  const noted = noteLookUps(context);
  const pieces = offerPieces(post, context.theatre ?? null, (pair) => noted.lookedUp.add(pair));
  try {
    const judged = judgeClaim({ ...noted.context, ahead: pieces.ahead });
    reply({ id, verdict: { judged, lookedUp: [...noted.lookedUp] } });
  } catch (error) {
    reply({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    pieces.end();
  }
});

/** How many claims were asked of all threads (openJudges); null where this one shall not practise. */
const asked = workerData as Int32Array | null;
if (asked) void practise(() => Atomics.load(asked, 0) > 0);

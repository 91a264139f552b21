import type { Worker } from 'node:worker_threads';
import type { NarrowContext } from './narrowContext.ts';
import { PIECE, type PieceOffer } from './pieceOffer.ts';
import { queuePieces } from './queuePieces.ts';
import type { NotedVerdict } from './rememberVerdicts.ts';
import { startThread } from './startThread.ts';

/** Threads that stay, so that a changed claim meets judges who are awake and practised. */
export interface Judges {
  readonly judge: (context: NarrowContext) => Judging;
  /** Ends all threads at once, also in the middle of a claim; what was asked fails. They start anew when asked again. */
  readonly stop: () => Promise<void>;
}

/** One claim that waits to be judged, or is being judged. */
export interface Judging {
  readonly verdict: Promise<NotedVerdict>;
  readonly isBegun: () => boolean;
  /** Nobody wants it any more: it is not begun, or its thread is ended and another takes its place; `verdict` fails. */
  readonly drop: () => void;
}

/** What a thread is asked to do: a claim, or a piece of a claim that another thread has begun. */
export type ThreadTask = JudgeQuestion | { readonly piece: PieceOffer };
export interface JudgeQuestion {
  readonly id: number;
  readonly context: NarrowContext;
}
export type JudgeReply =
  | { readonly id: number; readonly verdict: NotedVerdict }
  /** A slip of the program while judging. */
  | { readonly id: number; readonly fault: string }
  | { readonly offer: PieceOffer }
  /** The piece is done, or was done already. */
  | { readonly free: true };

interface Claim {
  readonly question: JudgeQuestion;
  readonly resolve: (verdict: NotedVerdict) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread is at: a claim of its own, or a piece of one. */
interface Work {
  readonly claim: Claim;
  readonly piece: PieceOffer | null;
}

/**
 * Starts `threads` judging threads; claims wait for the first free one, in the order in which they were asked. Threads for
 * which no claim waits do pieces of those that others are at.
 */
export function openJudges(threads: number): Judges {
  const waiting: Claim[] = [];
  const busy = new Map<Worker, Work | null>();
  const pieces = queuePieces<Claim>();
  /** How many claims were asked so far, which threads see: they practise only until the first one. */
  const asked = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let stopping = false;
  /** Threads that will be there in a moment, and how often all were ended: those of before are not wanted any more. */
  let starting = 0;
  let stops = 0;
  /** Half of the threads, the first to be given claims; the processors of the others are left to who opens the record. */
  let practising = Math.floor(threads / 2);

  const start = () => {
    starting++;
    const ofStop = stops;
    startThread('judgesWorker', practising-- > 0 ? asked : null)
      .then((worker) => {
        if (ofStop !== stops) return void worker.terminate();
        starting--;
        welcome(worker);
        next();
      })
      .catch((error: unknown) => {
        if (ofStop !== stops) return;
        starting--;
        for (const claim of waiting.splice(0)) claim.reject(error as Error);
      });
  };
  const welcome = (worker: Worker) => {
    // Waiting threads keep no program alive.
    worker.unref();
    busy.set(worker, null);
    worker.on('message', (reply: JudgeReply) => {
      const work = busy.get(worker);
      if ('offer' in reply) {
        // A piece of a claim that stands may still be at work, and offer parts of itself: nobody wants these.
        if (work && isBeingJudged(work.claim)) pieces.add(reply.offer, work.claim);
        else reply.offer.port.close();
        help();
        return;
      }
      busy.set(worker, null);
      worker.unref();
      if (work && !('free' in reply)) {
        pieces.drop(work.claim);
        if ('verdict' in reply) work.claim.resolve(reply.verdict);
        else work.claim.reject(new Error(reply.fault));
      }
      next();
    });
    worker.on('error', (error: Error) => end(worker, error));
    worker.on('exit', () => end(worker, new Error('a judging thread ended')));
  };
  const end = (worker: Worker, error: Error) => {
    const work = busy.get(worker);
    if (!busy.delete(worker)) return;
    if (work?.piece) fail(work.piece);
    else if (work) {
      pieces.drop(work.claim);
      work.claim.reject(error);
    }
    if (!stopping) next();
  };
  const next = () => {
    const idle = [...busy.values()].filter((work) => work === null).length;
    const wanted = Math.min(threads - busy.size, waiting.length - idle);
    while (starting < wanted) start();
    while (waiting.length > 0) {
      const free = findFree();
      const claim = free && waiting.shift();
      if (!free || !claim) {
        // Those at pieces alone would let the program end before the claims that wait for them are judged.
        for (const thread of busy.keys()) thread.ref();
        return;
      }
      busy.set(free, { claim, piece: null });
      free.ref();
      free.postMessage(claim.question);
    }
    // Whoever has just been told of a verdict may ask for another claim at once; that comes before any piece.
    if (findFree()) setImmediate(help);
  };
  const help = () => {
    for (let free = findFree(); free && waiting.length === 0; free = findFree()) {
      const piece = pieces.take();
      if (piece === null) return;
      busy.set(free, { claim: piece.claim, piece: piece.offer });
      free.postMessage({ piece: piece.offer }, [piece.offer.port]);
    }
  };
  const isBeingJudged = (claim: Claim) =>
    [...busy.values()].some((work) => work?.claim === claim && work.piece === null);
  const findFree = () => [...busy].find(([, work]) => work === null)?.[0];
  for (let thread = 0; thread < threads; thread++) start();

  return {
    judge: (context) => {
      const { promise: verdict, resolve, reject } = withResolvers<NotedVerdict>();
      const claim: Claim = { question: { id: Atomics.add(asked, 0, 1), context }, resolve, reject };
      // Where nobody waits for a verdict any more, nobody need hear that it failed.
      verdict.catch(() => undefined);
      waiting.push(claim);
      next();
      return {
        verdict,
        isBegun: () => !waiting.includes(claim),
        drop: () => {
          const at = waiting.indexOf(claim);
          if (at >= 0) {
            waiting.splice(at, 1);
            reject(new Error('the claim was dropped'));
            return;
          }
          // The thread that judges it, and those that do pieces of it.
          const dropped = [...busy].filter(([, work]) => work?.claim === claim);
          for (const [thread] of dropped) {
            void thread.terminate();
            end(thread, new Error('the claim was dropped'));
            // Another is awake before it is needed.
            if (!stopping && busy.size + starting < threads) start();
          }
        },
      };
    },
    stop: async () => {
      stopping = true;
      stops++;
      starting = 0;
      const workers = [...busy.keys()];
      for (const claim of waiting.splice(0)) claim.reject(new Error('judging was stopped'));
      await Promise.all(workers.map((worker) => worker.terminate()));
      stopping = false;
    },
  };
}

/** Whoever wants the piece does it without this thread. */
function fail({ state }: PieceOffer): void {
  Atomics.compareExchange(state, 0, PIECE.open, PIECE.closed);
  Atomics.compareExchange(state, 0, PIECE.begun, PIECE.failed);
  Atomics.notify(state, 0);
}

function withResolvers<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

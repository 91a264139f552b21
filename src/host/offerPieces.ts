import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Ahead, PieceKind } from '../evidence/index.ts';
import type { TheatrePairs } from './narrowContext.ts';
import { PIECE, type PieceAnswer, type PieceGiven, type PieceOffer } from './pieceOffer.ts';

/** How a judging thread lets others do pieces of its claim. */
export interface OfferedPieces {
  readonly ahead: Ahead;
  /** Gives up what nobody wanted. */
  readonly end: () => void;
}

/**
 * Offers pieces through `post`. When a result is wanted: a piece that nobody has begun is done here; for one that is begun
 * this thread waits, and does it itself after all if that thread dies. `theatre` is what there is of the rest of the
 * theatre; `onLookUp` is told of which of it a piece that was wanted looked up.
 */
export function offerPieces(
  post: (offer: PieceOffer, transfer: readonly MessagePort[]) => void,
  theatre: TheatrePairs | null,
  onLookUp: (pair: string) => void,
): OfferedPieces {
  const open = new Map<Int32Array, MessagePort>();
  const ahead: Ahead = <Given extends object, Gives>(kind: string, given: Given) => {
    const { port1: answers, port2: port } = new MessageChannel();
    const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    open.set(state, answers);
    const sent = withoutFunctions(given as PieceGiven);
    post({ kind: kind as PieceKind, given: sent, theatre, state, port }, [port]);
    return (here: () => Gives): Gives => {
      try {
        if (Atomics.compareExchange(state, 0, PIECE.open, PIECE.closed) === PIECE.open) return here();
        Atomics.wait(state, 0, PIECE.begun);
        const received = receiveMessageOnPort(answers)?.message as PieceAnswer | undefined;
        if (Atomics.load(state, 0) !== PIECE.done || received === undefined) return here();
        received.lookedUp.forEach(onLookUp);
        return received.gives as Gives;
      } finally {
        open.delete(state);
        answers.close();
      }
    };
  };
  const end = () => {
    for (const [state, answers] of open) {
      Atomics.compareExchange(state, 0, PIECE.open, PIECE.closed);
      answers.close();
    }
    open.clear();
  };
  return { ahead, end };
}

/** A function cannot be sent; each thread puts its own in their place. */
function withoutFunctions(given: PieceGiven): PieceGiven {
  const context: Record<string, unknown> = { ...given.context };
  delete context['theatre'];
  delete context['ahead'];
  return { ...given, context } as PieceGiven;
}

import type { MessagePort } from 'node:worker_threads';
import type { PieceKind, Pieces } from '../evidence/index.ts';
import type { TheatrePairs } from './narrowContext.ts';

/** Where a piece of judging stands: one whole number that all threads share. Whoever changes it from OPEN has the piece. */
export const PIECE = { open: 0, closed: 1, begun: 2, done: 3, failed: 4 } as const;

/** What a piece needs. */
export type PieceGiven = Pieces[PieceKind]['given'];

/** A piece that a judging thread would let another one do. Any thread may take it; the answer goes to `port`. */
export interface PieceOffer {
  readonly kind: PieceKind;
  /** Without what cannot be sent. */
  readonly given: PieceGiven;
  /** What the piece's context holds of the rest of the theatre. */
  readonly theatre: TheatrePairs | null;
  readonly state: Int32Array;
  readonly port: MessagePort;
}

/** What the thread that did the piece answers, before it sets the state to `done`. */
export interface PieceAnswer {
  readonly gives: unknown;
  readonly lookedUp: readonly string[];
}

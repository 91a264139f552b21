import { PIECE, type PieceOffer } from './pieceOffer.ts';

/** Pieces that judging threads offered and nobody has been given yet, each with the claim it is of. */
export interface PieceQueue<Claim> {
  readonly add: (offer: PieceOffer, claim: Claim) => void;
  /** The one that waits longest, of those that its own thread has not done meanwhile; null where there is none. */
  readonly take: () => QueuedPiece<Claim> | null;
  /** The claim is judged, or nobody wants it any more. */
  readonly drop: (claim: Claim) => void;
}

export interface QueuedPiece<Claim> {
  readonly offer: PieceOffer;
  readonly claim: Claim;
}

export function queuePieces<Claim>(): PieceQueue<Claim> {
  let queue: QueuedPiece<Claim>[] = [];
  return {
    add: (offer, claim) => void queue.push({ offer, claim }),
    take: () => {
      for (;;) {
        const first = queue.shift();
        if (first === undefined) return null;
        if (Atomics.load(first.offer.state, 0) === PIECE.open) return first;
        first.offer.port.close();
      }
    },
    drop: (claim) => {
      for (const one of queue) if (one.claim === claim) one.offer.port.close();
      queue = queue.filter((one) => one.claim !== claim);
    },
  };
}

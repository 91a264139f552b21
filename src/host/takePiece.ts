import { performPiece, type JudgeContext } from '../evidence/index.ts';
import { noteLookUps } from './noteLookUps.ts';
import { offerPieces } from './offerPieces.ts';
import { PIECE, type PieceAnswer, type PieceGiven, type PieceOffer } from './pieceOffer.ts';

/** Does a piece that another thread offered, if nobody has begun it; what it needs in turn it offers through `post`. */
export function takePiece(offer: PieceOffer, post: Parameters<typeof offerPieces>[0]): void {
  const { kind, given, theatre, state, port } = offer;
  if (Atomics.compareExchange(state, 0, PIECE.open, PIECE.begun) !== PIECE.open) return void port.close();
  const { context, lookedUp } = noteLookUps({
    ...given.context,
    ...(theatre && { theatre }),
  } as JudgeContext);
  const pieces = offerPieces(post, theatre, (pair) => lookedUp.add(pair));
  let end: number = PIECE.failed;
  try {
    const own = { ...given, context: { ...context, ahead: pieces.ahead } };
    const gives = performPiece(kind, own as PieceGiven);
    port.postMessage({ gives, lookedUp: [...lookedUp] } satisfies PieceAnswer);
    end = PIECE.done;
  } catch {
    // Whoever offered it does it again and meets the same fault, in the midst of its claim.
  }
  pieces.end();
  Atomics.store(state, 0, end);
  Atomics.notify(state, 0);
  port.close();
}

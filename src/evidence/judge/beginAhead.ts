import type { PieceKind, Pieces } from './pieces.ts';

/**
 * Offers a piece of judging to other threads, where there are any, and returns what gives its result when it is wanted.
 * `here` must give what `performPiece` gives: then it makes no difference who does it.
 */
export function beginAhead<Kind extends PieceKind>(
  kind: Kind,
  given: Pieces[Kind]['given'],
  here: () => Pieces[Kind]['gives'],
): () => Pieces[Kind]['gives'] {
  const take = given.context.ahead?.<Pieces[Kind]['given'], Pieces[Kind]['gives']>(kind, given);
  return take ? () => take(here) : here;
}

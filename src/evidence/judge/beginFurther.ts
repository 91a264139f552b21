import type { BeginFurther } from '../wave/index.ts';
import { beginAhead } from './beginAhead.ts';
import type { PieceContext } from './pieces.ts';

/** Offers the tests of a shared wave that rest on the first alone to other threads. */
export function beginFurther(context: PieceContext): BeginFurther {
  return {
    late: (found, here) => beginAhead('late', { context, found }, here),
    shape: (found, here) => beginAhead('shape', { context, found }, here),
  };
}

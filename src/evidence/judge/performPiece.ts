import { runFurther } from '../wave/index.ts';
import { askReading } from './askReading.ts';
import { askWave } from './askWave.ts';
import { besideTheatre } from './besideTheatre.ts';
import { judge } from './judge.ts';
import { judgeDoers } from './judgeDoers.ts';
import { judgeForm } from './judgeForm.ts';
import type { PieceKind, Pieces } from './pieces.ts';

export type { PieceKind, Pieces };

const PERFORM: { readonly [Kind in PieceKind]: (given: Pieces[Kind]['given']) => Pieces[Kind]['gives'] } = {
  claim: ({ context }) => judge(context),
  form: ({ context }) => judgeForm(context),
  rule: ({ context, test }) => judgeDoers(test, context),
  doers: ({ context, test }) => askReading(test, context),
  wave: askWave,
  theatre: besideTheatre,
  late: ({ found }) => runFurther('late', found),
  shape: ({ found }) => runFurther('shape', found),
};

/** Does a piece of judging that another thread offered (`Ahead`). */
export function performPiece<Kind extends PieceKind>(
  kind: Kind,
  given: Pieces[Kind]['given'],
): Pieces[Kind]['gives'] {
  return PERFORM[kind](given);
}

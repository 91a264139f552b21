import type { MatrixPicture } from '../evidence/index.ts';
import type { FigureTable } from './figureTable.ts';

/** The numbers behind who answers whom, as matrix and as arrows. */
export function matrixTable({ cells, days, fewest }: MatrixPicture): FigureTable {
  const untold = cells.some(({ undirected }) => undirected !== undefined);
  return {
    caption:
      `Mean acts in the ${days} days after and before an act; unknown where fewer than ${fewest} acts` +
      (untold ? ', and where nothing tells who acted' : ''),
    columns: [
      'Acts',
      'Answers',
      'Acts counted',
      'After',
      'Before',
      ...(untold ? ['Not told who acted'] : []),
    ],
    rows: cells.map(({ actor, other, acts, after, before, undirected }) => [
      actor,
      other,
      acts,
      after,
      before,
      ...(untold ? [undirected ?? 0] : []),
    ]),
  };
}

/** The cell with most answers; null where every cell is of few acts. */
export function strongestAnswer({ cells }: MatrixPicture): MatrixPicture['cells'][number] | null {
  return cells.reduce<MatrixPicture['cells'][number] | null>(
    (most, cell) => (cell.after !== null && cell.after > (most?.after ?? -1) ? cell : most),
    null,
  );
}

import type { MatrixPicture } from '../evidence/index.ts';
import type { FigureTable } from './figureTable.ts';

/** The numbers behind who answers whom, as matrix and as arrows. */
export function matrixTable({ cells, days, fewest }: MatrixPicture): FigureTable {
  return {
    caption: `Mean acts in the ${days} days after and before an act; unknown where fewer than ${fewest} acts`,
    columns: ['Acts', 'Answers', 'Acts counted', 'After', 'Before'],
    rows: cells.map(({ actor, other, acts, after, before }) => [actor, other, acts, after, before]),
  };
}

/** The cell with most answers; null where every cell is of few acts. */
export function strongestAnswer({ cells }: MatrixPicture): MatrixPicture['cells'][number] | null {
  return cells.reduce<MatrixPicture['cells'][number] | null>(
    (most, cell) => (cell.after !== null && cell.after > (most?.after ?? -1) ? cell : most),
    null,
  );
}

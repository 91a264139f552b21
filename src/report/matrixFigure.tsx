/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { MatrixPicture } from '../evidence/index.ts';
import { round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { matrixTable, strongestAnswer } from './matrixTable.ts';
import { shorten } from './shorten.ts';

const WIDTH = 1000;
const LEFT = 190;
const TOP = 52;
const ROW = 40;
/** Letters are larger on a phone. */
const LETTER = 8.8;

/** Who answers whom: mean acts of the one side on the other in the days after an act on it. Few acts, no number. */
export function MatrixFigure(props: { readonly matrix: MatrixPicture; readonly source: string }) {
  const { matrix, source } = props;
  const { actors, cells, days, fewest, leftOut } = matrix;
  const width = (WIDTH - LEFT - 6) / actors.length;
  const most = Math.max(1e-9, ...cells.map(({ after }) => after ?? 0));
  const letters = Math.floor((width - 6) / LETTER);
  return (
    <Figure
      title={`Who answers whom, within ${formatCount(days, 'day')}`}
      sentence={describeMatrix(matrix)}
      width={WIDTH}
      height={TOP + actors.length * ROW + 8}
      scrolls
      source={source}
      legend={
        <>
          A row acts, a column answers: mean acts of force by the column on the row in the{' '}
          {formatCount(days, 'day')} after an act of the row on it, and under it the same in the days before.
          Dashed and blank: fewer than {formatCount(fewest, 'act')}; no frame: none. Busy sides have much of
          both, so this tests nothing.
          {cells.some(({ undirected }) => undirected !== undefined)
            ? ` Dashed with “${width > 96 ? 'not told' : '?'}”: of events of this pair nothing tells who acted, so what came first and what answered cannot be told apart.`
            : ''}
          {leftOut === 0 ? '' : ` ${formatCount(leftOut, 'further actor')} with fewer events not shown.`}
        </>
      }
      tables={[matrixTable(matrix)]}
      marks={cells.flatMap((cell) => {
        const [row, column] = [actors.indexOf(cell.actor), actors.indexOf(cell.other)];
        const told = tellCell(cell);
        return row < 0 || column < 0
          ? []
          : [
              {
                x: LEFT + (column + 0.5) * width,
                y: TOP + (row + 0.5) * ROW,
                text: `${cell.actor} acts on ${cell.other} ${formatCount(cell.acts, 'time')}, ${told}`,
              },
            ];
      })}
    >
      <text class="dim" x={LEFT - 12} y={TOP - 32} text-anchor="end">
        acts ↓
      </text>
      <text class="dim" x={LEFT + 4} y={TOP - 32}>
        answers →
      </text>
      {actors.map((actor, index) => (
        <>
          <text x={LEFT - 12} y={TOP + index * ROW + 25} text-anchor="end">
            {shorten(actor, 18)}
          </text>
          <text x={round(LEFT + (index + 0.5) * width)} y={TOP - 10} text-anchor="middle">
            {shorten(actor, letters)}
          </text>
        </>
      ))}
      {cells.map((cell) => {
        const [row, column] = [actors.indexOf(cell.actor), actors.indexOf(cell.other)];
        if (row < 0 || column < 0) return null;
        const [x, y] = [round(LEFT + column * width + 2), TOP + row * ROW + 2];
        const frame = { x, y, width: round(width - 4), height: ROW - 4 };
        if (cell.after === null) {
          return (
            <>
              <rect class="cell few" {...frame} />
              {cell.undirected === undefined ? null : (
                <text class="dim" x={round(x + width / 2 - 2)} y={y + 23} text-anchor="middle">
                  {width > 96 ? 'not told' : '?'}
                </text>
              )}
            </>
          );
        }
        return (
          <>
            <rect
              class="cell"
              {...frame}
              fill-opacity={round(0.5 * Math.sqrt(Math.max(0, cell.after) / most) * 10) / 10}
            />
            <text x={round(x + width / 2 - 2)} y={y + 16} text-anchor="middle">
              {formatNumber(cell.after)}
            </text>
            <text class="dim on-cell" x={round(x + width / 2 - 2)} y={y + 31} text-anchor="middle">
              {width > 96 ? `before ${formatNumber(cell.before)}` : formatNumber(cell.before)}
            </text>
          </>
        );
      })}
    </Figure>
  );
}

function tellCell({ after, undirected }: MatrixPicture['cells'][number]): string {
  if (undirected !== undefined) return `of ${formatNumber(undirected)} the record does not tell who acted`;
  return `answered by ${after === null ? 'too few to tell' : formatNumber(after)}`;
}

function describeMatrix(matrix: MatrixPicture): string {
  const strongest = strongestAnswer(matrix);
  const blank = matrix.cells.filter(({ after }) => after === null);
  const untold = blank.filter(({ undirected }) => undirected !== undefined).length;
  const few = blank.length - untold;
  const rest =
    (few === 0 ? '' : ` In ${formatCount(few, 'pair')} the acts are too few for a number.`) +
    (untold === 0 ? '' : ` In ${formatCount(untold, 'pair')} the record does not tell who acted on whom.`);
  if (strongest === null) {
    return untold > 0 && few === 0
      ? `No pair of actors has a number.${rest}`
      : `No pair of actors has ${matrix.fewest} acts to count from.${rest}`;
  }
  const { actor, other, acts, after, before } = strongest;
  return `Most after ${actor} acts on ${other}: ${formatNumber(after)} acts of ${other} on ${actor} in ${formatCount(matrix.days, 'day')}, as a mean over ${formatCount(acts, 'act')} (${formatNumber(before)} in the days before).${rest}`;
}

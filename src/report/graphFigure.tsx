/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { MatrixPicture } from '../evidence/index.ts';
import { round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { layOnCircle, type CircleSpot } from './layOnCircle.ts';
import { matrixTable, strongestAnswer } from './matrixTable.ts';
import { shorten } from './shorten.ts';

const WIDTH = 460;
const HEIGHT = 380;
const MOST_ACTORS = 12;
const WIDEST = 7;

/** The same answers as arrows from the side that answers to the side that acted; more of them, a thicker arrow. */
export function GraphFigure(props: { readonly matrix: MatrixPicture; readonly source: string }) {
  const { matrix, source } = props;
  const actors = matrix.actors.slice(0, MOST_ACTORS);
  const spots = layOnCircle(actors, WIDTH, HEIGHT);
  const most = Math.max(1e-9, ...matrix.cells.map(({ after }) => after ?? 0));
  const arrows = matrix.cells.flatMap(({ actor, other, after }) => {
    const [from, to] = [spots.get(other), spots.get(actor)];
    if (!from || !to || after === 0) return [];
    return [{ from, to, width: after === null ? 0 : 1 + ((WIDEST - 1) * after) / most, few: after === null }];
  });
  const known = arrows.filter(({ few }) => !few);
  return (
    <Figure
      title={`Answers as arrows, within ${formatCount(matrix.days, 'day')}`}
      sentence={describeArrows(matrix, known.length)}
      width={WIDTH}
      height={HEIGHT}
      source={source}
      legend="From the side that answers to the side that acted; thicker, more answers an act. Thin dashes: too few acts for a number, or the record does not tell who acted. No arrow: none."
      tables={[matrixTable(matrix)]}
    >
      <path
        class="few-arrows"
        d={arrows
          .filter(({ few }) => few)
          .map(({ from, to }) => bend(from, to).line)
          .join('')}
      />
      {known.map(({ from, to, width }) => {
        const { line, head } = bend(from, to, width);
        return (
          <>
            <path class="arrow-line" d={line} stroke-width={round(width)} />
            <path class="arrow-head" d={head} />
          </>
        );
      })}
      <path
        class="first dots"
        stroke-width="12"
        d={[...spots.values()].map(({ x, y }) => `M${x} ${y}h0`).join('')}
      />
      {[...spots].map(([actor, { labelX, labelY, anchor }]) => (
        <text class="halo-paper" x={labelX} y={labelY} text-anchor={anchor}>
          {shorten(actor, 12)}
        </text>
      ))}
    </Figure>
  );
}

/** A line bent to its right, so that both directions of a pair can be seen, ending before the dot. */
function bend(from: CircleSpot, to: CircleSpot, width = 1): { line: string; head: string } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bow = 0.12 * length;
  const [cx, cy] = [(from.x + to.x) / 2 - uy * bow, (from.y + to.y) / 2 + ux * bow];
  const size = 6 + width;
  const [ex, ey] = [to.x - cx, to.y - cy];
  const end = Math.hypot(ex, ey) || 1;
  const [vx, vy] = [ex / end, ey / end];
  const [tipX, tipY] = [to.x - 9 * vx, to.y - 9 * vy];
  const [baseX, baseY] = [tipX - size * vx, tipY - size * vy];
  const half = size * 0.55;
  return {
    line: `M${round(from.x)} ${round(from.y)}Q${round(cx)} ${round(cy)} ${round(baseX)} ${round(baseY)}`,
    head: `M${round(tipX)} ${round(tipY)}L${round(baseX - vy * half)} ${round(baseY + vx * half)}L${round(baseX + vy * half)} ${round(baseY - vx * half)}z`,
  };
}

function describeArrows(matrix: MatrixPicture, arrows: number): string {
  const strongest = strongestAnswer(matrix);
  const all = `${formatCount(matrix.actors.length, 'actor')}, ${formatCount(arrows, 'arrow')} with a number`;
  return strongest === null
    ? `${all}.`
    : `${all}; the thickest leads from ${strongest.other} to ${strongest.actor}: ${formatNumber(strongest.after)} an act.`;
}

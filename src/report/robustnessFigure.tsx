/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { TriedOtherwise, Verdict } from '../evidence/index.ts';
import { arrangeTried, type TriedRow } from './arrangeTried.ts';
import { dotsPath, round, trianglesPath, type Spot } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { FootAxis } from './plotFrame.tsx';
import { scaleTried } from './scaleTried.ts';
import { shorten } from './shorten.ts';
import { tabulateTried } from './tabulateTried.ts';

const WIDTH = 460;
const LEFT = 18;
const RIGHT = 440;
const TOP = 4;
/** A row is its words and, under them, its strip: so it fits a phone. */
const ROW = 36;
/** Letters of label and result together. */
const LETTERS = 46;

interface RobustnessProps {
  readonly name: string;
  readonly verdict: Verdict;
  readonly tried: readonly TriedOtherwise[];
  readonly source: string;
}

/** What would change the verdict: the effect under every other defensible reading, and with parts of the record left out. */
export function RobustnessFigure({ name, verdict, tried, source }: RobustnessProps) {
  const { effect } = verdict;
  const rows = arrangeTried(tried);
  if (rows.length === 0) return null;
  const axis = scaleTried(effect, tried, LEFT, RIGHT);
  const bottom = TOP + rows.length * ROW + 4;
  const yOf = (index: number) => TOP + index * ROW + 26;
  const spots = rows.flatMap((row, index) =>
    row.tries.map(({ estimate, turned }) => ({
      x: axis === null || estimate === null ? LEFT + 6 : axis.at(estimate),
      y: yOf(index),
      turned,
      known: axis === null || estimate !== null,
    })),
  );
  return (
    <Figure
      title={`${name}: what would change this verdict`}
      sentence={describeTried(verdict, tried, rows)}
      width={WIDTH}
      height={bottom + (axis === null ? 8 : 44)}
      source={source}
      legend={`Each row is one choice made otherwise, the rest as it was. ● it stands. △ it turns${axis === null ? '.' : ': under half of the effect is left, or it changes its sign. Short line and blue ground: as examined, with interval.'}`}
      tables={[tabulateTried(tried, effect?.unit || 'Effect')]}
      marks={rows.map((row, index) => ({
        x: spots.find(({ y }) => y === yOf(index))?.x ?? LEFT,
        y: yOf(index),
        text: `${row.label}: ${row.told}${row.turns.length === 0 ? '' : ', turns'}`,
      }))}
    >
      {axis?.interval ? (
        <path class="band" d={rows.map((_, index) => acrossOf(axis.interval, yOf(index))).join('')} />
      ) : null}
      {axis === null ? null : (
        <path class="hair" d={rows.map((_, index) => `M${LEFT} ${yOf(index)}H${RIGHT}`).join('')} />
      )}
      {axis === null || axis.own === null ? null : (
        <path
          class="tick"
          d={rows.map((_, index) => `M${round(axis.own ?? 0)} ${yOf(index) - 7}v14`).join('')}
        />
      )}
      {rows.map((row, index) => (
        <text x={axis === null ? LEFT + 20 : LEFT} y={yOf(index) + (axis === null ? -4 : -11)}>
          {shorten(row.label, axis === null ? LETTERS : LETTERS - row.told.length)}
        </text>
      ))}
      <g class="dim" text-anchor="end">
        {rows.map((row, index) => (
          <text x={RIGHT} y={yOf(index) + (axis === null ? 12 : -11)}>
            {row.told}
          </text>
        ))}
      </g>
      <path
        class="first dots"
        stroke-width="9"
        d={dotsPath(distinctSpots(spots.filter(({ turned, known }) => known && !turned)))}
      />
      <path
        class="open"
        d={trianglesPath(distinctSpots(spots.filter(({ turned, known }) => known && turned)), 11)}
      />
      {axis === null ? null : (
        <FootAxis
          scale={axis.scale}
          box={{ left: LEFT, right: RIGHT, top: TOP, bottom }}
          ticks={5}
          label={effect === null ? 'effect' : `${effect.name} (${effect.unit || 'ratio'})`}
          {...(axis.ticks === null ? {} : { at: axis.ticks })}
        />
      )}
    </Figure>
  );
}

/** Of many months most lie where another does already. */
function distinctSpots(spots: readonly Spot[]): readonly Spot[] {
  const whole = spots.map(({ x, y }) => ({ x: Math.round(x), y }));
  return whole.filter(
    ({ x, y }, index) => whole.findIndex((other) => other.x === x && other.y === y) === index,
  );
}

function acrossOf(interval: readonly [number, number] | null, y: number): string {
  return interval === null ? '' : `M${round(interval[0])} ${y}H${round(interval[1])}`;
}

function describeTried(
  { finding }: Verdict,
  tried: readonly TriedOtherwise[],
  rows: readonly TriedRow[],
): string {
  const ways = `Tried in ${formatCount(tried.length, 'other way')}`;
  const turning = tried.filter(({ turned }) => turned);
  if (turning.length === 0) return `${ways}: none of them turns what was found.`;
  const names = rows.flatMap(({ turns }) => turns);
  const shown = names.slice(0, 3).join('; ');
  const more = names.length > 3 ? ` and ${formatNumber(names.length - 3)} more` : '';
  const what =
    finding === 'too few events' || finding === 'not testable'
      ? 'the number, but with so little to go by the finding is not built on it'
      : 'what was found';
  return `${ways}: ${formatNumber(turning.length)} of them ${turning.length === 1 ? 'turns' : 'turn'} ${what} (${shown}${more}).`;
}

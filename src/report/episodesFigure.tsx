/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import type { EpisodesPicture } from '../evidence/index.ts';
import { barsPath, dotsPath, round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { FootAxis } from './plotFrame.tsx';

const LEFT = 12;
const RIGHT = 448;
const BAR = 20;
const STEP = 50;
const TOP = 22;
const SMALLEST_DOT = 3.5;

interface Piece {
  readonly kind: 'first' | 'second' | 'both' | 'unknown';
  readonly count: number;
}

/** Who starts exchanges, who has the last act, and how many rounds they go. */
export function EpisodesFigure(props: {
  readonly name: string;
  readonly picture: EpisodesPicture;
  readonly source: string;
}) {
  const { name, picture, source } = props;
  const { startedBy, endedBy, oneSided, exchanges, rounds } = picture;
  const bars: readonly { label: string; pieces: readonly Piece[] }[] = [
    { label: 'episodes: who acted first', pieces: piecesOf(startedBy, startedBy.unknown) },
    {
      label: 'episodes: who acted at all',
      pieces: [
        { kind: 'first', count: oneSided.first },
        { kind: 'second', count: oneSided.second },
        { kind: 'both', count: exchanges },
      ],
    },
    { label: 'exchanges: who had the last act', pieces: piecesOf(endedBy, 0) },
  ];
  const most = Math.max(1, ...bars.map(({ pieces }) => pieces.reduce((sum, { count }) => sum + count, 0)));
  const x = scaleLinear([0, most], [LEFT, RIGHT]);
  const foot = TOP + bars.length * STEP;
  const tallest = Math.max(1, ...rounds.map((one) => one.exchanges));
  const longest = Math.max(4, ...rounds.map((one) => one.rounds));
  const across = scaleLinear([-0.5, longest + 0.5], [LEFT, RIGHT]);
  const dot = Math.min(9, 90 / tallest);
  const bottom = foot + 30 + tallest * dot;
  return (
    <Figure
      title={`${name}: exchanges, split by ${formatCount(picture.calmDays, 'day')} of calm`}
      sentence={describeEpisodes(picture)}
      width={460}
      height={rounds.length === 0 ? foot : bottom + 44}
      source={source}
      legend={`Blue: ${picture.first}. White with vermilion edge: ${picture.second}. Hatched: both. Grey: not known, unrecorded days lie just before. Dots: exchanges by rounds, that is changes of the acting side.`}
      tables={[
        {
          caption: 'Episodes and exchanges',
          columns: ['What', picture.first, picture.second, 'Both', 'Not known'],
          rows: [
            ['acted first', startedBy.first, startedBy.second, startedBy.both, startedBy.unknown],
            ['acted at all, alone or both', oneSided.first, oneSided.second, exchanges, 0],
            ['had the last act of an exchange', endedBy.first, endedBy.second, endedBy.both, 0],
          ],
        },
        {
          caption: 'Exchanges by rounds',
          columns: ['Rounds', 'Exchanges'],
          rows: rounds.map((one) => [one.rounds, one.exchanges]),
        },
      ]}
    >
      {bars.map(({ label, pieces }, index) => (
        <>
          <text x={LEFT} y={TOP + index * STEP - 6}>
            {label}
          </text>
          <Bar pieces={pieces} x={x} y={TOP + index * STEP} />
        </>
      ))}
      {rounds.length === 0 ? null : (
        <>
          <Rounds rounds={rounds} across={across} bottom={bottom} size={dot} />
          <FootAxis
            scale={across}
            box={{ left: LEFT, right: RIGHT, top: foot, bottom }}
            ticks={Math.min(8, longest)}
            label="rounds of an exchange"
          />
        </>
      )}
    </Figure>
  );
}

/** A dot an exchange; bars where single dots would be too small to see. */
function Rounds(props: {
  readonly rounds: EpisodesPicture['rounds'];
  readonly across: (rounds: number) => number;
  readonly bottom: number;
  readonly size: number;
}) {
  const { rounds, across, bottom, size } = props;
  if (size < SMALLEST_DOT) {
    const tops = rounds.map((one) => ({ x: across(one.rounds) - 5, y: bottom - one.exchanges * size }));
    return <path class="first solid" d={barsPath(tops, bottom, 10)} />;
  }
  const spots = rounds.flatMap((one) =>
    Array.from({ length: one.exchanges }, (_, nth) => ({
      x: across(one.rounds),
      y: bottom - (nth + 0.6) * size,
    })),
  );
  return <path class="first dots" stroke-width={round(size - 1.5)} d={dotsPath(spots)} />;
}

function Bar(props: {
  readonly pieces: readonly Piece[];
  readonly x: (count: number) => number;
  readonly y: number;
}) {
  const { pieces, x, y } = props;
  return (
    <>
      {pieces.map(({ kind, count }, index) => {
        if (count === 0) return null;
        const before = pieces.slice(0, index).reduce((sum, piece) => sum + piece.count, 0);
        const [from, to] = [x(before), x(before + count)];
        return (
          <>
            <rect
              class={`piece ${kind}`}
              fill={kind === 'both' ? 'url(#hatch)' : undefined}
              x={round(from)}
              y={y}
              width={round(Math.max(1, to - from - 1.5))}
              height={BAR}
            />
            {to - from < 22 ? null : (
              <text x={round((from + to) / 2)} y={y + BAR - 5} text-anchor="middle" class={`on-${kind}`}>
                {formatNumber(count)}
              </text>
            )}
          </>
        );
      })}
    </>
  );
}

function piecesOf(counts: { first: number; second: number; both: number }, unknown: number): Piece[] {
  return [
    { kind: 'first', count: counts.first },
    { kind: 'second', count: counts.second },
    { kind: 'both', count: counts.both },
    { kind: 'unknown', count: unknown },
  ];
}

function describeEpisodes({
  first,
  second,
  episodes,
  exchanges,
  startedBy,
  endedBy,
}: EpisodesPicture): string {
  return (
    `${formatCount(episodes, 'episode')}, ${formatCount(exchanges, 'exchange')} among them. “${first}” came first in ${formatNumber(startedBy.first)}, ` +
    `“${second}” in ${formatNumber(startedBy.second)}; of exchanges “${first}” had the last act in ${formatNumber(endedBy.first)}, “${second}” in ${formatNumber(endedBy.second)}.`
  );
}

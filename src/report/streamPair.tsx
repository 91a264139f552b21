/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { TimelineStream } from '../evidence/index.ts';
import { dotsPath, round, skylinePath, trianglesPath } from './drawMarks.ts';
import type { Spot } from './drawMarks.ts';
import { formatNumber } from './formatNumber.ts';
import { stackColumns } from './layoutTimeline.ts';
import type { Column, TimeScale } from './layoutTimeline.ts';
import { shorten } from './shorten.ts';

/** Marks smaller than this cannot be told apart: bars take their place. */
const SMALLEST_MARK = 4.2;
const LARGEST_MARK = 10;
/** More single marks than this nobody counts, and twenty such pictures would fill a report. */
const MOST_MARKS = 300;
const LABEL_SPACE = 22;
const LABEL_LETTERS = 88;

interface StreamPairProps {
  readonly streams: readonly TimelineStream[];
  readonly scale: TimeScale;
  readonly days: number;
  readonly top: number;
  readonly height: number;
}

/**
 * Two streams stacked away from one line, the first upwards, the second downwards, on the same scale.
 * The line lies where both tallest stacks fit, so that a busy stream does not shrink a quiet one.
 */
export function StreamPair({ streams, scale, days, top, height }: StreamPairProps) {
  const columns = streams.map((stream) => stackColumns(stream, scale, days));
  const [up = 0, down = 0] = columns.map((stacks) => Math.max(3, ...stacks.map((column) => column.count)));
  const space = height - 2 * LABEL_SPACE - 8;
  const step = Math.min(LARGEST_MARK, space / (up + down));
  const asBars = step < SMALLEST_MARK || streams.reduce((sum, stream) => sum + total(stream), 0) > MOST_MARKS;
  const middle = top + LABEL_SPACE + 4 + (up / (up + down)) * space;
  return (
    <>
      <path class="axis" d={`M${scale.left} ${round(middle)}H${scale.right}`} />
      {streams.map((stream, index) => {
        const direction = index === 0 ? -1 : 1;
        return (
          <>
            {asBars ? (
              <Bars {...{ columns: columns[index] ?? [], middle, step, direction, scale, days }} />
            ) : (
              <Stacks {...{ columns: columns[index] ?? [], middle, step, direction }} />
            )}
            <text class="halo" x={scale.left + 6} y={index === 0 ? top + 15 : top + height - 7}>
              {`${index === 0 ? '●' : '△'} ${shorten(stream.label, LABEL_LETTERS)} (${formatNumber(total(stream))})`}
            </text>
          </>
        );
      })}
      {asBars ? (
        <text class="dim halo" x={scale.right - 6} y={top + 15} text-anchor="end">
          {`tallest column: ${formatNumber(Math.max(...columns.flat().map((column) => column.count)))}`}
        </text>
      ) : null}
    </>
  );
}

interface StacksProps {
  readonly columns: readonly Column[];
  readonly middle: number;
  readonly step: number;
  readonly direction: number;
}

function Stacks({ columns, middle, step, direction }: StacksProps) {
  const spots: Spot[] = columns.flatMap(({ x, count }) =>
    Array.from({ length: Math.ceil(count) }, (_, index) => ({
      x,
      y: middle + direction * (index + 0.75) * step,
    })),
  );
  if (spots.length === 0) return null;
  return direction < 0 ? (
    <path class="first dots" d={dotsPath(spots)} stroke-width={Math.max(3, step - 1.4)} />
  ) : (
    <path class="second open" d={trianglesPath(spots, 2 * Math.max(2, Math.floor((step - 1.6) / 2)))} />
  );
}

function Bars(props: StacksProps & { readonly scale: TimeScale; readonly days: number }) {
  const { columns, middle, step, direction, scale, days } = props;
  const width = scale.at(scale.first + days) - scale.left;
  const tops = columns.map(({ first, count }) => ({
    x: scale.at(first),
    y: middle + direction * count * step,
  }));
  return (
    <path
      class={direction < 0 ? 'first solid' : 'second open'}
      d={skylinePath(tops, middle + direction, width, scale.right)}
    />
  );
}

function total(stream: TimelineStream): number {
  return stream.days.reduce((sum, { count }) => sum + count, 0);
}

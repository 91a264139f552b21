/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { TimelineStream } from '../evidence/index.ts';
import { barsPath, dotsPath, trianglesPath } from './drawMarks.ts';
import type { Spot } from './drawMarks.ts';
import { formatNumber } from './formatNumber.ts';
import { stackColumns } from './layoutTimeline.ts';
import type { Column, TimeScale } from './layoutTimeline.ts';

/** Marks smaller than this cannot be told apart: bars take their place. */
const SMALLEST_MARK = 4.2;
const LARGEST_MARK = 8;
const LABEL_SPACE = 20;

interface StreamPairProps {
  readonly streams: readonly TimelineStream[];
  readonly scale: TimeScale;
  readonly days: number;
  readonly top: number;
  readonly height: number;
  /** Place of the first stream in the claim: even ones are filled blue circles, odd ones open vermilion triangles. */
  readonly order: number;
}

/** Two streams stacked away from one line: the first upwards, the second downwards, on the same scale. */
export function StreamPair({ streams, scale, days, top, height }: StreamPairProps) {
  const middle = top + height / 2;
  const columns = streams.map((stream) => stackColumns(stream, scale, days));
  const tallest = Math.max(1, ...columns.flat().map((column) => column.count));
  const space = height / 2 - LABEL_SPACE - 4;
  const step = Math.min(LARGEST_MARK, space / tallest);
  return (
    <>
      <path class="axis" d={`M${scale.left} ${middle}H${scale.right}`} />
      {streams.map((stream, index) => {
        const direction = index === 0 ? -1 : 1;
        return (
          <>
            <text x={scale.left + 6} y={index === 0 ? top + 14 : top + height - 7}>
              {`${index === 0 ? '●' : '△'} ${shorten(stream.label)} (${formatNumber(total(stream))})`}
            </text>
            {step < SMALLEST_MARK ? (
              <Bars {...{ columns: columns[index] ?? [], middle, step, direction, scale, days }} />
            ) : (
              <Stacks {...{ columns: columns[index] ?? [], middle, step, direction }} />
            )}
          </>
        );
      })}
      {step < SMALLEST_MARK ? (
        <text class="dim" x={scale.right - 6} y={top + 14} text-anchor="end">
          {`tallest column: ${formatNumber(tallest)}`}
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
    <path class="first dots" d={dotsPath(spots)} stroke-width={Math.max(3, step - 1)} />
  ) : (
    <path class="second open" d={trianglesPath(spots, Math.max(3, step - 1.5))} />
  );
}

function Bars(props: StacksProps & { readonly scale: TimeScale; readonly days: number }) {
  const { columns, middle, step, direction, scale, days } = props;
  const width = Math.max(2, scale.at(scale.first + days) - scale.left - 1.5);
  const tops = columns.map(({ x, count }) => ({ x: x - width / 2, y: middle + direction * count * step }));
  return (
    <path
      class={direction < 0 ? 'first solid' : 'second open'}
      d={barsPath(tops, middle + direction, width)}
    />
  );
}

function total(stream: TimelineStream): number {
  return stream.days.reduce((sum, { count }) => sum + count, 0);
}

/** The whole label stands in the table behind the picture. */
function shorten(label: string): string {
  return label.length <= 100 ? label : `${label.slice(0, 99)}…`;
}

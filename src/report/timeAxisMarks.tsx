/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { round } from './drawMarks.ts';
import type { TimeScale } from './layoutTimeline.ts';
import { timeTicks } from './timeAxis.ts';

/** Dates along the foot of a picture. */
export function TimeAxis(props: { readonly scale: TimeScale; readonly at: number; readonly most: number }) {
  const { scale, at, most } = props;
  const ticks = timeTicks(scale.first, scale.last, most);
  return (
    <>
      <path
        class="axis"
        d={`M${scale.left} ${at}H${scale.right}${ticks.map((tick) => `M${round(scale.at(tick.day))} ${at}v5`).join('')}`}
      />
      <g class="dim" text-anchor="middle">
        {ticks.map((tick) => (
          <text {...place(round(scale.at(tick.day)), scale)} y={at + 20}>
            {tick.label}
          </text>
        ))}
      </g>
    </>
  );
}

/** Labels near an edge are turned inwards, so that none is cut off. */
function place(x: number, scale: TimeScale): { x: number; 'text-anchor'?: 'start' | 'end' } {
  if (x < scale.left + 30) return { x: Math.max(scale.left, x - 3), 'text-anchor': 'start' };
  if (x > scale.right - 30) return { x: scale.right, 'text-anchor': 'end' };
  return { x };
}

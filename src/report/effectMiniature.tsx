/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Effect } from '../evidence/index.ts';
import { describeEffect } from './describeEffect.ts';
import { dotsPath, round } from './drawMarks.ts';
import type { EffectAxis } from './effectAxis.ts';
import { formatTick } from './plotFrame.tsx';

export const EFFECT_WIDTH = 170;

/**
 * An effect with its interval on the axis of its kind; an arrow where the interval or the
 * estimate itself lies beyond the axis.
 */
export function EffectMiniature({ effect, axis }: { readonly effect: Effect; readonly axis: EffectAxis }) {
  const { estimate, lower, upper } = effect;
  const within = (value: number) => Math.min(axis.highest, Math.max(axis.lowest, value));
  const x = (value: number) => round(axis.at(within(value)));
  const foot = 22;
  return (
    <svg
      class="miniature"
      viewBox={`0 0 ${EFFECT_WIDTH} 40`}
      role="img"
      aria-label={`${effect.name}: ${describeEffect(effect)}`}
    >
      <path class="rule" d={`M${x(axis.neutral)} 2V${foot}`} />
      <path
        class="axis"
        d={`M4 ${foot}H${EFFECT_WIDTH - 4}${axis.ticks.map((tick) => `M${x(tick)} ${foot}v3`).join('')}`}
      />
      <g class="dim" text-anchor="middle">
        {axis.ticks.map((tick) => (
          <text x={x(tick)} y={foot + 14}>
            {formatTick(Number(tick.toPrecision(2)))}
          </text>
        ))}
      </g>
      {lower === null || upper === null ? null : <path class="whisker" d={`M${x(lower)} 11H${x(upper)}`} />}
      {[lower, estimate].some((value) => value !== null && value < axis.lowest) ? (
        <path class="arrow" d={`M${x(axis.lowest) - 7} 11l8-4.5v9z`} />
      ) : null}
      {[upper, estimate].some((value) => value !== null && value > axis.highest) ? (
        <path class="arrow" d={`M${x(axis.highest) + 7} 11l-8-4.5v9z`} />
      ) : null}
      {estimate === null || estimate !== within(estimate) ? null : (
        <path class="estimate" stroke-width="8" d={dotsPath([{ x: x(estimate), y: 11 }])} />
      )}
    </svg>
  );
}

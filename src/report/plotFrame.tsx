/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { round } from './drawMarks.ts';
import { formatNumber, formatPercent } from './formatNumber.ts';

export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A scale with ticks: linear or logarithmic. */
export interface AxisScale {
  (value: number): number;
  ticks(count: number): number[];
}

interface AxisProps {
  readonly scale: AxisScale;
  readonly box: PlotBox;
  readonly ticks: number;
  readonly label: string;
  readonly asPercent?: boolean;
  /** Numbers stand inside the frame, where its left edge must lie under that of another picture. */
  readonly inside?: boolean;
  /** Ticks where the scale's own would crowd. */
  readonly at?: readonly number[];
}

/** Numbers up the left side, with hair lines across and the unit above. */
export function LeftAxis({ scale, box, ticks, label, asPercent = false, inside = false }: AxisProps) {
  const values = scale.ticks(ticks);
  return (
    <>
      <path
        class="hair"
        d={values.map((value) => `M${box.left} ${round(scale(value))}H${box.right}`).join('')}
      />
      <g class={inside ? 'dim halo' : 'dim'} text-anchor={inside ? 'start' : 'end'}>
        {values.map((value) => (
          <text x={inside ? box.left + 6 : box.left - 6} y={round(scale(value)) + (inside ? -3 : 4)}>
            {asPercent ? formatPercent(value) : formatTick(value)}
          </text>
        ))}
      </g>
      <text class="dim" x={inside ? box.left : 2} y={box.top - 10}>
        {label}
      </text>
    </>
  );
}

/** Numbers along the foot, with what they count underneath. */
export function FootAxis({ scale, box, ticks, label, at }: AxisProps) {
  const values = at ?? scale.ticks(ticks);
  return (
    <>
      <path
        class="axis"
        d={`M${box.left} ${box.bottom}H${box.right}${values.map((value) => `M${round(scale(value))} ${box.bottom}v5`).join('')}`}
      />
      <g class="dim" text-anchor="middle">
        {values.map((value) => (
          <text x={round(scale(value))} y={box.bottom + 19}>
            {formatTick(value)}
          </text>
        ))}
      </g>
      <text class="dim" x={box.right} y={box.bottom + 37} text-anchor="end">
        {label}
      </text>
    </>
  );
}

/** Ticks are round numbers: digits that only say "exactly" are left out. */
export function formatTick(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) < 1e-12) return formatNumber(Math.round(value));
  return String(Number(value.toPrecision(6))).replace('-', '\u2212');
}

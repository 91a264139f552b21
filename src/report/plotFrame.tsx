/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ScaleLinear } from 'd3-scale';
import { round } from './drawMarks.ts';
import { formatNumber, formatPercent } from './formatNumber.ts';

export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface AxisProps {
  readonly scale: ScaleLinear<number, number>;
  readonly box: PlotBox;
  readonly ticks: number;
  readonly label: string;
  readonly asPercent?: boolean;
}

/** Numbers up the left side, with hair lines across and the unit above. */
export function LeftAxis({ scale, box, ticks, label, asPercent = false }: AxisProps) {
  const values = scale.ticks(ticks);
  return (
    <>
      <path
        class="hair"
        d={values.map((value) => `M${box.left} ${round(scale(value))}H${box.right}`).join('')}
      />
      {values.map((value) => (
        <text class="dim" x={box.left - 6} y={round(scale(value)) + 4} text-anchor="end">
          {asPercent ? formatPercent(value) : formatTick(value)}
        </text>
      ))}
      <text class="dim" x={2} y={box.top - 10}>
        {label}
      </text>
    </>
  );
}

/** Numbers along the foot, with what they count underneath. */
export function FootAxis({ scale, box, ticks, label }: AxisProps) {
  const values = scale.ticks(ticks);
  return (
    <>
      <path
        class="axis"
        d={`M${box.left} ${box.bottom}H${box.right}${values.map((value) => `M${round(scale(value))} ${box.bottom}v5`).join('')}`}
      />
      {values.map((value) => (
        <text class="dim" x={round(scale(value))} y={box.bottom + 19} text-anchor="middle">
          {formatTick(value)}
        </text>
      ))}
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

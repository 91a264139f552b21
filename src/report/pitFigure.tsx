/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { barsPath, round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { FootAxis, LeftAxis } from './plotFrame.tsx';
import type { ShownBacktest } from './shownBacktest.ts';

const BOX = { left: 60, right: 440, top: 34, bottom: 220 };

/** Where the counts fell in their forecasts: level where forecasts are as sure as they should be. */
export function PitFigure(props: {
  readonly backtest: ShownBacktest;
  readonly horizon: string;
  readonly source: string;
}) {
  const { backtest, horizon, source } = props;
  const row = backtest.table.find(
    (one) =>
      one.system === 'full model' && one.horizon === horizon && one.stream === null && one.state === null,
  );
  if (!row) return null;
  const { pit, forecasts } = row;
  const bins = pit.length;
  // Two standard errors of a share of 1/bins, as a height: what chance alone does to a level picture.
  const error = 2 * Math.sqrt((bins - 1) / forecasts);
  const x = scaleLinear([0, 1], [BOX.left, BOX.right]);
  const y = scaleLinear([0, Math.max(2, 1 + error, ...pit)], [BOX.bottom, BOX.top]).nice(4);
  const width = x(1 / bins) - x(0);
  const [low, high] = [Math.max(0, 1 - error), 1 + error];
  const off = pit.filter((height) => height < low || height > high).length;
  return (
    <Figure
      title={`Where counts fell in their forecasts, ${horizon} ahead`}
      sentence={`${describeShape(pit)} ${formatCount(off, 'bar lies', 'bars lie')} outside the grey band, where chance alone keeps about 95 in 100 of ${formatCount(forecasts, 'forecast')} that do not depend on each other.`}
      width={460}
      height={262}
      source={source}
      legend="Bars: full model, all streams. Level at 1: as many counts in every tenth of the forecasts. High at both ends: too sure; high in the middle: too unsure."
      tables={[
        {
          caption: 'Counts in each tenth of their forecasts, 1 where level (PIT)',
          columns: ['From', 'To', 'Height'],
          rows: pit.map((height, bin) => [bin / bins, (bin + 1) / bins, height]),
        },
      ]}
      marks={pit.map((height, bin) => ({
        x: x((bin + 0.5) / bins),
        y: y(height),
        text: `${formatNumber(bin / bins)} to ${formatNumber((bin + 1) / bins)}: ${formatNumber(height)}`,
      }))}
    >
      <rect class="placebo" x={BOX.left} y={y(high)} width={BOX.right - BOX.left} height={y(low) - y(high)} />
      <LeftAxis scale={y} box={BOX} ticks={4} label="density" />
      <path
        class="first solid"
        d={barsPath(
          pit.map((height, bin) => ({ x: x(bin / bins) + 1, y: y(height) })),
          BOX.bottom,
          width - 2,
        )}
      />
      <path class="dashes" d={`M${BOX.left} ${round(y(1))}H${BOX.right}`} />
      <FootAxis
        scale={x}
        box={BOX}
        ticks={5}
        label="place in the forecast: 0 below all futures, 1 above all"
      />
    </Figure>
  );
}

function describeShape(pit: readonly number[]): string {
  const third = Math.floor(pit.length / 3);
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const [left, middle, right] = [
    mean(pit.slice(0, third)),
    mean(pit.slice(third, -third)),
    mean(pit.slice(-third)),
  ];
  return `Of the counts ${formatNumber(Math.round((100 * left * third) / pit.length))} % fell in the lowest ${third} tenths of their forecasts, ${formatNumber(Math.round((100 * middle * (pit.length - 2 * third)) / pit.length))} % in the middle, ${formatNumber(Math.round((100 * right * third) / pit.length))} % in the highest ${third}.`;
}

/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { dotsPath, round, trianglesPath } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { scaleTime } from './layoutTimeline.ts';
import { LeftAxis } from './plotFrame.tsx';
import type { ShownPastForecast } from './shownBacktest.ts';
import { readDay } from './timeAxis.ts';
import { TimeAxis } from './timeAxisMarks.tsx';

const BOX = { left: 60, right: 440, top: 34, bottom: 220 };
const LEVELS = ['95', '80', '50'] as const;

/** Each past forecast as a bar of its intervals, and what came as a mark on it. */
export function BacktestFigure(props: {
  readonly stream: string;
  readonly horizon: string;
  readonly forecasts: readonly ShownPastForecast[];
  readonly source: string;
}) {
  const { stream, horizon, forecasts, source } = props;
  const [first, last] = [forecasts[0], forecasts.at(-1)];
  const scale = first && last ? scaleTime(first.origin, last.origin, BOX.left + 12, BOX.right - 12) : null;
  if (scale === null) return null;
  const values = forecasts.flatMap(({ observed, intervals }) => [observed, ...intervals['95']]);
  const y = scaleLinear([0, Math.max(1, ...values)], [BOX.bottom, BOX.top]).nice(5);
  const width = Math.max(3, Math.min(14, (0.7 * (BOX.right - BOX.left)) / forecasts.length));
  const at = (one: ShownPastForecast) => scale.at((readDay(one.origin, 'first') ?? scale.first) + 0.5);
  const isInside = ({ observed, intervals: { '95': ends } }: ShownPastForecast) =>
    observed >= ends[0] && observed <= ends[1];
  const spots = (some: readonly ShownPastForecast[]) =>
    some.map((one) => ({ x: at(one), y: y(one.observed) }));
  const inside = forecasts.filter(isInside);
  const outside = forecasts.filter((one) => !isInside(one));
  return (
    <Figure
      title={`${stream}: forecasts ${horizon} ahead and what came`}
      sentence={`What came lies inside the 95 % interval of ${formatNumber(inside.length)} of ${formatCount(forecasts.length, 'forecast')}.`}
      width={460}
      height={262}
      source={source}
      legend="Bars, dark to light: 50, 80 and 95 % of the futures seen from that day. Circles: what came. Triangles: what came outside the 95 %."
      tables={[
        {
          caption: `${stream}, ${horizon} ahead`,
          columns: [
            'Known up to',
            'Came',
            ...LEVELS.flatMap((level) => [`${level} % from`, `${level} % to`]),
          ],
          rows: forecasts.map(({ origin, observed, intervals }) => [
            origin,
            observed,
            ...LEVELS.flatMap((level) => intervals[level]),
          ]),
        },
      ]}
      marks={forecasts.map((one) => ({
        x: at(one),
        y: y(one.observed),
        text: `from ${one.origin}: ${formatNumber(one.observed)} came, 95 % ${one.intervals['95'].map(formatNumber).join(' to ')}`,
      }))}
    >
      <LeftAxis scale={y} box={BOX} ticks={5} label={`events in ${horizon}`} />
      {LEVELS.map((level) => (
        <path
          class={`fan fan-${level}`}
          d={forecasts
            .map((one) => {
              const [low, high] = one.intervals[level];
              const left = round(at(one) - width / 2);
              // An interval of one value is still to be seen.
              const top = Math.min(y(high), y(low) - 2);
              return `M${left} ${round(y(low))}V${round(top)}h${round(width)}V${round(y(low))}z`;
            })
            .join('')}
        />
      ))}
      <path class="came dots" stroke-width="6" d={dotsPath(spots(inside))} />
      <path class="open" d={trianglesPath(spots(outside), 9)} />
      <TimeAxis scale={scale} at={BOX.bottom} most={4} />
    </Figure>
  );
}

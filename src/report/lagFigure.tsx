/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { ClaimFigures, LagPoint } from '../evidence/index.ts';
import { dotsPath, round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figureTable.ts';
import { formatNumber } from './formatNumber.ts';
import { FootAxis, LeftAxis } from './plotFrame.tsx';

export type ResponseByLag = NonNullable<ClaimFigures['responseByLag']>;

const LEFT = 60;
const TOP = 34;
const BOTTOM = 220;
/** The picture is about so wide: a day takes whole units where it can, which keeps the paths short. */
const WIDTH = 380;

/** Mean responses on each day before and after a trigger, beside what dates drawn by chance give. */
export function LagFigure(props: {
  readonly name: string;
  readonly response: ResponseByLag;
  readonly source: string;
}) {
  const { name, response, source } = props;
  const lags = [...response.lags].sort((a, b) => a.lag - b.lag);
  const first = lags[0];
  const last = lags.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = last.lag - first.lag + 1;
  const right = LEFT + (days > WIDTH / 2 ? WIDTH : days * Math.round(WIDTH / days));
  const box = { left: LEFT, right, top: TOP, bottom: BOTTOM };
  const x = scaleLinear([first.lag - 0.5, last.lag + 0.5], [LEFT, right]);
  const y = scaleLinear(lagExtent(lags), [BOTTOM, TOP]).nice(5);
  const { from, to } = response.window;
  return (
    <Figure
      title={`${name}: responses by days before and after`}
      sentence={describeLags(response)}
      width={right + 20}
      height={262}
      source={source}
      legend={
        <>
          Blue dots: the record{lags.some((point) => point.lower !== null) ? ', with interval' : ''}. Grey
          band and dashes: the same on {formatNumber(response.placebos)} sets of placebo dates. Tinted: the
          claimed window.
        </>
      }
      tables={[lagTable(lags, response.unit)]}
      marks={lags.map((point) => ({ x: x(point.lag), y: y(point.estimate), text: sayLag(point) }))}
    >
      <rect
        class="tint claimed"
        x={x(Math.max(from - 0.5, first.lag - 0.5))}
        y={TOP}
        width={Math.max(1, x(Math.min(to + 0.5, last.lag + 0.5)) - x(Math.max(from - 0.5, first.lag - 0.5)))}
        height={BOTTOM - TOP}
      />
      <LeftAxis scale={y} box={box} ticks={5} label={response.unit} />
      <LagMarks lags={lags} x={x} y={y} />
      <path class="rule" d={`M${x(0)} ${TOP}V${BOTTOM}`} />
      <text class="dim" x={x(0) - 6} y={TOP + 12} text-anchor="end">
        {first.lag < 0 ? '← before' : ''}
      </text>
      <text class="dim" x={x(0) + 6} y={TOP + 12}>
        after →
      </text>
      <FootAxis scale={x} box={box} ticks={8} label="days from the trigger" />
    </Figure>
  );
}

/** Band, line and dots of a response by lag; also drawn small, in the verdict table. */
export function LagMarks(props: {
  readonly lags: readonly LagPoint[];
  readonly x: (lag: number) => number;
  readonly y: (value: number) => number;
  readonly small?: boolean;
}) {
  const { lags, x, y, small = false } = props;
  const first = lags[0]?.lag ?? 0;
  // Grounds need no finer numbers than a screen's, and count their days from the first one: so they stay short.
  const ground = area<LagPoint>()
    .x((point) => point.lag - first)
    .digits(0);
  const placebo = ground.y0((point) => y(point.placeboLower)).y1((point) => y(point.placeboUpper))(lags);
  const interval = ground
    .defined((point) => point.lower !== null && point.upper !== null)
    .y0((point) => y(point.lower ?? 0))
    .y1((point) => y(point.upper ?? 0))(lags);
  const through = (value: (point: LagPoint) => number, digits = small ? 0 : 1) =>
    line<LagPoint>()
      .x((point) => x(point.lag))
      .y((point) => y(value(point)))
      .digits(digits)(lags) ?? '';
  return (
    <>
      <g transform={`translate(${round(x(first))})scale(${Number((x(first + 1) - x(first)).toFixed(4))} 1)`}>
        <path class="placebo" d={placebo ?? ''} />
        <path class="interval" d={interval ?? ''} />
      </g>
      <path class="dashes" d={through((point) => point.placeboMean, 0)} />
      <path class="curve" d={through((point) => point.estimate)} />
      {small ? null : (
        <path
          class="first dots"
          stroke-width="5"
          d={dotsPath(lags.map((point) => ({ x: x(point.lag), y: y(point.estimate) })))}
        />
      )}
    </>
  );
}

/** Lowest and highest number of a response by lag, zero included. */
export function lagExtent(lags: readonly LagPoint[]): [number, number] {
  const values = lags.flatMap((point) => [
    point.estimate,
    point.placeboLower,
    point.placeboUpper,
    point.lower ?? point.estimate,
    point.upper ?? point.estimate,
  ]);
  const known = values.filter((value) => Number.isFinite(value));
  const highest = Math.max(0, ...known);
  return [Math.min(0, ...known), highest === 0 ? 1 : highest];
}

function sayLag({ lag, estimate, placeboMean }: LagPoint): string {
  return `day ${formatNumber(lag)}: ${formatNumber(estimate)}, placebo dates ${formatNumber(placeboMean)}`;
}

function describeLags({ lags, window, placebos }: ResponseByLag): string {
  const inside = lags.filter(({ lag }) => lag >= window.from && lag <= window.to);
  const sum = (value: (point: LagPoint) => number) =>
    formatNumber(inside.reduce((total, point) => total + value(point), 0));
  const last = inside.at(-1)?.lag ?? window.to;
  const beyond =
    last < window.to ? ` (the picture ends here; the claimed window goes on to day ${window.to})` : '';
  const above = inside.filter((point) => point.estimate > point.placeboUpper).length;
  return (
    `From day ${window.from} to day ${last}${beyond} after a trigger the record holds ${sum((point) => point.estimate)} responses per trigger; ` +
    `dates drawn by chance give ${sum((point) => point.placeboMean)}. ` +
    `${formatNumber(above)} of these ${formatNumber(inside.length)} days lie above the band of ${formatNumber(placebos)} placebo draws.`
  );
}

function lagTable(lags: readonly LagPoint[], unit: string): FigureTable {
  return {
    caption: `${unit}, by days from the trigger`,
    columns: ['Day', 'Record', 'Lower', 'Upper', 'Placebo mean', 'Placebo lower', 'Placebo upper'],
    rows: lags.map((point) => [
      point.lag,
      point.estimate,
      point.lower,
      point.upper,
      point.placeboMean,
      point.placeboLower,
      point.placeboUpper,
    ]),
  };
}

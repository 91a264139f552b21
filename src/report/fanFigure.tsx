/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { formatDay, type Day } from '../calendar/index.ts';
import { dotsPath, round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figureTable.ts';
import { formatNumber } from './formatNumber.ts';
import { scaleTime, type TimeScale } from './layoutTimeline.ts';
import { LeftAxis } from './plotFrame.tsx';
import { TimeAxis } from './timeAxisMarks.tsx';

/** One stretch of days of the forecast with the ends of its central intervals. */
export interface FanPoint {
  readonly first: Day;
  readonly last: Day;
  readonly intervals: Readonly<Record<'50' | '80' | '95', readonly [number, number]>>;
}

/** One stretch of recorded days; null where nobody recorded all of it. */
export interface RecordedPoint {
  readonly first: Day;
  readonly last: Day;
  readonly count: number | null;
}

interface FanProps {
  readonly title: string;
  readonly sentence: string;
  readonly unit: string;
  readonly source: string;
  readonly recorded: readonly RecordedPoint[];
  readonly fan: readonly FanPoint[];
  /** What a step of the fan is, e.g. `for sums of 7 days`. */
  readonly stretch: string;
  /** A line across, where a number means something: 0 of a difference. */
  readonly zero?: boolean;
}

const BOX = { left: 60, right: 440, top: 34, bottom: 220 };
const LEVELS = ['95', '80', '50'] as const;

/** What was recorded and where the next counts lie: three bands and no line in the middle, since no one future is meant. */
export function FanFigure(props: FanProps) {
  const { title, sentence, unit, source, recorded, fan, stretch, zero = false } = props;
  const first = recorded[0]?.first ?? fan[0]?.first;
  const last = fan.at(-1)?.last;
  if (first === undefined || last === undefined) return null;
  const scale = scaleTime(formatDay(first), formatDay(last), BOX.left, BOX.right);
  if (scale === null) return null;
  const y = scaleLinear(fanExtent(recorded, fan), [BOX.bottom, BOX.top]).nice(5);
  const middle = ({ first: from, last: to }: { first: Day; last: Day }) => scale.at((from + to + 1) / 2);
  const seen = recorded.flatMap((point) =>
    point.count === null ? [] : [{ x: middle(point), y: y(point.count) }],
  );
  return (
    <Figure
      title={title}
      sentence={sentence}
      width={460}
      height={262}
      source={source}
      legend={
        <>
          {recorded.length > 0 ? 'Dots: the record. ' : ''}Bands from dark to light: half, 80 and 95 in a
          hundred simulated futures lie inside, {stretch}. No line runs through them: none of the futures is
          the forecast.
        </>
      }
      tables={fanTables(props)}
      marks={fan.map((point) => ({ x: middle(point), y: y(point.intervals['80'][1]), text: sayFan(point) }))}
    >
      <LeftAxis scale={y} box={BOX} ticks={5} label={unit} />
      {LEVELS.map((level) => (
        <path class={`fan fan-${level}`} d={bandPath(fan, level, scale, y)} />
      ))}
      {zero ? <path class="rule" d={`M${BOX.left} ${round(y(0))}H${BOX.right}`} /> : null}
      <path class="first dots" stroke-width="5" d={dotsPath(seen)} />
      {recorded.length > 0 && fan[0] ? (
        <path class="rule" d={`M${round(scale.at(fan[0].first))} ${BOX.top}V${BOX.bottom}`} />
      ) : null}
      <TimeAxis scale={scale} at={BOX.bottom} most={4} />
    </Figure>
  );
}

/** A band in steps: every stretch has the interval of its own sum. */
function bandPath(
  fan: readonly FanPoint[],
  level: (typeof LEVELS)[number],
  scale: TimeScale,
  y: (value: number) => number,
): string {
  const side = (points: readonly FanPoint[], end: 0 | 1, back: boolean) =>
    points
      .map((point) => {
        const at = round(y(point.intervals[level][end]));
        const [from, to] = [round(scale.at(point.first)), round(scale.at(point.last + 1))];
        return back ? `${to} ${at}L${from} ${at}` : `${from} ${at}L${to} ${at}`;
      })
      .join('L');
  return fan.length === 0 ? '' : `M${side(fan, 1, false)}L${side([...fan].reverse(), 0, true)}Z`;
}

function fanExtent(recorded: readonly RecordedPoint[], fan: readonly FanPoint[]): [number, number] {
  const values = [
    ...recorded.flatMap(({ count }) => (count === null ? [] : [count])),
    ...fan.flatMap(({ intervals }) => intervals['95']),
  ];
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  return [lowest, highest === lowest ? lowest + 1 : highest];
}

function sayFan({ first, last, intervals }: FanPoint): string {
  const [from, to] = intervals['80'];
  return `${formatDay(first)} to ${formatDay(last)}: 80 in a hundred futures hold ${formatNumber(from)} to ${formatNumber(to)}`;
}

function fanTables({ unit, recorded, fan }: FanProps): FigureTable[] {
  const forecast = {
    caption: `${unit}: central intervals of the simulated futures`,
    columns: ['First day', 'Last day', ...LEVELS.flatMap((level) => [`${level} % from`, `${level} % to`])],
    rows: fan.map(({ first, last, intervals }) => [
      formatDay(first),
      formatDay(last),
      ...LEVELS.flatMap((level) => intervals[level]),
    ]),
  };
  const record = {
    caption: `${unit}: the record before`,
    columns: ['First day', 'Last day', 'Recorded'],
    rows: recorded.map(({ first, last, count }) => [
      formatDay(first),
      formatDay(last),
      count ?? 'not recorded',
    ]),
  };
  return recorded.length === 0 ? [forecast] : [forecast, record];
}

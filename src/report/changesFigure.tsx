/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import type { ChangesPicture } from '../evidence/index.ts';
import { round } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { scaleTime, type Timeline, type TimeScale } from './layoutTimeline.ts';
import { LeftAxis } from './plotFrame.tsx';
import { readDay } from './timeAxis.ts';
import { TimeAxis } from './timeAxisMarks.tsx';

const WIDTH = 1000;
const TOP = 30;
const BOTTOM = 120;
/** Numbers stand inside the frame, so that days lie under the days of the timeline above. */
const EDGE = 10;

/** Under the timeline, on its days: where the rate changed, and how exactly that can be told. */
export function ChangesFigure(props: {
  readonly name: string;
  readonly picture: ChangesPicture;
  readonly timeline: Timeline;
  readonly source: string;
}) {
  const { name, picture, timeline, source } = props;
  const scale = scaleTime(timeline.first, timeline.last, EDGE, WIDTH - EDGE);
  if (scale === null) return null;
  const { segments, changes, level } = picture;
  const y = scaleLinear([0, Math.max(...segments.map(({ rate }) => rate), 1e-9)], [BOTTOM, TOP + 8]).nice(3);
  const claimed = timeline.bands.filter(({ kind }) => kind === 'claimed');
  return (
    <Figure
      title={`${name}: when the rate changed`}
      sentence={describeChanges(picture)}
      width={WIDTH}
      height={BOTTOM + 34}
      scrolls
      source={source}
      legend={`Line: events a day between two changes. Bars and ticks: dates found, with ${formatPercent(level)} intervals. Blue ground: the days the claim speaks of. A list of dates, not a test of the claim.`}
      tables={[
        {
          caption: `Rates of ${picture.label}`,
          columns: ['First day', 'Last day', 'Events', 'A day'],
          rows: segments.map(({ first, last, events, rate }) => [first, last, events, rate]),
        },
        {
          caption: 'Changes',
          columns: ['First day of the new rate', 'Not before', 'Not after', 'Times the rate before'],
          rows: changes.map(({ day, lower, upper, ratio }) => [day, lower, upper, ratio]),
        },
      ]}
      marks={changes.flatMap(({ day, lower, upper }) => {
        const x = xOf(day, scale);
        return x === null ? [] : [{ x, y: TOP, text: `${day}, between ${lower} and ${upper}` }];
      })}
    >
      <rect class="ground" x={EDGE} y={TOP} width={WIDTH - 2 * EDGE} height={BOTTOM - TOP} />
      {claimed.map(({ first, last }) => (
        <rect class="tint claimed" y={TOP} height={BOTTOM - TOP} {...spanOf(first, last, scale)} />
      ))}
      {changes.map(({ lower, upper }) => (
        <rect class="change" y={TOP} height={BOTTOM - TOP} {...spanOf(lower, upper, scale)} />
      ))}
      <LeftAxis
        scale={y}
        box={{ left: EDGE, right: WIDTH - EDGE, top: TOP, bottom: BOTTOM }}
        ticks={3}
        label="events a day"
        inside
      />
      <path class="line recorded" d={stepsOf(segments, scale, y)} />
      <path
        class="tick"
        d={changes
          .map(({ day }) => {
            const x = xOf(day, scale);
            return x === null ? '' : `M${round(x)} ${TOP - 6}V${BOTTOM}`;
          })
          .join('')}
      />
      <TimeAxis scale={scale} at={BOTTOM} most={9} />
    </Figure>
  );
}

function xOf(day: string, scale: TimeScale): number | null {
  const at = readDay(day, 'first');
  return at === null || at < scale.first || at > scale.last ? null : scale.at(at);
}

function spanOf(first: string, last: string, scale: TimeScale): { x: number; width: number } {
  const within = (x: number) => Math.min(scale.right, Math.max(scale.left, x));
  const from = within(scale.at(readDay(first, 'first') ?? scale.first));
  const to = within(scale.at((readDay(last, 'last') ?? scale.last) + 1));
  return { x: round(from), width: round(Math.max(0, to - from)) };
}

function stepsOf(
  segments: ChangesPicture['segments'],
  scale: TimeScale,
  y: (rate: number) => number,
): string {
  return segments
    .map(({ first, last, rate }) => {
      const { x, width } = spanOf(first, last, scale);
      return width === 0 ? '' : `M${x} ${round(y(rate))}h${width}`;
    })
    .join('');
}

function describeChanges({ label, changes, segments, level }: ChangesPicture): string {
  if (changes.length === 0) {
    return `${label}: no change of rate stands out from ${segments[0]?.first ?? '–'} to ${segments.at(-1)?.last ?? '–'}, ${formatNumber(segments[0]?.rate ?? null)} a day.`;
  }
  const each = changes.slice(0, 4).map(({ day, lower, upper, ratio }) => {
    const times = ratio === null ? 'from nothing' : `× ${formatNumber(ratio)}`;
    return `${day} (${formatPercent(level)} interval ${lower} to ${upper}, ${times})`;
  });
  const more = changes.length > 4 ? ` and ${changes.length - 4} more` : '';
  return `${label}: the rate changed ${formatCount(changes.length, 'time')}, on ${each.join('; on ')}${more}.`;
}

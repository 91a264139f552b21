/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { formatDay } from '../calendar/index.ts';
import type { ClaimExamination, TimelineStream } from '../evidence/index.ts';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figureTable.ts';
import { formatCount } from './formatNumber.ts';
import { daysPerColumn, layLanes, scaleTime, stackColumns } from './layoutTimeline.ts';
import type { Lane, TimeScale, Timeline } from './layoutTimeline.ts';
import { describeTimeline } from './describeTimeline.ts';
import type { Mark } from './markCursor.tsx';
import { StreamPair } from './streamPair.tsx';
import { timelineDays } from './timelineDays.ts';
import { TimeAxis } from './timeAxisMarks.tsx';
import { readDay } from './timeAxis.ts';

const WIDTH = 1000;
const LANE_HEIGHT = 22;
const PAIR_HEIGHT = 210;

/** What happened when: events of the claim's two streams above and below a line, with the days it speaks of. */
export function TimelineFigure(props: {
  readonly claim: ClaimExamination;
  readonly timeline: Timeline;
  readonly source: string;
}) {
  const { claim, timeline, source } = props;
  const scale = scaleTime(timeline.first, timeline.last, 10, WIDTH - 10);
  if (scale === null) return null;
  const lanes = layLanes(timeline, scale);
  const laneRows = lanes.reduce((most, lane) => Math.max(most, lane.row + 1), 0);
  const top = laneRows * LANE_HEIGHT + 6;
  const pairs = pairUp(timeline.streams);
  const bottom = top + pairs.length * PAIR_HEIGHT;
  const days = daysPerColumn(scale);
  return (
    <Figure
      title={`${claim.name}: what happened when`}
      sentence={describeTimeline(timeline)}
      width={WIDTH}
      height={bottom + 34}
      scrolls
      source={source}
      legend={<Legend timeline={timeline} days={days} />}
      tables={timelineTables(timeline)}
      marks={pairs.flatMap((pair, index) => markPair(pair, scale, days, top + index * PAIR_HEIGHT))}
    >
      <rect class="ground" x={scale.left} y={top} width={scale.right - scale.left} height={bottom - top} />
      <Tints timeline={timeline} scale={scale} top={top} bottom={bottom} />
      <Lanes lanes={lanes} bottom={bottom} />
      {pairs.map((pair, index) => (
        <StreamPair
          streams={pair}
          scale={scale}
          days={days}
          top={top + index * PAIR_HEIGHT}
          height={PAIR_HEIGHT}
        />
      ))}
      <TimeAxis scale={scale} at={bottom} most={9} />
    </Figure>
  );
}

function pairUp<Stream>(streams: readonly Stream[]): readonly (readonly Stream[])[] {
  const pairs: Stream[][] = [];
  for (let index = 0; index < streams.length; index += 2) pairs.push(streams.slice(index, index + 2));
  return pairs;
}

function Tints(props: { timeline: Timeline; scale: TimeScale; top: number; bottom: number }) {
  const { timeline, scale, top, bottom } = props;
  return (
    <>
      {timeline.bands.map((band) => {
        const first = readDay(band.first, 'first');
        const last = readDay(band.last, 'last');
        if (first === null || last === null || last < scale.first || first > scale.last) return null;
        const from = Math.max(scale.left, scale.at(first));
        const to = Math.min(scale.right, scale.at(last + 1));
        return (
          <rect
            class={`tint ${band.kind}`}
            fill={band.kind === 'missing' ? 'url(#hatch)' : undefined}
            x={from}
            y={top}
            width={Math.max(1, to - from)}
            height={bottom - top}
          />
        );
      })}
    </>
  );
}

function Lanes({ lanes, bottom }: { readonly lanes: readonly Lane[]; readonly bottom: number }) {
  return (
    <>
      {lanes.map((lane) => {
        const y = lane.row * LANE_HEIGHT + 13;
        return (
          <>
            <path
              class={`lane ${lane.kind}`}
              d={
                lane.kind === 'mark'
                  ? `M${lane.from} ${y + 4}V${bottom}`
                  : `M${lane.from} ${y + 6}H${lane.to}`
              }
            />
            <text x={lane.textAt} y={y} text-anchor={lane.anchor === 'end' ? 'end' : undefined}>
              {lane.label}
            </text>
          </>
        );
      })}
    </>
  );
}

function Legend({ timeline, days }: { readonly timeline: Timeline; readonly days: number }) {
  const kinds = new Set(timeline.bands.map((band) => band.kind));
  return (
    <>
      A column holds the events of {formatCount(days, 'day')}.{' '}
      {kinds.has('claimed') ? 'Blue ground and solid bar: days the claim speaks of. ' : ''}
      {kinds.has('compared') ? 'Dashed bar: days compared with. ' : ''}
      {kinds.has('expected') ? 'Dotted bar: days in which the change was already expected. ' : ''}
      {kinds.has('period') ? 'Grey bar: a period named in the file. ' : ''}
      {kinds.has('missing') ? 'Hatched: nobody recorded; never counted as calm.' : ''}
    </>
  );
}

/** One stop for every column of events, in order of time. */
function markPair(streams: readonly TimelineStream[], scale: TimeScale, days: number, top: number): Mark[] {
  return streams
    .flatMap((stream, index) =>
      stackColumns(stream, scale, days).map(({ first, x, count }): Mark => {
        const day = formatDay(first);
        const from = days === 1 ? day : `${formatCount(days, 'day')} from ${day}`;
        return {
          x,
          y: top + (index === 0 ? 0.4 : 0.7) * PAIR_HEIGHT,
          text: `${from}: ${stream.label}, ${formatCount(count, 'event')}`,
        };
      }),
    )
    .sort((a, b) => a.x - b.x);
}

function timelineTables(timeline: Timeline): FigureTable[] {
  const days = timelineDays(timeline);
  if (timeline.bands.length + timeline.marks.length === 0) return [days];
  const named = {
    caption: 'Named days and spells',
    columns: ['What', 'Kind', 'First day', 'Last day'],
    rows: [
      ...timeline.bands.map((band) => [band.label, band.kind, band.first, band.last]),
      ...timeline.marks.map((mark) => [mark.label, 'day', mark.day, mark.day]),
    ],
  };
  return [days, named];
}

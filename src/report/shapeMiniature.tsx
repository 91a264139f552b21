/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import type { ClaimExamination, Examination } from '../evidence/index.ts';
import { skylinePath } from './drawMarks.ts';
import { formatNumber } from './formatNumber.ts';
import { LagMarks, lagExtent } from './lagFigure.tsx';
import { scaleTime, stackColumns } from './layoutTimeline.ts';
import { readDay } from './timeAxis.ts';

const WIDTH = 130;
const HEIGHT = 44;

/** One vertical scale for all small responses by lag that share a unit. */
export function lagScales(examination: Examination): ReadonlyMap<string, [number, number]> {
  const scales = new Map<string, [number, number]>();
  for (const claim of examination.claims) {
    const response = claim.figures?.responseByLag;
    if (response === undefined || response === null) continue;
    const [low, high] = lagExtent(response.lags);
    const [lowest, highest] = scales.get(response.unit) ?? [low, high];
    scales.set(response.unit, [Math.min(low, lowest), Math.max(high, highest)]);
  }
  return scales;
}

/** The shape behind a claim: its response by lag, or else its counts over time with the claimed days tinted. */
export function ShapeMiniature(props: {
  readonly claim: ClaimExamination;
  readonly scales: ReadonlyMap<string, [number, number]>;
}) {
  const { claim, scales } = props;
  const response = claim.figures?.responseByLag ?? null;
  const first = response?.lags[0]?.lag;
  const last = response?.lags.at(-1)?.lag;
  if (response === null || first === undefined || last === undefined)
    return <CountsMiniature claim={claim} />;
  const x = scaleLinear([first, last], [2, WIDTH - 2]);
  const y = scaleLinear(scales.get(response.unit) ?? lagExtent(response.lags), [HEIGHT - 3, 3]);
  const { from, to } = response.window;
  return (
    <svg
      class="miniature"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Responses from day ${first} to day ${last} around a trigger; the claimed window is day ${from} to day ${to}`}
    >
      <rect
        class="tint claimed"
        x={x(Math.max(from, first))}
        y="0"
        width={Math.max(1, x(Math.min(to, last)) - x(Math.max(from, first)))}
        height={HEIGHT}
      />
      <path class="rule" d={`M${x(0)} 0V${HEIGHT}`} />
      <LagMarks lags={response.lags} x={x} y={y} small />
    </svg>
  );
}

function CountsMiniature({ claim }: { readonly claim: ClaimExamination }) {
  const timeline = claim.figures?.timeline ?? null;
  const scale = timeline === null ? null : scaleTime(timeline.first, timeline.last, 2, WIDTH - 2);
  const counted =
    timeline?.streams.find((stream) => stream.role !== 'trigger') ?? timeline?.streams[0] ?? null;
  if (timeline === null || scale === null || counted === null) return <span class="dim">–</span>;
  const days = Math.max(1, Math.ceil((scale.last - scale.first + 1) / 40));
  const columns = stackColumns(counted, scale, days);
  const tallest = Math.max(1, ...columns.map((column) => column.count));
  const width = scale.at(scale.first + days) - scale.at(scale.first);
  const tops = columns.map(({ first, count }) => ({
    x: scale.at(first),
    y: HEIGHT - 3 - (count / tallest) * (HEIGHT - 8),
  }));
  return (
    <svg
      class="miniature"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Counts over time: ${counted.label}, ${timeline.first} to ${timeline.last}; at most ${formatNumber(tallest)} in ${formatNumber(days)} days`}
    >
      {timeline.bands
        .filter((band) => band.kind === 'claimed' || band.kind === 'missing')
        .map((band) => {
          const from = Math.max(scale.left, scale.at(readDay(band.first, 'first') ?? scale.first));
          const to = Math.min(scale.right, scale.at((readDay(band.last, 'last') ?? scale.last) + 1));
          return (
            <rect
              class={`tint ${band.kind}`}
              fill={band.kind === 'missing' ? 'url(#hatch)' : undefined}
              x={from}
              y="0"
              width={Math.max(0, to - from)}
              height={HEIGHT}
            />
          );
        })}
      <path class="axis" d={`M2 ${HEIGHT - 2}H${WIDTH - 2}`} />
      <path class="first solid" d={skylinePath(tops, HEIGHT - 3, width, scale.right)} />
    </svg>
  );
}

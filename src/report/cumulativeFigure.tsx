/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import type { CumulativePicture } from '../evidence/index.ts';
import { round, thinLine, throughPath } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber } from './formatNumber.ts';
import { scaleTime } from './layoutTimeline.ts';
import { LineKey } from './lineKey.tsx';
import { LeftAxis } from './plotFrame.tsx';
import { readDay } from './timeAxis.ts';
import { TimeAxis } from './timeAxisMarks.tsx';

const BOX = { left: 60, right: 440, top: 34, bottom: 220 };

type Point = CumulativePicture['points'][number];

/** Recorded counts added up, beside what the models with and without the claim's rule or change expect. */
export function CumulativeFigure(props: {
  readonly name: string;
  readonly picture: CumulativePicture;
  readonly source: string;
}) {
  const { name, picture, source } = props;
  const { points, what } = picture;
  const [first, last] = [points[0], points.at(-1)];
  const scale = first && last ? scaleTime(first.day, last.day, BOX.left, BOX.right) : null;
  if (scale === null) return null;
  const highest = Math.max(...points.flatMap((point) => [point.recorded, point.with, point.without]));
  const y = scaleLinear([0, Math.max(1, highest)], [BOX.bottom, BOX.top]).nice(5);
  const at = (point: Point) => round(scale.at((readDay(point.day, 'last') ?? scale.first) + 1));
  const through = (value: (point: Point) => number) =>
    throughPath(
      thinLine(
        points.map((point) => ({ x: at(point), y: y(value(point)) })),
        0.3,
      ),
    );
  const steps = points
    .map((point, index) =>
      index === 0 ? `M${at(point)} ${round(y(point.recorded))}` : `H${at(point)}V${round(y(point.recorded))}`,
    )
    .join('');
  return (
    <Figure
      title={`${name}: recorded against the models with and without the ${what}`}
      sentence={describeSums(picture)}
      width={460}
      height={262}
      source={source}
      legend={
        <>
          <LineKey kind="recorded" /> recorded <LineKey kind="with" /> with the {what}{' '}
          <LineKey kind="without" /> without it. Both models are fitted to these very days: what tells them
          apart is how they keep up with the record.
        </>
      }
      tables={[
        {
          caption: `Running sums: ${picture.label}`,
          columns: ['Up to', 'Recorded', `With the ${what}`, `Without the ${what}`],
          rows: points.map((point) => [point.day, point.recorded, point.with, point.without]),
        },
      ]}
      marks={points.map((point) => ({ x: at(point), y: y(point.recorded), text: sayPoint(point) }))}
    >
      <LeftAxis scale={y} box={BOX} ticks={5} label="events so far" />
      <path class="line without" d={through((point) => point.without)} />
      <path class="line with" d={through((point) => point.with)} />
      <path class="line recorded" d={steps} />
      <TimeAxis scale={scale} at={BOX.bottom} most={4} />
    </Figure>
  );
}

function sayPoint({ day, recorded, with: expected, without }: Point): string {
  return `up to ${day}: recorded ${formatNumber(recorded)}, with ${formatNumber(expected)}, without ${formatNumber(without)}`;
}

function describeSums({ label, what, points, gain }: CumulativePicture): string {
  const stray = (value: (point: Point) => number) =>
    formatNumber(Math.max(...points.map((point) => Math.abs(point.recorded - value(point)))));
  const size = formatNumber(Math.abs(gain));
  const better = gain > 0 ? `better by ${size}` : `no better (${size} lower)`;
  return (
    `${label}: ${formatCount(points.at(-1)?.recorded ?? 0, 'event')}. On the way the model with the ${what} is off by at most ${stray((point) => point.with)}, ` +
    `the one without by ${stray((point) => point.without)}; with it the same days fit ${better} in log-likelihood.`
  );
}

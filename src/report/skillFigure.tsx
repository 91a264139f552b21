/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { dotsPath, round, trianglesPath } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatNumber } from './formatNumber.ts';
import { FootAxis } from './plotFrame.tsx';
import type { ShownBacktest } from './shownBacktest.ts';

const ROW = 26;
const LEFT = 130;
const RIGHT = 440;
const TOP = 16;
/** Gains below are drawn at the edge with an arrow: −300 % would make all others a point. */
const LOWEST = -100;

type Line = ShownBacktest['comparisons'][number] & { readonly skill: number };

/** How much better or worse the full model is than every other system, with interval; right of the line is better. */
export function SkillFigure(props: {
  readonly backtest: ShownBacktest;
  readonly horizon: string;
  readonly source: string;
}) {
  const { backtest, horizon, source } = props;
  const lines = backtest.comparisons
    .filter(
      (one): one is Line =>
        one.horizon === horizon && one.stream === null && one.score === 'crps' && one.skill !== null,
    )
    .sort((a, b) => a.skill - b.skill);
  if (lines.length === 0) return null;
  const percent = (share: number) => Math.max(LOWEST, 100 * share);
  const ends = lines.flatMap(({ skill, skillInterval }) => [skill, ...(skillInterval ?? [])]).map(percent);
  const bottom = TOP + lines.length * ROW;
  const x = scaleLinear([Math.min(-10, ...ends), Math.max(10, ...ends)], [LEFT, RIGHT]).nice(6);
  const rowOf = (index: number) => TOP + (index + 0.5) * ROW;
  const shown = lines.map((line, index) => ({ ...line, y: rowOf(index), x: x(percent(line.skill)) }));
  const [worst] = lines;
  return (
    <Figure
      title={`Gain of the model over each other system, ${horizon} ahead`}
      sentence={`Against “${worst!.second}”, where the model does worst, its CRPS is ${formatNumber(Math.abs(100 * worst!.skill))} % ${worst!.skill < 0 ? 'higher' : 'lower'}${worst!.skillInterval === null ? '' : ` (90 % interval of the gain ${worst!.skillInterval.map((end) => formatNumber(100 * end)).join(' to ')} %)`}.`}
      width={460}
      height={bottom + 44}
      source={source}
      legend="Circle: gain in CRPS above 0. Triangle: none or a loss. Lines: 90 % interval by resampling blocks of past days. Losses beyond 100 % are drawn at the edge."
      tables={[
        {
          caption: `Full model against each system, ${horizon} ahead: gain in CRPS with its 90 % interval, in percent`,
          columns: ['System', 'Gain', 'Lower', 'Upper', 'p (Diebold–Mariano)', 'p (signs)', 'n'],
          rows: lines.map((line) => [
            line.second,
            100 * line.skill,
            line.skillInterval === null ? null : 100 * line.skillInterval[0],
            line.skillInterval === null ? null : 100 * line.skillInterval[1],
            line.dieboldMariano,
            line.permutation,
            line.forecasts,
          ]),
        },
      ]}
    >
      {shown.map(({ second, y }) => (
        <text x={LEFT - 10} y={round(y) + 4} text-anchor="end">
          {second}
        </text>
      ))}
      <path class="rule" d={`M${round(x(0))} ${TOP - 6}V${bottom}`} />
      <path
        class="whisker"
        d={shown
          .flatMap(({ skillInterval, y }) =>
            skillInterval === null
              ? []
              : [
                  `M${round(x(percent(skillInterval[0])))} ${round(y)}H${round(x(percent(skillInterval[1])))}`,
                ],
          )
          .join('')}
      />
      <path class="first dots" stroke-width="9" d={dotsPath(shown.filter(({ skill }) => skill > 0))} />
      <path
        class="open"
        d={trianglesPath(
          shown.filter(({ skill }) => skill <= 0),
          10,
        )}
      />
      <FootAxis
        scale={x}
        box={{ left: LEFT, right: RIGHT, top: TOP, bottom }}
        ticks={6}
        label="% lower CRPS than that system"
      />
    </Figure>
  );
}

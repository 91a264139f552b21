/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { scaleLinear } from 'd3-scale';
import { wilsonInterval } from '../stats/index.ts';
import { dotsPath, round, trianglesPath } from './drawMarks.ts';
import { Figure } from './figure.tsx';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { FootAxis, LeftAxis } from './plotFrame.tsx';
import type { ShownBacktest } from './shownBacktest.ts';

const BOX = { left: 60, right: 440, top: 34, bottom: 220 };
const LEVEL = 0.9;

interface KeptPromise {
  readonly level: number;
  /** What the forecasts themselves said would lie inside; counts jump, so that it is more than the level. */
  readonly promised: number;
  readonly held: number;
  readonly lower: number;
  readonly upper: number;
}

/** Do intervals hold what they promise? On the line: as often as said. */
export function ReliabilityFigure(props: {
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
  const promises = [
    { level: 0.5, promised: row.held50, held: row.coverage50 },
    { level: 0.8, promised: row.held80, held: row.coverage80 },
    { level: 0.95, promised: row.held95, held: row.coverage95 },
  ].map(({ held, ...rest }): KeptPromise => {
    const { lower, upper } = wilsonInterval(Math.round(held * row.forecasts), row.forecasts, LEVEL);
    return { ...rest, held, lower, upper };
  });
  const lowest = Math.min(0.4, ...promises.map(({ lower }) => lower));
  const x = scaleLinear([lowest, 1], [BOX.left + 12, BOX.right - 12]);
  const y = scaleLinear([lowest, 1], [BOX.bottom, BOX.top]);
  const spots = promises.map((one) => ({ x: x(one.promised), y: y(one.held), kept: isKept(one) }));
  return (
    <Figure
      title={`Do intervals hold what they promise, ${horizon} ahead`}
      sentence={`${promises.map(({ level, held, promised }) => `The central ${formatPercent(level)} promised ${formatPercent(promised)} and held ${formatPercent(held)}`).join('; ')}, over ${formatCount(row.forecasts, 'forecast')}.`}
      width={460}
      height={262}
      source={source}
      legend="Across: the share that forecasts put inside their intervals of 50, 80 and 95 %. Up: the share of counts that came inside, with 90 % interval. Dashed: as promised. △ the interval does not reach that line."
      tables={[
        {
          caption: `Central intervals, ${horizon} ahead`,
          columns: ['Interval', 'Promised', 'Held', 'Lower', 'Upper'],
          rows: promises.map(({ level, promised, held, lower, upper }) =>
            [level, promised, held, lower, upper].map((share) => ({ share })),
          ),
        },
      ]}
      marks={promises.map(({ level, promised, held }) => ({
        x: x(promised),
        y: y(held),
        text: `${formatPercent(level)}: promised ${formatPercent(promised)}, held ${formatPercent(held)}`,
      }))}
    >
      <LeftAxis scale={y} box={BOX} ticks={5} label="share inside" asPercent />
      <path class="dashes" d={`M${round(x(lowest))} ${round(y(lowest))}L${round(x(1))} ${round(y(1))}`} />
      <path
        class="whisker"
        d={promises
          .map(({ promised, lower, upper }) => `M${round(x(promised))} ${round(y(lower))}V${round(y(upper))}`)
          .join('')}
      />
      <path class="first dots" stroke-width="9" d={dotsPath(spots.filter(({ kept }) => kept))} />
      <path
        class="open"
        d={trianglesPath(
          spots.filter(({ kept }) => !kept),
          11,
        )}
      />
      <FootAxis scale={x} box={BOX} ticks={5} label={`share promised, from ${formatNumber(lowest)} to 1`} />
    </Figure>
  );
}

function isKept({ promised, lower, upper }: KeptPromise): boolean {
  return promised >= lower && promised <= upper;
}

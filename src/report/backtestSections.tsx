/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { BacktestFigure } from './backtestFigure.tsx';
import { DataTable } from './dataTable.tsx';
import { describeFloor } from './describeFloor.ts';
import { describeOrigin } from './forecastPage.tsx';
import { formatCount, formatNumber, formatPercent } from './formatNumber.ts';
import { PitFigure } from './pitFigure.tsx';
import { arrangeScores, SCORE_COLUMNS } from './scoreTable.ts';
import { ReliabilityFigure } from './reliabilityFigure.tsx';
import type { ShownBacktest } from './shownBacktest.ts';
import { SkillFigure } from './skillFigure.tsx';

/** How forecasts from past days fared: scores, skill, calibration, and each forecast beside what came. */
export function BacktestSections({ backtest }: { readonly backtest: ShownBacktest }) {
  const { origins, wanted, horizons, checks, rules, failures } = backtest;
  const source = describeOrigin(backtest, backtest.paths, null);
  const streams = [...new Set(backtest.forecasts.map(({ stream }) => stream))];
  return (
    <>
      <h2>Forecasts from past days</h2>
      <p>
        {formatCount(origins.length, 'past day')} from {origins[0] ?? 'none'} to {origins.at(-1) ?? 'none'}
        {origins.length < wanted ? ` (${wanted} were wanted; the run was stopped)` : ''}. At each, everything
        was fitted anew on what was recorded up to then. Only the sentences of the file were known throughout:
        they were written with hindsight.
      </p>
      {horizons.map((horizon) => (
        <section>
          <h3>{horizon} ahead</h3>
          <p>
            <b>{describeFloor(checks[horizon]!)}</b>
          </p>
          <DataTable
            caption={`Scores, ${horizon} ahead, over all streams; lower is better but for coverage`}
            columns={['System', ...SCORE_COLUMNS]}
            numeric={SCORE_COLUMNS.map((_, index) => index + 1)}
            rows={arrangeScores(backtest, horizon).map(({ system, cells }) => [system, ...cells])}
          />
          <div class="figures">
            <SkillFigure backtest={backtest} horizon={horizon} source={source} />
            <PitFigure backtest={backtest} horizon={horizon} source={source} />
            <ReliabilityFigure backtest={backtest} horizon={horizon} source={source} />
          </div>
        </section>
      ))}
      <h3>Each forecast beside what came</h3>
      <div class="figures">
        {streams.map((stream) => (
          <BacktestFigure
            stream={stream}
            horizon={horizons.at(-1)!}
            forecasts={backtest.forecasts.filter(
              (one) => one.stream === stream && one.horizon === horizons.at(-1),
            )}
            source={source}
          />
        ))}
      </div>
      {rules.length === 0 ? null : (
        <DataTable
          caption="What each claim adds: the model against the same without it"
          columns={['Claim', 'Ahead', 'Score', 'Gain', '90 % interval', 'p (Diebold–Mariano)', 'p (signs)']}
          numeric={[3, 5, 6]}
          rows={rules.flatMap(({ claim, comparisons }) =>
            comparisons.map((one) => [
              claim,
              one.horizon,
              one.score === 'crps' ? 'CRPS' : 'IGN',
              one.skill === null ? '–' : `${formatNumber(100 * one.skill)} %`,
              one.skillInterval === null
                ? '–'
                : one.skillInterval.map((end) => `${formatNumber(100 * end)} %`).join(' to '),
              formatNumber(one.dieboldMariano),
              formatNumber(one.permutation),
            ]),
          )}
        />
      )}
      {failures.length === 0 ? null : (
        <DataTable
          caption="Forecasts that could not be made"
          columns={['System', 'Day', 'Why']}
          rows={failures.map(({ system, origin, detail }) => [system, origin, detail])}
        />
      )}
      <p class="dim">
        CRPS: mean distance between forecast and count. IGN: bits of surprise, on the bins of the VIEWS
        challenge. MIS: width of the central 90 % with a fine for what lies outside. Coverage: share of the
        counts inside the interval; beside it what the forecasts themselves promised, {formatPercent(0.5)} or
        more, since counts jump.
      </p>
    </>
  );
}

import type { CountPanel } from '../model/index.ts';
import type { OriginScores } from './backtestOrigin.ts';
import type { BacktestOptions, BacktestResult, ForecastComparison, SystemName } from './backtestResult.ts';
import { compareSystems } from './compareSystems.ts';
import { tabulateScores } from './tabulateScores.ts';
import type { TheatreModel } from './theatreModel.ts';

/** Origins of `backtestOrigin`, in any order, as one result: tables, comparisons with the full model, what rules add. */
export function gatherBacktest(
  model: TheatreModel,
  panel: CountPanel,
  options: BacktestOptions,
  parts: readonly OriginScores[],
): BacktestResult {
  const ordered = [...parts].sort((a, b) => a.origin - b.origin);
  const forecasts = ordered.flatMap((part) => part.forecasts);
  const systems = [...new Set(forecasts.map(({ system }) => system))];
  const streams = model.streams.map(({ stream }) => stream);
  const compare = (second: SystemName, among: readonly (readonly string[] | null)[]): ForecastComparison[] =>
    among.flatMap((some) =>
      options.horizons.flatMap((horizon) =>
        (['crps', 'ignorance'] as const).flatMap((score) => {
          const { seed } = options;
          const { stepDays } = panel;
          const scope = { forecasts, seed, stepDays, second, streams: some, horizon, score };
          return compareSystems({ ...scope, first: 'full model' }) ?? [];
        }),
      ),
    );
  const isRule = (system: SystemName) => system.startsWith('without ');
  const each = streams.map((stream) => [stream]);
  return {
    kind: 'backtest',
    stepDays: panel.stepDays,
    origins: ordered.map(({ origin }) => origin),
    horizons: options.horizons,
    streams,
    systems,
    forecasts,
    table: tabulateScores(forecasts),
    comparisons: systems
      .filter((system) => system !== 'full model' && !isRule(system))
      .flatMap((system) => compare(system, [null, ...each])),
    rules: systems.filter(isRule).map((system) => {
      const claim = system.slice('without '.length);
      const terms = model.rules.filter((rule) => rule.claim === claim);
      const moved = [...new Set(terms.map(({ stream }) => stream))];
      return { claim, terms, comparisons: compare(system, [moved]) };
    }),
    failures: ordered.flatMap((part) => part.failures),
  };
}

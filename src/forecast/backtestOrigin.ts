import type { CountPanel } from '../model/index.ts';
import type { BacktestFailure, BacktestOptions, ScoredForecast } from './backtestResult.ts';
import type { EnsembleWindow } from './ensemble.ts';
import { forecastAt } from './forecastAt.ts';
import { panelUpTo } from './panelUpTo.ts';
import { scoreDraws } from './scoreDraws.ts';
import type { TheatreModel } from './theatreModel.ts';

export interface OriginScores {
  readonly origin: number;
  readonly forecasts: readonly ScoredForecast[];
  readonly failures: readonly BacktestFailure[];
}

/**
 * One origin of a back-test: forecasts made from the first `known` steps of the panel, and their scores against what came.
 * Windows of which a step is not recorded are not scored. Origins are independent, so they may run on any thread.
 */
export function backtestOrigin(
  model: TheatreModel,
  panel: CountPanel,
  known: number,
  options: BacktestOptions,
): OriginScores {
  const past = panelUpTo(panel, known);
  const origin = past.first + past.steps * past.stepDays - 1;
  const { forecasts, failures } = forecastAt(model, past, options);
  const scored = forecasts.flatMap(({ system, stream, horizon, draws }): ScoredForecast[] => {
    const window = options.horizons.find(({ name }) => name === horizon)!;
    const observed = totalOf(panel, stream, known, window);
    if (observed === null) return [];
    const state = stateOf(past, stream, window);
    const scores = scoreDraws(draws, observed);
    return [{ system, stream, horizon, origin, observed, state, scores }];
  });
  return { origin, forecasts: scored, failures };
}

/** What came in the window; null where a step of it is not recorded. */
function totalOf(
  { streams, counts, recorded }: CountPanel,
  stream: string,
  known: number,
  { first, last }: EnsembleWindow,
): number | null {
  const own = counts[streams.indexOf(stream)]!;
  let total = 0;
  for (let t = known + first - 1; t < known + last; t++) {
    if (!recorded[t]) return null;
    total += own[t]!;
  }
  return total;
}

function stateOf(past: CountPanel, stream: string, { first, last }: EnsembleWindow): 'onset' | 'persistence' {
  const own = past.counts[past.streams.indexOf(stream)]!;
  for (let t = Math.max(0, past.steps - (last - first + 1)); t < past.steps; t++)
    if (past.recorded[t] && own[t]! > 0) return 'persistence';
  return 'onset';
}

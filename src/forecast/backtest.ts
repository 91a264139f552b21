import type { CountPanel } from '../model/index.ts';
import { backtestOrigin } from './backtestOrigin.ts';
import type { BacktestOptions, BacktestResult } from './backtestResult.ts';
import { gatherBacktest } from './gatherBacktest.ts';
import { placeOrigins } from './placeOrigins.ts';
import type { TheatreModel } from './theatreModel.ts';

/**
 * Forecasts from rolling origins, everything refitted on what was known there, scored against what came. On threads: run
 * `backtestOrigin` for every place of `placeOrigins` and join with `gatherBacktest`; the bytes are the same. Only the
 * sentences of the file are known throughout: they were written with hindsight, and no back-test can take that back.
 */
export function backtest(model: TheatreModel, panel: CountPanel, options: BacktestOptions): BacktestResult {
  const places = placeOrigins(panel, options);
  const parts = places.map((known, done) => {
    options.progress?.(done, places.length);
    return backtestOrigin(model, panel, known, options);
  });
  options.progress?.(places.length, places.length);
  return gatherBacktest(model, panel, options, parts);
}

/** A back-test as `tacit backtest --json` prints it and the page shows it. */
import type { BacktestResult, FloorComparison } from '../forecast/index.ts';
import type { PageOrigin } from './forecastPage.tsx';

export interface ShownBacktest extends PageOrigin {
  readonly stepDays: 1 | 7;
  readonly paths: number;
  /** Origins asked for; fewer were done where the run was interrupted. */
  readonly wanted: number;
  readonly origins: readonly string[];
  readonly horizons: readonly string[];
  /** By horizon. */
  readonly checks: Readonly<Record<string, FloorComparison>>;
  readonly table: readonly (Omit<BacktestResult['table'][number], 'pit'> & {
    readonly pit: readonly number[];
  })[];
  readonly comparisons: BacktestResult['comparisons'];
  readonly rules: readonly { readonly claim: string; readonly comparisons: BacktestResult['comparisons'] }[];
  /** The full model's forecasts beside what came. */
  readonly forecasts: readonly ShownPastForecast[];
  readonly failures: readonly { readonly system: string; readonly origin: string; readonly detail: string }[];
}

export interface ShownPastForecast {
  readonly stream: string;
  readonly horizon: string;
  readonly origin: string;
  readonly observed: number;
  readonly median: number;
  readonly pit: readonly [number, number];
  readonly intervals: Readonly<Record<'50' | '80' | '95', readonly [number, number]>>;
}

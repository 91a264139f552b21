/** What `backtest` gives: forecasts from many past origins beside what came, scored. Plain data. */
import type { Day } from '../calendar/index.ts';
import type { EnsembleWindow } from './ensemble.ts';
import type { FloorName } from './floorName.ts';
import type { ForecastScores } from './forecastScores.ts';
import type { RuleTerm } from './theatreModel.ts';

/**
 * Who forecasts: a floor; `endemic only` (trend, season and modifiers, no answers); `hhh4-like` (yesterday's own and the
 * others' counts, line and season, plug-in parameters); `full model`; or `without CLAIM` (the full model, refitted without
 * the terms of one claim); `imported draws` come from outside (`scoreMonthDraws`).
 */
export type SystemName =
  FloorName | 'endemic only' | 'hhh4-like' | 'full model' | 'imported draws' | `without ${string}`;

export interface BacktestOptions {
  readonly seed: number;
  /** Rolling origins, evenly spread over the last part of the record. */
  readonly origins: number;
  /** Totals that are forecast from every origin; see `defaultHorizons`. */
  readonly horizons: readonly EnsembleWindow[];
  readonly paths: number;
  /** Refit without each claim's terms, to see what it adds to the score; default false. */
  readonly ruleByRule?: boolean;
  /** Steps of record before the first origin; default: half of the record, at least 60. */
  readonly history?: number;
  readonly progress?: (done: number, of: number) => void;
}

export interface BacktestResult {
  readonly kind: 'backtest';
  readonly stepDays: 1 | 7;
  /** The last known day of each origin, in order. */
  readonly origins: readonly Day[];
  readonly horizons: readonly EnsembleWindow[];
  readonly streams: readonly string[];
  readonly systems: readonly SystemName[];
  readonly forecasts: readonly ScoredForecast[];
  /** Mean scores by system, stream and horizon; `stream` null: over all streams. */
  readonly table: readonly ScoreRow[];
  /** Full model against the best floor and each other system; see `ForecastComparison`. */
  readonly comparisons: readonly ForecastComparison[];
  /** What each claim adds: the full model against the model without it. Empty where `ruleByRule` was not asked for. */
  readonly rules: readonly RuleContribution[];
  /** Origins and systems that gave no forecast, with the reason. */
  readonly failures: readonly BacktestFailure[];
}

/** One system's forecast of one total, and what came. */
export interface ScoredForecast {
  readonly system: SystemName;
  readonly stream: string;
  /** The horizon's name. */
  readonly horizon: string;
  readonly origin: Day;
  readonly observed: number;
  /**
   * What was so before the origin: `onset` where the window of the same length that ended at the origin held no event (so
   * that any event is new), `persistence` where it held some.
   */
  readonly state: 'onset' | 'persistence';
  readonly scores: ForecastScores;
}

export interface ScoreRow {
  readonly system: SystemName;
  readonly stream: string | null;
  readonly horizon: string;
  /** Null: all forecasts; else those of that state alone. */
  readonly state: 'onset' | 'persistence' | null;
  readonly forecasts: number;
  /** Means. `logScore` and `dawidSebastiani` are null where one forecast has none (an event it held impossible). */
  readonly crps: number;
  readonly logScore: number | null;
  readonly ignorance: number;
  readonly intervalScore90: number;
  readonly dawidSebastiani: number | null;
  /** Share of the observed counts inside the central intervals. */
  readonly coverage50: number;
  readonly coverage80: number;
  readonly coverage95: number;
  /** What the forecasts themselves promised for these intervals: counts jump, so that a central 50 % often holds more. */
  readonly held50: number;
  readonly held80: number;
  readonly held95: number;
  /** Ten bins of the non-randomised PIT; 1 everywhere is calibrated. */
  readonly pit: Float64Array;
}

/** Two systems on the same forecasts. Negative differences favour the first. */
export interface ForecastComparison {
  readonly first: SystemName;
  readonly second: SystemName;
  readonly stream: string | null;
  readonly horizon: string;
  readonly score: 'crps' | 'ignorance';
  readonly forecasts: number;
  readonly difference: number;
  /** 1 − mean score of the first / mean score of the second; null where the second is 0. */
  readonly skill: number | null;
  /** 90 % interval of the skill, by block bootstrap over origins. */
  readonly skillInterval: readonly [number, number] | null;
  /** Two-sided p-values: Diebold–Mariano with an HAC variance, and random signs of blocks of origins; null where undefined. */
  readonly dieboldMariano: number | null;
  readonly permutation: number | null;
}

export interface RuleContribution {
  readonly claim: string;
  readonly terms: readonly RuleTerm[];
  /** Full model against `without CLAIM` on the streams that the claim's terms move. */
  readonly comparisons: readonly ForecastComparison[];
}

export interface BacktestFailure {
  readonly system: SystemName;
  readonly origin: Day;
  readonly detail: string;
}

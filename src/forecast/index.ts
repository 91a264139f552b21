export {
  ENSEMBLE_QUANTILES,
  type Ensemble,
  type EnsembleOptions,
  type EnsembleWindow,
  type ForecastChange,
  type StreamEnsemble,
} from './ensemble.ts';
export { FLOORS, type FloorName } from './floorName.ts';
export type { FloorForecast, ForecastResult } from './forecastResult.ts';
export type { ForecastScores } from './forecastScores.ts';
export type {
  BacktestFailure,
  BacktestOptions,
  BacktestResult,
  ForecastComparison,
  RuleContribution,
  ScoredForecast,
  ScoreRow,
  SystemName,
} from './backtestResult.ts';
export type { FailedForecast, StreamDraws, TheatreDraws } from './theatreDraws.ts';
export type { LeftOut, RuleTerm, TheatreModel } from './theatreModel.ts';
export { drawTheatre, type TheatreDrawOptions } from './drawTheatre.ts';
export { gatherPaths } from './gatherPaths.ts';
export { modelTheatre } from './modelTheatre.ts';
export { panelUpTo } from './panelUpTo.ts';
export { simulateEnsemble } from './simulateEnsemble.ts';
export { simulatePaths, type PathPart } from './simulatePaths.ts';

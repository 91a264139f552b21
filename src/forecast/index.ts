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
export type { PathPart } from './runPaths.ts';
export { simulatePaths } from './simulatePaths.ts';
export { answerWhatIf, type WhatIfOptions } from './answerWhatIf.ts';
export type { NoWhatIfAnswer, WhatIfAnswer, WhatIfStretch } from './whatIfAnswer.ts';
export type { WhatIfEffect } from './whatIfEffect.ts';
export { readViewsDraws, type ViewsDrawsReading } from './readViewsDraws.ts';
export { UNIT_COLUMNS, type DrawsCell, type UnitColumn } from './viewsDraws.ts';
export { writeViewsDraws } from './writeViewsDraws.ts';
export { sampleQuantile } from './sampleQuantile.ts';
export { stretches } from './stretches.ts';
export { backtest } from './backtest.ts';
export { backtestOrigin, type OriginScores } from './backtestOrigin.ts';
export { defaultHorizons } from './defaultHorizons.ts';
export { drawFloor } from './drawFloor.ts';
export { gatherBacktest } from './gatherBacktest.ts';
export { placeOrigins } from './placeOrigins.ts';
export { scoreDraws } from './scoreDraws.ts';
export { forecastTheatre } from './forecastTheatre.ts';
export { tellUnstable } from './tellUnstable.ts';
export { compareWithFloor, type FloorComparison } from './compareWithFloor.ts';
export { monthsWithin, type MonthWindow } from './monthsWithin.ts';
export { scoreMonthDraws, type MonthDraws, type MonthScores, type UnscoredMonth } from './scoreMonthDraws.ts';

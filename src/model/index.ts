export type { CountPanel } from './countPanel.ts';
export type { ClaimPlan, ClaimTest, DelaySpec, Plan, PlannedStream, Untestability } from './plan.ts';
export {
  maskIncompleteHistory,
  parameterNames,
  type AnswerColumn,
  type EndemicColumn,
  type ModifierColumn,
  type StreamDesign,
} from './design.ts';
export * from './delays/index.ts';
export type { FailedFit, Fit, FitOptions, StreamFit } from './fit.ts';
export { fitStream } from './fitStream.ts';
export { lagSum } from './lagSum.ts';
export { likelihoodRatioTest, type LikelihoodRatioTest } from './likelihoodRatioTest.ts';
export { profileInterval, type ParameterInterval } from './profileInterval.ts';
export { recentMean } from './recentMean.ts';
export { nullModel, type EfficientScore, type NullModel } from './scoreTest.ts';
export { trendColumns, type TrendOptions } from './trend.ts';

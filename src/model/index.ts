export {
  coverageFromTotals,
  type CoverageFromTotals,
  type CoverageInterval,
  type KnownTotal,
} from './coverageFromTotals.ts';
export type { CountPanel } from './countPanel.ts';
export type { ClaimTest, ControlledGround, DelaySpec, NestedRule, StrengthSide } from './claimTest.ts';
export type { ClaimPlan, Plan, PlannedStream, Untestability } from './plan.ts';
export type { AnswerColumn, EndemicColumn, EstimatedDelay, ModifierColumn, StreamDesign } from './design.ts';
export * from './delays/index.ts';
export type { FailedFit, Fit, FitOptions, StreamFit } from './fit.ts';
export { fitStream } from './fitStream.ts';
export { lagSum } from './lagSum.ts';
export { likelihoodRatioTest, type LikelihoodRatioTest } from './likelihoodRatioTest.ts';
export { profileInterval, type ParameterInterval } from './profileInterval.ts';
export { refitWithoutSteps, type RefitWithout } from './refitWithoutSteps.ts';
export { recentMean } from './recentMean.ts';
export { recentMeans } from './recentMeans.ts';
export { nullModel, type EfficientScore, type NullModel } from './nullModel.ts';
export { trendColumns, type TrendOptions } from './trendColumns.ts';
export { branchingMatrix, type BranchingRule } from './branchingMatrix.ts';
export { sandwichErrors } from './sandwichErrors.ts';
export { seasonColumns } from './seasonColumns.ts';
export { spectralRadius } from './spectralRadius.ts';
export { weekdayColumns } from './weekdayColumns.ts';
export { buildPanel, type CoverageSpell, type PanelBase, type Placement } from './buildPanel.ts';
export { imputePanels } from './imputePanels.ts';
export { poolImputations, type PooledTest } from './poolImputations.ts';
export { shareImprecise } from './shareImprecise.ts';
export { compile, type CompileOptions } from './compile.ts';
export { delayForWindow, NAMED_DELAYS } from './delayForWindow.ts';
export { matchRecord, type MatchReport } from './matchRecord.ts';
export { pairsOf } from './pairsOf.ts';
export { planAmount } from './planAmount.ts';
export { streamsOf } from './streamsOf.ts';
export { findRecordDays } from './findRecordDays.ts';
export * from './panel/index.ts';
export { maskIncompleteHistory } from './maskIncompleteHistory.ts';
export { parameterNames } from './parameterNames.ts';
export {
  simulateCounts,
  type DeclaredModifier,
  type DeclaredRule,
  type DeclaredStream,
  type DeclaredTheatre,
} from './simulateCounts.ts';
export * from './posterior/index.ts';
export * from './theatre/index.ts';

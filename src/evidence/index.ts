export * from './calibration/index.ts';
export { compareRivals } from './rivals/compareRivals.ts';
export { compareTwo, type CompareTwo } from './rivals/compareTwo.ts';
export { controlErrors } from './controlErrors.ts';
export { correctMultiplicity } from './correctMultiplicity.ts';
export { describeClaim } from './describeClaim.ts';
export { describeExamination } from './describeExamination.ts';
export { gatherPictures, type PicturesInput } from './pictures/gatherPictures.ts';
export { gatherEvidence, type DuplicateReading, type Gathered } from './gatherEvidence.ts';
export type { Ahead, Judgement, JudgeContext, MatchingTotal, Reading } from './judge/context.ts';
export { judge } from './judge/judge.ts';
export { performPiece, type PieceKind, type Pieces } from './judge/performPiece.ts';
export { describeSoFar, type EarlyExamination, type JudgeAll, type Standing } from './describeSoFar.ts';
export { judgeClaim, type Judged } from './judgeClaim.ts';
export { theatreKey, type TheatreStream } from './theatreKey.ts';
export { listContexts } from './listContexts.ts';
export { listSharedEvents } from './listSharedEvents.ts';
export { matchTotals } from './matchTotals.ts';
export { describeRecord } from './describeRecord.ts';
export { describeTable } from './describeTable.ts';
export { assessRecords } from './assessRecords.ts';
export { THRESHOLDS } from './thresholds.ts';
export type * from './verdict.ts';
export { applyDeep } from './deep/applyDeep.ts';
export { planDeep, type DeepPiece, type DeepPlan } from './deep/planDeep.ts';
export {
  bootstrapWave,
  countAsLarge,
  decideWave,
  type AskedWave,
  type WaveBootstrap,
  type WaveDecision,
  type WaveOptions,
  type WavePair,
} from './wave/index.ts';
export { countPlan } from './countPlan.ts';
export {
  listChanges,
  type ListedChange,
  type ListedSegment,
  type ListedStream,
} from './changes/listChanges.ts';
export {
  discoverRules,
  type Discovery,
  type DiscoveryOptions,
  type FoundRule,
} from './discovery/discoverRules.ts';
export { findSharedRows, type SharedRows } from './discovery/findSharedRows.ts';
export type { CheckedPairing } from './discovery/checkPairing.ts';
export {
  explainVerdict,
  type WhyChain,
  type WhyInput,
  type WhyPart,
  type WhyPattern,
} from './why/explainVerdict.ts';
export { listEpisodes, type ListedEpisode, type ListedEpisodes } from './episodes/listEpisodes.ts';
export type { Answered, EpisodeSummary } from './episodes/summariseEpisodes.ts';
export { keepLedger, type LedgerEntry, type LedgerSource, type Outcome } from './ledger/keepLedger.ts';

// What is slow to load (the store, the judges) is loaded when it is asked for, so that `tacit check` starts at once.
export { openClaimsOf } from './openClaimsOf.ts';
export { decideDuplicates } from './decideDuplicates.ts';
export { defaultThreads } from './defaultThreads.ts';
export { describeFault } from './describeFault.ts';
export { examineInThreads } from './examineInThreads.ts';
export { examineTheatre, type JudgingOptions } from './examineTheatre.ts';
export { explainClaim } from './explainClaim.ts';
export { gatherRecordFacts } from './gatherRecordFacts.ts';
export { hasErrors } from './hasErrors.ts';
export { holdJudges, type HeldJudges } from './holdJudges.ts';
export { importTables, type ImportTelling } from './importTables.ts';
export { judgeInThreads } from './judgeInThreads.ts';
export { listUndeclared, type DeclaredName, type UndeclaredNames } from './listUndeclared.ts';
export { loadTheatre, type LoadedTheatre } from './loadTheatre.ts';
export { lookAtRecords, type RecordLook } from './lookAtRecords.ts';
export type { OpenRecords } from './openRecords.ts';
export type { ExaminerWatch } from './examinerWatch.ts';
export { openJudges } from './openJudges.ts';
export { openExaminer, type Examiner, type ExaminerAnswer } from './openExaminer.ts';
export { planRecords } from './planRecords.ts';
export { prepareTheatre, type TheatrePreparation, type TheatreWithRecords } from './prepareTheatre.ts';
export { startProgress, type Progress, type ProgressState } from './startProgress.ts';
export { readBeside } from './readBeside.ts';
export { readTextFile, type TextFile } from './readTextFile.ts';
export { resolveInside } from './resolveInside.ts';
export type { ExitCode, Outcome, Shell } from './shell.ts';
export { writeAtomically } from './writeAtomically.ts';
export { draftArticle } from './draftArticle.ts';
export {
  draftArticles,
  type ArticleFile,
  type DraftArticlesOptions,
  type DraftOutcome,
} from './draftArticles.ts';
export { endWithParent } from './endWithParent.ts';

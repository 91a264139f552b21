export {
  downloadFile,
  fetchAcled,
  fetchGdelt,
  UCDP_VERSION,
  ucdpFile,
  type AcledQuery,
  type Downloaded,
  type FetchFault,
  type GdeltFetched,
} from './fetch/index.ts';
export { importFile } from './importFile.ts';
export { importInputs } from './importInputs.ts';
export type {
  ImportAnswers,
  ImportOptions,
  ImportOutcome,
  ImportProgress,
  ImportResult,
  InputOutcome,
} from './importResult.ts';
export { listInputs } from './listInputs.ts';
export { loadCountsTable } from './loadCountsTable.ts';
export { loadPublishedTotals } from './loadPublishedTotals.ts';
export { openStore, type StoreOpening } from './openStore.ts';
export { DEFAULT_LIMITS, type InputLimits, type RecordInput } from './recordInput.ts';
export { readTableMap } from './readTableMap.ts';
export { readTableStart, type TableStart } from './readTableStart.ts';

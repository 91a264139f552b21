export { importFile } from './importFile.ts';
export type { ImportOptions, ImportOutcome, ImportProgress, ImportResult } from './importResult.ts';
export { loadCountsTable } from './loadCountsTable.ts';
export { loadPublishedTotals } from './loadPublishedTotals.ts';
export { openStore, type StoreOpening } from './openStore.ts';

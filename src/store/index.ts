export { importFile } from './importFile.ts';
export type { ImportOptions, ImportOutcome, ImportProgress, ImportResult } from './importResult.ts';
export { loadCountsTable, type CountsTableLoading } from './loadCountsTable.ts';
export { loadPublishedTotals, type PublishedTotalsLoading } from './loadPublishedTotals.ts';
export { openStore, type StoreOpening } from './openStore.ts';

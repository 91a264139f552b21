import type { CountsTable, RecordFault } from '../record/index.ts';

export type CountsTableLoading =
  | { readonly kind: 'table'; readonly table: CountsTable }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

/** Reads a table of counts (`record "daily.csv" as counts per day`) from its file. */
export function loadCountsTable(
  file: string,
  step: 'day' | 'week',
  name?: string,
): Promise<CountsTableLoading> {
  throw new Error(`loadCountsTable is being written: ${file} ${step} ${name ?? ''}`);
}

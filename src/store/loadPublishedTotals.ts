import type { PublishedTotal, RecordFault, SetAsideRow } from '../record/index.ts';

export type PublishedTotalsLoading =
  | {
      readonly kind: 'totals';
      readonly totals: readonly PublishedTotal[];
      readonly setAside: readonly SetAsideRow[];
    }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

/** Reads published running totals (`totals "counters.csv"`) from their file. */
export function loadPublishedTotals(file: string, name?: string): Promise<PublishedTotalsLoading> {
  throw new Error(`loadPublishedTotals is being written: ${file} ${name ?? ''}`);
}

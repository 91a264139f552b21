import type { DatedRow } from './eventStore.ts';

/** The order of a store: by day, record and line. */
export function compareRows(a: Omit<DatedRow, 'id'>, b: Omit<DatedRow, 'id'>): number {
  return a.first - b.first || a.last - b.last || compareText(a.record, b.record) || a.line - b.line;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

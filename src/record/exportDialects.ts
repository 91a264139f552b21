import type { Dialect } from './readDelimited.ts';

/** Exports that are opened and saved by a spreadsheet come back with semicolons. */
export const EXPORT_DIALECTS: readonly Dialect[] = [',', ';'].map((delimiter) => ({
  delimiter,
  quote: '"',
  longestField: 100_000,
}));

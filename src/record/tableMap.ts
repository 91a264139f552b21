/**
 * How a table of any form is read: which column holds what, in words that a person confirmed. It is drafted from a
 * header (`tacit import --draft-map`), kept as a TOML file beside the table, and never applied unconfirmed.
 */
import type { DateOrder, Encoding } from './writtenForm.ts';

/** What a column of a table can be. */
export const TABLE_FIELDS = [
  ...(['id', 'date', 'year', 'month', 'day', 'date_end', 'precision'] as const),
  ...(['initiator', 'target', 'act'] as const),
  ...(['place', 'zone', 'country', 'latitude', 'longitude'] as const),
  ...(['killed_low', 'killed_best', 'killed_high', 'wounded'] as const),
  ...(['attribution', 'sources', 'address', 'note'] as const),
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** What may be the same for every row of a table, and then needs no column. */
export const FIXED_FIELDS = [
  ...(['precision', 'initiator', 'target', 'act', 'place', 'zone', 'country'] as const),
  ...(['attribution', 'sources'] as const),
] as const;
export type FixedField = (typeof FIXED_FIELDS)[number];

export const TABLE_DELIMITERS = [',', ';', '\t', '|'] as const;
export type TableDelimiter = (typeof TABLE_DELIMITERS)[number];

export interface TableMap {
  readonly delimiter: TableDelimiter;
  /** False where quotation marks are letters like any other. */
  readonly quoted: boolean;
  readonly encoding: Encoding;
  readonly dates: DateOrder | null;
  /** Whether the columns of initiator and target say who acted on whom. */
  readonly directed: boolean;
  /** Which column of the file holds a field; a field left out is not held. */
  readonly columns: Readonly<Partial<Record<TableField, string>>>;
  /** What is the same for every row of the file. */
  readonly fixed: Readonly<Partial<Record<FixedField, string>>>;
  /** Code of the file → class of acts; codes left out are listed as unmapped. */
  readonly acts: Readonly<Record<string, string>>;
  /** What the file writes where a value is not known (`NA`, `-99`). */
  readonly unknown: readonly string[];
  /** Separator between several names in one cell, or null where a cell holds one name. */
  readonly nameSeparator: string | null;
}

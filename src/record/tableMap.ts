/**
 * How a table of any form is read: which column holds what, in words that a person confirmed. It is drafted from a
 * header (`tacit import --draft-map`), kept as a TOML file beside the table, and never applied unconfirmed.
 */
import type { DateOrder, Encoding } from './writtenForm.ts';

/** What a column of a table can be. */
export type TableField =
  | 'id'
  | 'date'
  | 'date_end'
  | 'precision'
  | 'initiator'
  | 'target'
  | 'act'
  | 'place'
  | 'zone'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'killed_low'
  | 'killed_best'
  | 'killed_high'
  | 'wounded'
  | 'attribution'
  | 'sources'
  | 'address'
  | 'note';

export interface TableMap {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** False where quotation marks are letters like any other. */
  readonly quoted: boolean;
  readonly encoding: Encoding;
  readonly dates: DateOrder | null;
  /** Whether the columns of initiator and target say who acted on whom. */
  readonly directed: boolean;
  /** Which column of the file holds a field; a field left out is not held. */
  readonly columns: Readonly<Partial<Record<TableField, string>>>;
  /** Code of the file → class of acts; codes left out are listed as unmapped. */
  readonly acts: Readonly<Record<string, string>>;
  /** What the file writes where a value is not known (`NA`, `-99`). */
  readonly unknown: readonly string[];
  /** Separator between several names in one cell, or null where a cell holds one name. */
  readonly nameSeparator: string | null;
}

/** How the fields of a file are told apart. Nothing of it is ever guessed from the content. */
export interface Dialect {
  /** One character. */
  readonly delimiter: string;
  /** Null where quotes are letters like any other (ICEWS). */
  readonly quote: '"' | null;
  /** Characters; a row with a longer field is not read. */
  readonly longestField: number;
}

export interface DelimitedRow {
  readonly kind: 'row';
  /** Line on which the row begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** The row as written, shortened when it is very long. */
  readonly raw: string;
}

/** A row whose fields cannot be told apart, or that holds what no text holds. */
export interface BrokenRow {
  readonly kind: 'broken';
  readonly line: number;
  /** Number of the field at fault, from 0. */
  readonly field: number;
  readonly reason: string;
  readonly raw: string;
}

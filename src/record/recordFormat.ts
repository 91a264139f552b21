/** What a format must say about itself; the menu of formats is `recordFormats.ts`. */
import type { Event, SetAsideRow } from './event.ts';
import type { DelimitedRow, Dialect } from './readDelimited.ts';
import type { RecordFault } from './recordFault.ts';

export type RowReading =
  | { readonly kind: 'right'; readonly event: Event }
  | { readonly kind: 'setAside'; readonly row: SetAsideRow };

/** Reads the rows of one file whose header it has seen. Pure: the same row gives the same reading. */
export interface RowReader {
  readonly kind: 'rows';
  /** Names of the columns in their order, for saying where a row is at fault. */
  readonly columns: readonly string[];
  /** Columns of the file that this format does not know: they stay in the file and change nothing. */
  readonly unusedColumns: readonly string[];
  read(row: DelimitedRow): RowReading;
}

export interface RecordFormat {
  readonly name: string;
  readonly title: string;
  readonly dialect: Dialect;
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** Whether two rows of one file may not bear the same id. */
  readonly uniqueIds: boolean;
  /** True when a header is surely of this format: how a file is recognised when no format is named. */
  recognises(header: readonly string[]): boolean;
  /** Looks at the first row; gives a reader of the others, or says why the file cannot be read. */
  start(
    first: DelimitedRow,
    record: string,
  ): RowReader | { readonly kind: 'fault'; readonly fault: RecordFault };
}

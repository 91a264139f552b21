/** What a format must say about itself; the menu of formats is `recordFormats.ts`. */
import type { Event, SetAsideRow } from './event.ts';
import type { DelimitedRow, Dialect } from './readDelimited.ts';
import type { RecordFault } from './recordFault.ts';
import type { TableMap } from './tableMap.ts';
import type { DateOrder, Encoding } from './writtenForm.ts';

/** What the person said about the file. */
export interface ReadingOptions {
  /** Answers how the dates of this file are written; null where nobody said. */
  readonly dates: DateOrder | null;
  /** The confirmed mapping of a table of any form; null for every other format. */
  readonly map: TableMap | null;
}

export type RowReading =
  /**
   * `dateOrder`: the only order in which the numbers of the row's date make a date, where they decide it. `country`: the
   * country the row names for its position (a name or a code of three letters), against which the position is checked.
   */
  | {
      readonly kind: 'right';
      readonly event: Event;
      readonly dateOrder?: DateOrder;
      readonly country?: string;
    }
  | { readonly kind: 'setAside'; readonly row: SetAsideRow }
  /** The row's date is two days, depending on an order that nobody said: the person is asked, once per file. */
  | { readonly kind: 'ambiguousDate'; readonly column: string; readonly text: string };

/** Reads the rows of one file whose header it has seen. Pure: the same row gives the same reading. */
export interface RowReader {
  readonly kind: 'rows';
  /** Names of the columns in their order, for saying where a row is at fault. */
  readonly columns: readonly string[];
  /** How many fields a row may have; usually as many as there are columns. */
  readonly widths: readonly number[];
  /** Positions of the fields that `read` looks at, or null for all; the others may be handed over empty. */
  readonly uses: readonly number[] | null;
  /** Columns of the file that this format does not know: they stay in the file and change nothing. */
  readonly unusedColumns: readonly string[];
  read(row: DelimitedRow): RowReading;
}

export interface RecordFormat {
  readonly name: string;
  readonly title: string;
  /** How its files tell fields apart; where there are several, the header decides, never the rows. */
  readonly dialects: readonly Dialect[];
  readonly encodings: readonly Encoding[];
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /**
   * True where every file of the format ends its last row with a line end: a file that does not was cut off, perhaps
   * inside a number. Left out where people save such files, since many programs write no last line end.
   */
  readonly endsLines?: true;
  /** Whether two rows of one file may not bear the same id. */
  readonly uniqueIds: boolean;
  /** True when a first row is surely of this format: how a file is recognised when no format is named. */
  recognises(first: readonly string[]): boolean;
  /** Looks at the first row; gives a reader of the others, or says why the file cannot be read. */
  start(
    first: DelimitedRow,
    record: string,
    options: ReadingOptions,
  ): RowReader | { readonly kind: 'fault'; readonly fault: RecordFault };
}

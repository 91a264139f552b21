import type { Dialect, ReadingOptions } from '../record/index.ts';
import type { InputLimits } from './recordInput.ts';

/** One import as the reading process gets it: plain data. */
export interface ImportJob {
  readonly store: string;
  /** Where the file lies, and under which name the store keeps it. */
  readonly path: string;
  readonly name: string;
  readonly format: string;
  readonly memoryMegabytes: number;
  readonly options: ReadingOptions;
  /** Number of the member, where the file is an archive, and then the SHA-256 of the archive. */
  readonly member?: number | null;
  readonly archiveHash?: string;
  /** How the fields are told apart; the first dialect of the format when left out. */
  readonly dialect?: Dialect;
  /** The format the person named; it is kept with the record. */
  readonly asked?: string | null;
  readonly limits?: InputLimits;
  /** Rows after which a long import is kept in part; `DEFAULT_PART_ROWS` when left out. */
  readonly partRows?: number;
}

/** A second or two of work: no more than that is done twice. */
export const DEFAULT_PART_ROWS = 250_000;

export interface ImportWatch {
  progress(rows: number, bytes: number): void;
  /** True when the import is to end, keeping what can be kept. */
  mustStop(): boolean;
}

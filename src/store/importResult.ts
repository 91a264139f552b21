import type { DateOrder, RecordFault, TableMap } from '../record/index.ts';

/** What `tacit import --json` prints for one file. */
export interface ImportResult {
  readonly file: string;
  readonly format: string;
  /** Rows of the file without its header; every one is either right or set aside. */
  readonly rows: number;
  readonly right: number;
  /** The first 100 in the order of the file. */
  readonly setAside: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly reason: string;
  }[];
  readonly setAsideCount: number;
  /** Pairs of events, one of them of this file, that may be one incident coded twice. */
  readonly duplicatesProposed: number;
  /** True when the store already held exactly this file and nothing was done. */
  readonly unchanged: boolean;
  /** Columns the format does not know; they change nothing. */
  readonly unusedColumns: readonly string[];
}

export type ImportOutcome =
  | { readonly kind: 'imported'; readonly result: ImportResult }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

export interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ImportOptions {
  /** A name of the menu of formats, or `counts`; left out, the header tells. */
  readonly format?: string;
  /** Under which name the store keeps the record; the file's own name when left out. */
  readonly name?: string;
  /** Answers in which order the file writes its dates. */
  readonly dates?: DateOrder;
  /** The confirmed mapping of a table of any form. */
  readonly map?: TableMap;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Megabytes of memory for the reading process; 1024 when left out. */
  readonly memoryMegabytes?: number;
  /** Seconds after which the import is given up; 3600 when left out. */
  readonly timeLimitSeconds?: number;
}

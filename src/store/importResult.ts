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
  /** Those of them whose other event is of another record of the store; absent where there is none. */
  readonly duplicatesAcross?: number;
  /** True when the store already held exactly this file and nothing was done. */
  readonly unchanged: boolean;
  /** Columns the format does not know; they change nothing. */
  readonly unusedColumns: readonly string[];
  /** How the text was read: `utf-8`, `utf-16le`, `utf-16be` or, where the format allows it, `windows-1252`. */
  readonly encoding: string;
}

export type ImportOutcome =
  | { readonly kind: 'imported'; readonly result: ImportResult }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

/** What became of one table of several: a file found in a folder or an archive may be no event record at all. */
export type InputOutcome =
  ImportOutcome | { readonly kind: 'skipped'; readonly file: string; readonly reason: string };

export interface ImportProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** What a person said about a file; kept with the record, so that reading it again asks nothing twice. */
export interface ImportAnswers {
  /** The format that was named; null where the first row told. */
  readonly format: string | null;
  readonly dates: DateOrder | null;
  readonly map: TableMap | null;
}

export interface ImportOptions {
  /** A name of the menu of formats, or `counts`; left out, the first row tells. */
  readonly format?: string;
  /** Under which name the store keeps the record; the file's own name when left out. */
  readonly name?: string;
  /** Answers in which order the file writes its dates. */
  readonly dates?: DateOrder;
  /** The confirmed mapping of a table of any form. */
  readonly map?: TableMap;
  /** True to take what is left out of format, dates and map from what was said when the record was read last. */
  readonly sameAnswers?: boolean;
  /** False to read nothing: a table that the store lacks is then a fault. */
  readonly mayRead?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Megabytes of memory for the reading process; 1024 when left out. */
  readonly memoryMegabytes?: number;
  /** Seconds after which the import of one table is given up; 3600 when left out. */
  readonly timeLimitSeconds?: number;
  /** Bytes of one table, also after unpacking; 16 GiB when left out. */
  readonly largestBytes?: number;
  /** How many times larger a compressed table may become; 200 when left out. */
  readonly largestExpansion?: number;
  /** Rows after which a long import is kept in part; 250,000 when left out. */
  readonly partRows?: number;
  /** Told the number of every reading process. */
  readonly onProcess?: (pid: number) => void;
}

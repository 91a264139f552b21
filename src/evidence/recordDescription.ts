import type { RecordContents } from '../record/index.ts';

/** What lies in a record, days written out: printed by `tacit record`, in the report and as JSON. */
export interface RecordDescription extends Pick<
  RecordContents,
  | 'rows'
  | 'right'
  | 'setAside'
  | 'setAsideReasons'
  | 'byPrecision'
  | 'byAttribution'
  | 'byMonth'
  | 'withDeaths'
  | 'withPosition'
  | 'withoutInitiator'
  | 'contested'
  | 'undirected'
> {
  readonly file: string;
  /** SHA-256 of its bytes in hex; of a folder or archive how many files it has. */
  readonly hash: string;
  readonly format: string;
  readonly files: readonly {
    readonly file: string;
    readonly hash: string;
    readonly rows: number;
    readonly setAside: number;
  }[];
  /** First and last day of any event. */
  readonly first: string | null;
  readonly last: string | null;
  /** The commonest names. */
  readonly sources: readonly NamedEvents[];
  readonly initiators: readonly NamedEvents[];
  readonly targets: readonly NamedEvents[];
  /** Codes of acts that have a class, and those that have none. */
  readonly mappedActs: readonly (NamedEvents & { readonly actClass: string })[];
  readonly unmappedActs: readonly NamedEvents[];
  readonly gaps: readonly GapDescription[];
  readonly duplicates: {
    readonly count: number;
    /** Those whose other row lies in another record; null where not all are listed. Absent in a table of counts. */
    readonly across?: number | null;
    /** False where there are too many pairs to be listed: then no reading counts them once. */
    readonly complete: boolean;
    readonly pairs: readonly DuplicateDescription[];
  };
  /** Of a table of counts. */
  readonly columns: readonly ColumnDescription[];
}

export interface NamedEvents {
  readonly name: string;
  readonly events: number;
}

/** A run without any event that the record's own rate makes very unlikely (`proposeGaps`). */
export interface GapDescription {
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly expected: number;
}

export interface DuplicateRow {
  readonly id: string;
  readonly record: string;
  readonly line: number;
  readonly days: string;
  readonly sides: string;
  readonly act: string;
  readonly place: string;
}

export interface DuplicateDescription {
  readonly earlier: DuplicateRow;
  readonly later: DuplicateRow;
  readonly metres: number | null;
}

/** One column of a table of counts. */
export interface ColumnDescription {
  readonly name: string;
  readonly total: number;
  /** Steps without a number: not recorded. */
  readonly empty: number;
  /** Longer runs of zeros than the column's own rate allows, and runs of 14 days or more without a number. */
  readonly zeroRuns: readonly GapDescription[];
  readonly emptyRuns: readonly { readonly first: string; readonly last: string; readonly days: number }[];
}

import type { Day } from '../calendar/index.ts';
import type { Event, SetAsideRow } from './event.ts';
import type { CountCell, CountPlan, EventKey, StreamSelection } from './selection.ts';

export interface NameCount {
  readonly name: string;
  readonly events: number;
}

/** What is inside one record of the store. */
export interface RecordSummary {
  readonly record: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  readonly format: string;
  readonly rows: number;
  readonly right: number;
  readonly setAside: number;
  readonly first: Day | null;
  readonly last: Day | null;
  readonly byPrecision: Readonly<Record<string, number>>;
  readonly byAttribution: Readonly<Record<string, number>>;
  /** Rows that hold a death count at all; 0 means that the record does not hold deaths. */
  readonly withDeaths: number;
  readonly withPosition: number;
  readonly withoutInitiator: number;
  /** Rows with several names of doers, any of whom may have been the one; where the record tells no attribution they may be names of one. */
  readonly contested: number;
  /** Rows whose two sides the record names without saying who acted on whom. */
  readonly undirected: number;
}

/** One row of a record with its days: enough to tell rows apart and to put them in order. */
export interface DatedRow extends EventKey {
  readonly id: string;
  readonly first: Day;
  readonly last: Day;
}

/** Pairs of rows that may be one incident coded twice. */
export interface ProposedPairs {
  /** All pairs proposed, also those that are not listed because there are too many. */
  readonly count: number;
  /** The earlier row first (day, record, line); pairs stand in that order too. */
  readonly pairs: readonly (readonly [DatedRow, DatedRow])[];
}

/** One reason for which rows were set aside, the particulars (`2019-02-30`, `“several”`) left out. */
export interface SetAsideReason {
  readonly column: string | null;
  readonly reason: string;
  readonly rows: number;
  readonly firstLine: number;
}

/** Names of a record with how many events hold them, commonest first. */
export interface Vocabulary {
  readonly initiators: readonly NameCount[];
  readonly targets: readonly NameCount[];
  readonly acts: readonly {
    readonly code: string;
    readonly actClass: string | null;
    readonly events: number;
  }[];
  readonly places: readonly NameCount[];
}

/** A published running total (`totals "counters.csv"`). */
export interface PublishedTotal {
  readonly day: Day;
  readonly source: string;
  readonly scope: string;
  /** First day of the counted period where the scope states one. */
  readonly since: Day | null;
  readonly total: number;
  readonly address: string | null;
  readonly note: string | null;
}

/** A table of counts as a record: one row per step, one series per column. */
export interface CountsTable {
  readonly record: string;
  readonly hash: string;
  readonly step: 'day' | 'week';
  readonly first: Day;
  /** Number of steps. */
  readonly steps: number;
  /** Null where the cell is empty: not recorded, never zero. */
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly setAside: readonly SetAsideRow[];
}

/** The one door to event data. `examine` receives it and never opens one. */
export interface EventStore {
  summaries(): Promise<readonly RecordSummary[]>;
  count(plan: CountPlan): Promise<readonly CountCell[]>;
  /** The events of one selection, ordered by day, record and line; `without` as in a count plan. */
  events(
    selection: StreamSelection,
    limit?: number,
    without?: readonly EventKey[],
  ): Promise<readonly Event[]>;
  /** The events of some rows, in the same order; rows that are not held are left out. */
  eventsAt(rows: readonly EventKey[]): Promise<readonly Event[]>;
  /** Pairs that may be one incident coded twice; of one record those in which it has a share. */
  duplicates(record?: string): Promise<ProposedPairs>;
  /** Every row that bears one of these ids, ordered by day, record and line. */
  findIds(ids: readonly string[]): Promise<readonly DatedRow[]>;
  /** Up to `limit` ids of one record that are written most like a text, nearest first. */
  similarIds(record: string, text: string, limit: number): Promise<readonly string[]>;
  vocabulary(record?: string): Promise<Vocabulary>;
  /** Names of the sources that most rows give, commonest first; a cell holds several between semicolons. */
  sources(record: string, limit: number): Promise<readonly NameCount[]>;
  setAsideRows(record: string, limit?: number): Promise<readonly SetAsideRow[]>;
  /** All rows set aside by reason, commonest first. */
  setAsideReasons(record: string): Promise<readonly SetAsideReason[]>;
  /** Events of the record per month (key `2024-02`), for the record-quality picture. */
  eventsByMonth(record?: string): Promise<readonly { readonly month: string; readonly events: number }[]>;
  /** Events by the days on which they count (a spell: the day it begins), in order. */
  eventsByDay(
    record?: string,
  ): Promise<readonly { readonly first: Day; readonly last: Day; readonly events: number }[]>;
  /** Lets go of the store; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

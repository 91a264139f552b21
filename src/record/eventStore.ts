import type { Day } from '../calendar/index.ts';
import type { Event, SetAsideRow } from './event.ts';
import type { CountCell, CountPlan, StreamSelection } from './selection.ts';

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
  /** The events of one selection, ordered by day, record and line. */
  events(selection: StreamSelection, limit?: number): Promise<readonly Event[]>;
  vocabulary(record?: string): Promise<Vocabulary>;
  setAsideRows(record: string, limit?: number): Promise<readonly SetAsideRow[]>;
  /** Events of the record per month (key `2024-02`), for the record-quality picture. */
  eventsByMonth(record?: string): Promise<readonly { readonly month: string; readonly events: number }[]>;
  /** Lets go of the store; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

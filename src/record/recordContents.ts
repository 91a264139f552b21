import type { Day } from '../calendar/index.ts';
import type { Event } from './event.ts';
import type { NameCount, SetAsideReason, Vocabulary } from './eventStore.ts';
import type { ProposedGap } from './proposeGaps.ts';

/** Two rows that may be one incident coded twice. */
export interface DuplicatePair {
  readonly earlier: Event;
  readonly later: Event;
  /** Between their positions; null where one has none. */
  readonly metres: number | null;
}

/** What lies in a record, or in all the files of a folder or archive: how much, how exact, by whom, and what is odd. */
export interface RecordContents {
  readonly record: string;
  /** The files that were read, one unless the record is a folder or an archive. */
  readonly files: readonly {
    readonly file: string;
    readonly hash: string;
    readonly format: string;
    readonly rows: number;
    readonly right: number;
    readonly setAside: number;
  }[];
  readonly rows: number;
  readonly right: number;
  readonly setAside: number;
  readonly setAsideReasons: readonly SetAsideReason[];
  readonly first: Day | null;
  readonly last: Day | null;
  readonly byPrecision: Readonly<Record<string, number>>;
  readonly byAttribution: Readonly<Record<string, number>>;
  readonly byMonth: readonly { readonly month: string; readonly events: number }[];
  readonly withDeaths: number;
  readonly withPosition: number;
  readonly withoutInitiator: number;
  readonly contested: number;
  readonly undirected: number;
  /** The commonest names. */
  readonly sources: readonly NameCount[];
  readonly initiators: readonly NameCount[];
  readonly targets: readonly NameCount[];
  /** All codes of acts; a class of null is unmapped. */
  readonly acts: Vocabulary['acts'];
  readonly gaps: readonly ProposedGap[];
  readonly duplicates: {
    /** All pairs proposed in which this record has a share. */
    readonly count: number;
    /** Those of them whose other row lies in another record; null where not all pairs are listed. */
    readonly across: number | null;
    /** Whether the store lists all of them; if not they can only be counted apart, or decided one by one. */
    readonly complete: boolean;
    /** The first of them, with their events. */
    readonly pairs: readonly DuplicatePair[];
  };
}

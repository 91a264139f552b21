/** The Plan: what each claim needs from the record and what is to be tested, as plain data. Made by `compile`. */
import type { Day, DayInterval } from '../calendar/index.ts';
import type { ClaimTest } from './claimTest.ts';
import type { AmountUnit } from '../language/index.ts';
import type { EventSelection, StreamSelection } from '../record/index.ts';

/** A stream of the plan: a pattern (or several joined by `or`) counted by day. */
export interface PlannedStream {
  readonly id: string;
  /** Canonical text of the pattern, for tables and pictures. */
  readonly text: string;
  readonly unit: AmountUnit;
  readonly selection: StreamSelection;
  /** Columns of counts tables that are summed instead of counting events; null where events are counted. */
  readonly columns: readonly { readonly record: string; readonly column: string }[] | null;
  /** Why this stream cannot be counted on these records (`pair absent`, …), or null. */
  readonly untestable: Untestability | null;
  /** Those of its events that count whichever side acted, since nothing tells who did; absent where all are told. */
  readonly undirected?: readonly EventSelection[];
  /** Those that count in both orders because the file says that one side alone has the means. */
  readonly byMeans?: readonly EventSelection[];
  /** Patterns of the file that let the other side act by the same means, by their streams. */
  readonly reversedBy?: readonly string[];
}

/** Machine reasons for `not testable`; `detail` is a sentence for people. */
export interface Untestability {
  readonly reason:
    | 'pair absent'
    | 'below threshold'
    | 'direction unknown'
    | 'window not covered'
    | 'dates too coarse'
    | 'intent'
    | 'cause'
    | 'capability'
    | 'antecedent never occurred'
    | 'window always holds one'
    | 'no such column';
  readonly detail: string;
}

export interface ClaimPlan {
  readonly claim: string;
  /** The days on which triggers count (restrictions applied, up to publication), sorted and disjoint. */
  readonly days: readonly DayInterval[];
  /** The same without the publication limit, after publication only; empty when nothing is left. */
  readonly daysAfterPublication: readonly DayInterval[];
  /** The last day the claim may be judged on: its source's publication; null when that is not known. */
  readonly judgedUntil: Day | null;
  /** True when `judgedUntil` is the default, not stated in the file. */
  readonly publishedDefault: boolean;
  readonly test: ClaimTest;
  /** The same test on the days after publication, or null where nothing is left to test there. */
  readonly testAfterPublication: ClaimTest | null;
}

export interface Plan {
  readonly first: Day;
  readonly last: Day;
  /** Days that some record covers minus its `missing` spells; outside them nothing is counted as calm. */
  readonly recorded: readonly DayInterval[];
  readonly stepDays: 1 | 7;
  readonly streams: readonly PlannedStream[];
  readonly claims: readonly ClaimPlan[];
  /** Declared periods that lie in the plan's days, closed at its ends; absent where there are none. */
  readonly periods?: readonly { readonly name: string; readonly days: readonly DayInterval[] }[];
  /** Claims declared as rivals of each other, by name. */
  readonly rivals: readonly (readonly string[])[];
  /** Published totals and the stream of what they count; only where the file says what that is. */
  readonly totals: readonly {
    readonly record: string;
    readonly file: string;
    readonly stream: string;
    /** The streams whose every event the totals count too: that one, and narrower patterns. */
    readonly inside: readonly string[];
  }[];
}

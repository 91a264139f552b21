/** The Plan: what each claim needs from the record and what is to be tested, as plain data. Made by `compile`. */
import type { Day, DayInterval } from '../calendar/index.ts';
import type { AmountUnit, By, Quantity, ResolvedForm, Trend } from '../language/index.ts';
import type { StreamSelection } from '../record/index.ts';

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
    | 'no such column'
    | 'not judged yet';
  readonly detail: string;
}

export interface DelaySpec {
  readonly family: string;
  /** First and last lag in days; the family's parameters follow from them (`delayForWindow`). */
  readonly from: number;
  readonly to: number;
}

export type ClaimTest =
  | {
      readonly kind: 'answer';
      readonly trigger: string;
      readonly response: string;
      readonly delay: DelaySpec;
      readonly share: Quantity | null;
    }
  | {
      readonly kind: 'noExtra';
      readonly trigger: string;
      readonly response: string;
      readonly delay: DelaySpec;
    }
  | {
      readonly kind: 'shift';
      readonly trigger: string;
      readonly response: string;
      readonly how: 'fewer' | 'more';
      readonly negated: boolean;
      readonly days: number;
    }
  | {
      readonly kind: 'change';
      readonly stream: string;
      readonly trend: Trend;
      readonly steadily: boolean;
      readonly windows: readonly DayInterval[];
      readonly base: readonly DayInterval[];
      readonly baseText: string;
      readonly comparison: string | null;
      readonly by: By | null;
    }
  | {
      readonly kind: 'truce';
      readonly directions: readonly string[];
      readonly windows: readonly DayInterval[];
      readonly base: readonly DayInterval[];
      readonly anticipation: DayInterval | null;
      readonly holding: { readonly quantity: Quantity; readonly days: number } | null;
    }
  | {
      readonly kind: 'event';
      /** Events of the pattern on the claimed days, of any size. */
      readonly stream: string;
      /** Events of the pattern on any day, of any size: for `first` and for the nearest event. */
      readonly anyDay: string;
      readonly date: DayInterval | null;
      readonly first: boolean;
      readonly size: { readonly measure: string; readonly quantity: Quantity } | null;
    }
  | {
      readonly kind: 'total';
      readonly stream: string;
      readonly quantity: Quantity;
      readonly perDays: number | null;
      readonly interval: DayInterval;
    }
  | { readonly kind: 'untestable'; readonly of: 'intent' | 'cause' | 'capability'; readonly text: string }
  | {
      readonly kind: 'notJudgedYet';
      readonly form: ResolvedForm['kind'];
      readonly streams: readonly string[];
    };

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
  /** Published totals and the stream of what they count; only where the file says what that is. */
  readonly totals: readonly { readonly record: string; readonly file: string; readonly stream: string }[];
}

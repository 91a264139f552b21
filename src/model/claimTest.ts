/** What is to be tested of a claim, as plain data: one member for every sentence form. */
import type { Day, DayInterval } from '../calendar/index.ts';
import type { By, Quantity, Trend } from '../language/index.ts';

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
      readonly nested: NestedRule | null;
    }
  | {
      readonly kind: 'noExtra';
      readonly trigger: string;
      readonly response: string;
      readonly delay: DelaySpec;
      readonly nested: NestedRule | null;
    }
  | {
      readonly kind: 'shift';
      readonly trigger: string;
      readonly response: string;
      readonly how: 'fewer' | 'more';
      readonly negated: boolean;
      readonly days: number;
      readonly nested: NestedRule | null;
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
  /** Two rules in one fit: `second` answers `first`, and `first` answers `second`. */
  | {
      readonly kind: 'mutual';
      readonly first: string;
      readonly second: string;
      readonly delay: DelaySpec;
    }
  /** `when P then Q that day`: coincidence, never an answer, since days have no order inside. */
  | {
      readonly kind: 'sameDay';
      readonly trigger: string;
      readonly response: string;
      readonly share: Quantity | null;
    }
  /** `each of`: the same sentence about several sides or places. Answers share one strength and are fitted together. */
  | {
      readonly kind: 'each';
      readonly members: readonly { readonly label: string; readonly test: ClaimTest }[];
    }
  | {
      readonly kind: 'onlyDuring';
      readonly stream: string;
      readonly period: string;
      readonly inside: readonly DayInterval[];
      readonly outside: readonly DayInterval[];
    }
  | {
      readonly kind: 'onlyAfter';
      readonly stream: string;
      readonly after: string;
      /** Within so many days after; the day itself does not count as after. */
      readonly days: number;
    }
  | {
      readonly kind: 'coMovement';
      readonly stream: string;
      readonly trend: Trend;
      readonly other: string;
      readonly otherTrend: Trend;
      readonly days: number;
    }
  /** Two strengths compared: one claim's inside and outside a period, or two claims'. */
  | {
      readonly kind: 'strength';
      readonly how: 'stronger' | 'weaker' | 'different';
      readonly first: StrengthSide;
      readonly second: StrengthSide;
    }
  | {
      readonly kind: 'control';
      readonly of: 'place' | 'route';
      readonly state: 'held' | 'open' | 'closed';
      /** The days claimed, inside the record. */
      readonly span: DayInterval;
      readonly grounds: readonly ControlledGround[];
    }
  | {
      readonly kind: 'share';
      readonly part: string;
      readonly whole: string;
      /** Null for `most`. */
      readonly percent: Quantity | null;
      readonly days: readonly DayInterval[];
    }
  | {
      readonly kind: 'extreme';
      readonly stream: string;
      readonly how: 'highest' | 'lowest';
      readonly period: DayInterval;
      readonly since: Day;
    }
  /** Exchanges of force are split by calm; who begins them. */
  | {
      readonly kind: 'exchanges';
      readonly starter: string;
      readonly other: string;
      readonly calmDays: number;
    }
  | {
      readonly kind: 'expects';
      readonly possible: boolean;
      readonly stream: string;
      readonly trend: Trend | null;
      readonly by: By | null;
      /** From the day after the source spoke to the day before the date named; null where nobody knows when it spoke. */
      readonly window: DayInterval | null;
      readonly base: readonly DayInterval[];
    };

/** One place: what the holder took and gave up there (a route: anybody), and what anybody else took. */
export interface ControlledGround {
  readonly place: string;
  readonly gains: string;
  readonly losses: string;
  readonly others: string | null;
}

/** One side of a comparison of strengths: a test of answers or of a change, on its own days. */
export interface StrengthSide {
  readonly label: string;
  readonly claim: string;
  readonly test: ClaimTest;
  readonly days: readonly DayInterval[];
}

/** What is tested on top of a plain rule; without the plain rule beside it, it is only a second name for it. */
export type NestedRule =
  /** Only triggers on days on which the stream's sum over the last days stands so. */
  | {
      readonly kind: 'while';
      readonly stream: string;
      readonly quantity: Quantity;
      readonly days: number;
    }
  /** The more of the measure a trigger has, the stronger the answer; the stream sums the measure by day. */
  | { readonly kind: 'graded'; readonly measure: string; readonly stream: string };

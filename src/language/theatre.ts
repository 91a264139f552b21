/**
 * The Theatre: a Document whose names are resolved and whose defaults are filled in. Plain data; dates are days.
 * Everything later reads only this.
 */
import type { Day, DayInterval } from '../calendar/index.ts';
import type {
  AmountUnit,
  By,
  DateOrderWord,
  DirectionPolicy,
  DuplicatePolicy,
  FormKind,
  Quantity,
  SourceSpan,
  Trend,
  Unit,
} from './document.ts';

/** A value and whether the file states it (`false`) or Tacit filled it in (`true`). */
export interface Defaulted<Value> {
  readonly value: Value;
  readonly default: boolean;
}

export interface Actor {
  readonly name: string;
  readonly display: string;
  /** Every name under which a record may hold this actor: name, display name, aliases. */
  readonly aliases: readonly string[];
  readonly at: SourceSpan;
}

export interface AllianceMember {
  readonly actor: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly saidBy: string | null;
}

export interface Alliance {
  readonly name: string;
  readonly display: string;
  readonly aliases: readonly string[];
  readonly members: readonly AllianceMember[];
  readonly at: SourceSpan;
}

export interface Place {
  readonly name: string;
  readonly display: string;
  readonly aliases: readonly string[];
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  readonly withinKilometres: number | null;
  readonly at: SourceSpan;
}

export interface Area {
  readonly name: string;
  readonly display: string;
  readonly aliases: readonly string[];
  /** Places and areas as written. */
  readonly members: readonly string[];
  readonly at: SourceSpan;
}

export interface Route {
  readonly name: string;
  readonly display: string;
  readonly through: readonly string[];
  readonly at: SourceSpan;
}

export interface Act {
  readonly name: string;
  readonly classes: readonly string[];
  readonly codes: readonly string[];
  readonly standard: boolean;
}

export interface Source {
  readonly name: string;
  readonly display: string;
  readonly published: DayInterval | null;
  readonly publishedAbout: boolean;
  readonly reliability: string | null;
  readonly address: string | null;
  readonly at: SourceSpan;
}

/** Days of a period inside the days its table or dates name; `each` spans are laid out over the covered years. */
export interface Period {
  readonly name: string;
  readonly display: string;
  /** Open ends are null. A span from a table names the file; its days are read by the shell before `resolve`. */
  readonly spans: readonly {
    readonly first: Day | null;
    readonly last: Day | null;
    readonly saidBy: string | null;
  }[];
  readonly at: SourceSpan;
}

/** What a person decided about two rows: one incident coded twice, or two incidents. */
export interface DuplicateDecision {
  readonly kind: 'duplicate' | 'distinct';
  /** The row of this record; of a duplicate it is the one that is not counted. */
  readonly id: string;
  readonly other: string;
  /** The record that holds the other row: this one, or another of the theatre. */
  readonly file: string;
}

export interface TheatreRecord {
  readonly file: string;
  readonly countsPer: Unit | null;
  readonly covers: DayInterval | null;
  readonly missing: readonly DayInterval[];
  /** How the file writes numeric dates; null where only what it writes may tell. */
  readonly dates: DateOrderWord | null;
  /** Path of the mapping file below the theatre's folder, for a table that is no known export. */
  readonly map: string | null;
  readonly direction: Defaulted<DirectionPolicy>;
  readonly duplicates: Defaulted<DuplicatePolicy>;
  readonly decisions: readonly DuplicateDecision[];
  /** Files of published totals, and what they count (null where the theatre does not say). */
  readonly totals: readonly { readonly file: string; readonly of: ResolvedAmount | null }[];
  /** Known faults in the record's own words; `answers` says that quick answers were sought and are over-sampled. */
  readonly faults?: readonly { readonly text: string; readonly answers: boolean }[];
  readonly columns: readonly { readonly column: string; readonly amount: ResolvedAmount }[];
  readonly measures: readonly { readonly name: string; readonly column: string }[];
  readonly at: SourceSpan;
}

/** One declared actor inside a set, with the days on which it belongs and who says so. */
export interface ActorMembership {
  readonly actor: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly saidBy: string | null;
}

export interface ActorSet {
  readonly label: string;
  readonly anyone: boolean;
  readonly sameActor: boolean;
  readonly each: boolean;
  /** Leaf actors, alliances expanded; empty for `anyone` and `the same actor`. */
  readonly members: readonly ActorMembership[];
  /** Leaf actors taken out by `except` (meaningful with `anyone` too). */
  readonly except: readonly string[];
}

export interface PlaceSet {
  readonly label: string;
  readonly relation: 'in' | 'elsewhere' | 'near';
  readonly anywhere: boolean;
  readonly samePlace: boolean;
  readonly each: boolean;
  /** Leaf places, areas expanded. */
  readonly places: readonly string[];
  readonly except: readonly string[];
  /** Only for `near`. */
  readonly kilometres: number | null;
}

export interface ResolvedSize {
  readonly measure: string; // 'killed', 'wounded' or a declared measure
  readonly quantity: Quantity;
}

export interface ResolvedPattern {
  /** Canonical text of the pattern. */
  readonly text: string;
  readonly actor: ActorSet;
  readonly act: Act;
  readonly target: ActorSet | null;
  readonly where: PlaceSet | null;
  readonly date: DayInterval | null;
  readonly size: ResolvedSize | null;
}

export interface ResolvedAmount {
  readonly text: string;
  readonly unit: AmountUnit;
  readonly patterns: readonly ResolvedPattern[];
}

/** Lags in days: `within 14 days` is 1..14, `after 3 to 10 days` 3..10, `that day` 0..0. */
export interface LagWindow {
  readonly from: number;
  readonly to: number;
}

export type ResolvedForm =
  | {
      readonly kind: 'answer';
      readonly trigger: ResolvedAmount;
      readonly response: ResolvedAmount;
      readonly lags: LagWindow;
      readonly share: Quantity | null;
    }
  | {
      readonly kind: 'shift';
      readonly trigger: ResolvedAmount;
      readonly response: ResolvedAmount;
      readonly how: 'fewer' | 'more';
      readonly negated: boolean;
      readonly days: number;
    }
  | {
      readonly kind: 'noExtra';
      readonly trigger: ResolvedAmount;
      readonly response: ResolvedAmount;
      readonly lags: LagWindow;
    }
  | {
      readonly kind: 'change';
      readonly amount: ResolvedAmount;
      readonly trend: Trend;
      readonly steadily: boolean;
      readonly spans: readonly OpenInterval[];
      readonly by: By | null;
      readonly comparedWith: ResolvedBase | null;
    }
  | {
      readonly kind: 'truce';
      readonly directions: readonly ResolvedAmount[];
      readonly spans: readonly OpenInterval[];
      readonly expectedFrom: Day | null;
      readonly holding: { readonly quantity: Quantity; readonly days: number } | null;
    }
  | { readonly kind: 'event'; readonly pattern: ResolvedPattern; readonly first: boolean }
  | {
      readonly kind: 'total';
      readonly quantity: Quantity;
      readonly amount: ResolvedAmount;
      readonly perDays: number | null;
      readonly interval: DayInterval;
    }
  | { readonly kind: 'untestable'; readonly of: 'intent' | 'cause' | 'capability'; readonly text: string }
  /** Parsed, checked and kept, not judged by this version. Amounts are given so that their events can be shown. */
  | { readonly kind: 'notJudgedYet'; readonly form: FormKind; readonly amounts: readonly ResolvedAmount[] };

/** An interval with open ends (null). */
export interface OpenInterval {
  readonly first: Day | null;
  readonly last: Day | null;
}

export type ResolvedBase =
  | { readonly kind: 'dates'; readonly interval: DayInterval }
  | { readonly kind: 'period'; readonly name: string; readonly spans: readonly OpenInterval[] }
  | { readonly kind: 'amount'; readonly amount: ResolvedAmount };

export type ResolvedRestriction =
  | { readonly kind: 'since'; readonly day: Day }
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'during'; readonly period: string; readonly spans: readonly OpenInterval[] }
  | { readonly kind: 'outside'; readonly period: string; readonly spans: readonly OpenInterval[] }
  | {
      readonly kind: 'while';
      readonly quantity: Quantity;
      readonly amount: ResolvedAmount;
      readonly days: number;
    }
  | { readonly kind: 'gradedBy'; readonly measure: string }
  | { readonly kind: 'asserts'; readonly parts: readonly string[] };

export interface Assumptions {
  /** Name of a delay family, e.g. `geometric`. */
  readonly delay: Defaulted<string>;
  /** Smallest effect of interest for answers: extra events per trigger. */
  readonly smallestAnswer: Defaulted<number>;
  /** Smallest change of interest as a rate ratio below 1, e.g. 0.8 for 20 percent. */
  readonly smallestRateRatio: Defaulted<number>;
  /** Days of calm that separate two episodes. */
  readonly calmDays: Defaulted<number>;
}

export interface Claim {
  readonly name: string;
  readonly source: string;
  readonly citing: readonly string[];
  readonly passage: string | null;
  readonly quote: string | null;
  /** Canonical text of form and restrictions, as `tacit format` prints it. */
  readonly text: string;
  readonly form: ResolvedForm;
  readonly restrictions: readonly ResolvedRestriction[];
  readonly assumptions: Assumptions;
  /** The last day the claim speaks of: its source's publication (last day of it), or null when unknown. */
  readonly judgedUntil: Defaulted<Day | null>;
  readonly at: SourceSpan;
}

export interface WhatIf {
  readonly title: string;
  readonly from: Day;
  readonly days: number;
  readonly without: readonly string[];
  readonly truces: readonly ResolvedAmount[];
}

export interface Theatre {
  readonly title: string;
  readonly records: readonly TheatreRecord[];
  readonly actors: readonly Actor[];
  readonly alliances: readonly Alliance[];
  readonly places: readonly Place[];
  readonly areas: readonly Area[];
  readonly routes: readonly Route[];
  readonly acts: readonly Act[];
  readonly sources: readonly Source[];
  readonly periods: readonly Period[];
  readonly claims: readonly Claim[];
  readonly rivals: readonly (readonly string[])[];
  readonly whatIfs: readonly WhatIf[];
  readonly assumptions: Assumptions;
}

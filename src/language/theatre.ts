/**
 * The Theatre: a Document whose names are resolved and whose defaults are filled in. Plain data; dates are days.
 * Everything later reads only this.
 */
import type { Day, DayInterval } from '../calendar/index.ts';
import type {
  DateOrderWord,
  DirectionPolicy,
  DuplicatePolicy,
  Quantity,
  SourceSpan,
  Unit,
} from './document.ts';
import type { ResolvedForm } from './resolvedForm.ts';
import type { Act, OpenInterval, ResolvedAmount } from './resolvedPattern.ts';

export type { ResolvedBase, ResolvedForm } from './resolvedForm.ts';
export type {
  Act,
  ActorMembership,
  ActorSet,
  LagWindow,
  OpenInterval,
  PlaceSet,
  ResolvedAmount,
  ResolvedPattern,
  ResolvedSize,
} from './resolvedPattern.ts';

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
  /** Truces that hold, one for each direction; `percent` of the rate is left, null where as much as under the record's own. */
  readonly truces: readonly { readonly amount: ResolvedAmount; readonly percent: number | null }[];
  /** Periods that are taken to hold on the days. */
  readonly periods: readonly string[];
  /** Rates that are multiplied: 50 percent halves one, 0 percent means that the act does not happen. */
  readonly scaled: readonly { readonly percent: number; readonly amount: ResolvedAmount }[];
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

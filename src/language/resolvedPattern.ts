/** Patterns and amounts as a theatre means them: names resolved, alliances and areas expanded. */
import type { Day, DayInterval } from '../calendar/index.ts';
import type { AmountUnit, Quantity } from './document.ts';

export interface Act {
  readonly name: string;
  readonly classes: readonly string[];
  readonly codes: readonly string[];
  readonly standard: boolean;
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

/** An interval with open ends (null). */
export interface OpenInterval {
  readonly first: Day | null;
  readonly last: Day | null;
}

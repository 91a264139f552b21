/**
 * The count plan: which events a stream takes, as typed data. The store prints it as SQL with bound values;
 * `countReference` does the same in plain TypeScript. Names are compared folded (`foldName`).
 */
import type { Day, DayInterval } from '../calendar/index.ts';

export interface NameSpell {
  /** A folded name. */
  readonly name: string;
  /** First and last day on which the name belongs to the set; null is open. An event that may fall inside counts. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Takes an event when one of its names is in `anyOf` (null: any name or none) and none is in `noneOf`. */
export interface NameFilter {
  readonly anyOf: readonly NameSpell[] | null;
  readonly noneOf: readonly NameSpell[];
  /** Also takes events in which the record names nobody (the reading "unknown doers count"). */
  readonly orNobody: boolean;
  /**
   * What counts where a row names several of whom any may have been the one: absent any of them, `first` only the
   * first named, `alone` only rows that name nobody outside `anyOf` (whatever the days).
   */
  readonly among?: 'first' | 'alone';
}

export interface Circle {
  readonly latitude: number;
  readonly longitude: number;
  readonly kilometres: number;
}

/**
 * Takes an event when one of its place names matches or its position lies in a circle, and neither is excluded.
 * Without names and circles any place fits ("anywhere except …"), also an unknown one.
 */
export interface PlaceFilter {
  readonly names: readonly string[];
  readonly circles: readonly Circle[];
  readonly notNames: readonly string[];
  readonly notCircles: readonly Circle[];
}

/** `about` takes what lies within a fifth (`aboutRange`). */
export type Comparison = '>=' | '>' | '<=' | '<' | '=' | 'about';

export interface EventSelection {
  /** Null takes every record of the theatre; a name that ends in `/` every record whose name begins so. */
  readonly record: string | null;
  readonly initiators: NameFilter;
  /** Null: any target or none. */
  readonly targets: NameFilter | null;
  /** Takes only events whose direction the record tells, or only those where it does not; absent takes both. */
  readonly direction?: 'told' | 'untold';
  /** True where `initiators` asks for the pattern's target: the same two sides, read the other way round. */
  readonly mirrored?: boolean;
  /** Act classes and raw codes; an event fits when its class or its code is listed. */
  readonly actClasses: readonly string[];
  readonly actCodes: readonly string[];
  readonly places: PlaceFilter | null;
  /** Takes an event that may have fallen on one of these days: its own days and these overlap. */
  readonly days: DayInterval | null;
  /**
   * `killed` compares the dead of the pattern's target (of the other side where `mirrored`) where the row tells sides,
   * else the low count of all; rows without a number never fit. `wounded` has no sides; no other measure is held.
   */
  readonly size: { readonly measure: string; readonly comparison: Comparison; readonly value: number } | null;
  /** Attribution kinds that count; null takes all. */
  readonly attributions: readonly string[] | null;
  /** Events whose day interval is longer than this many days do not count; null takes all. Spells always fit: their first day is known. */
  readonly coarsestDays: number | null;
}

export interface StreamSelection {
  readonly id: string;
  /** An event that fits several alternatives counts once. */
  readonly anyOf: readonly EventSelection[];
}

/** One event of a record, by the place of its row. */
export interface EventKey {
  readonly record: string;
  readonly line: number;
}

export interface CountPlan {
  readonly streams: readonly StreamSelection[];
  /**
   * Events that are left out of every stream: incidents already counted under another row. Absent: as the store was
   * opened for the theatre; a list, also an empty one, takes the place of that.
   */
  readonly without?: readonly EventKey[];
}

/** Events of one stream with the same first and last day (spells: the day they begin), with integer sums. Cells come ordered by (stream, first, last). */
export interface CountCell {
  readonly stream: string;
  readonly first: Day;
  readonly last: Day;
  readonly events: number;
  /** Sum of stated low counts; null where no event of the cell states one. */
  readonly killedLow: number | null;
  readonly killedHigh: number | null;
  readonly wounded: number | null;
}

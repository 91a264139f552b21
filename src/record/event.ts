/** One event of a record, typed by Tacit's own readers. Plain data. */
import type { Day } from '../calendar/index.ts';

/** How exactly the day is known; `night` spans two days, `spell` says the event lasted throughout its days. */
export type EventPrecision = 'day' | 'night' | 'approx' | 'week' | 'month' | 'year' | 'spell';

/**
 * Who says that the initiator did it: `stated` the doer or the victim state, `claimed` the doer alone,
 * `attributed` a third party, `unattributed` nobody, `unknown` where the record does not tell.
 */
export type Attribution = 'stated' | 'claimed' | 'attributed' | 'unattributed' | 'unknown';

export interface Event {
  readonly id: string;
  /** File name of the record the row came from. */
  readonly record: string;
  /** Line of the row in that file, counted from 1. */
  readonly line: number;
  readonly first: Day;
  readonly last: Day;
  readonly precision: EventPrecision;
  /** Names as the record has them. Empty where nobody is named (`UNK` and the like). */
  readonly initiators: readonly string[];
  readonly targets: readonly string[];
  /**
   * Whether the record itself says that the initiators acted on the targets. False where it names two sides without
   * saying who acted (ACLED, the dyads of UCDP): then the first side stands under `initiators`, and that means nothing.
   */
  readonly directed: boolean;
  /** The record's own code, and Tacit's class for it (null where unmapped). */
  readonly code: string;
  readonly actClass: string | null;
  /** Every name of the place the record holds: place, zone, district, country. */
  readonly placeNames: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Deaths; null where the record does not state them (unknown is not none). */
  readonly killedLow: number | null;
  readonly killedHigh: number | null;
  /** The record's own best number between the two; null where it names none. */
  readonly killedBest: number | null;
  /** The dead of each side, as far as the record tells sides; null where it does not. */
  readonly killedInitiators: number | null;
  readonly killedTargets: number | null;
  readonly killedCivilians: number | null;
  readonly killedSide: string | null;
  readonly wounded: number | null;
  readonly attribution: Attribution;
  /** Names of the row's sources, its address and its note, as written. */
  readonly sources: string | null;
  readonly address: string | null;
  readonly note: string | null;
}

/** A row that could not be read: nothing of it is lost, nothing of it is used. */
export interface SetAsideRow {
  readonly record: string;
  readonly line: number;
  /** Header name of the field at fault, or null when the whole row is at fault. */
  readonly column: string | null;
  readonly reason: string;
  readonly raw: string;
}

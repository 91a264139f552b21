/** A forecast as `tacit forecast --json` prints it and the page shows it. Unknown numbers are null. */
import type { FloorComparison } from '../forecast/index.ts';
import type { FanPoint, RecordedPoint } from './fanFigure.tsx';
import type { PageOrigin } from './forecastPage.tsx';
import type { ShownBacktest } from './shownBacktest.ts';

export interface ShownForecast extends PageOrigin {
  /** The last day that was known, and the days that are forecast. */
  readonly known: string;
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly paths: number;
  /** Whether the model foretells better than rules of thumb on this record. */
  readonly check: FloorComparison;
  readonly streams: readonly ShownStream[];
  /** Streams and claims that have no part in the model, with the reason. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
  /** How many further acts an act brings in the end, generation by generation: below 1 exchanges die out. */
  readonly radius: number;
  readonly unstableShare: number;
  readonly ranAway: number;
  readonly backtest: ShownBacktest | null;
}

export interface ShownStream {
  readonly stream: string;
  readonly unit: string;
  readonly expected: number | null;
  readonly intervals: Readonly<Record<'50' | '80' | '95', readonly [number | null, number | null]>>;
  readonly atLeastOne: number;
  /** Events of as many days up to the last known one; null where some of them are not recorded. */
  readonly lastPeriod: number | null;
  readonly moreThanLast: number | null;
  /** Events in the whole record before the first day ahead. */
  readonly everRecorded: number;
  /** The same comparison with the floor on this stream alone. */
  readonly check: FloorComparison;
  /** What had to be left out of its model; null where nothing was. */
  readonly simplified: string | null;
  readonly trusted: boolean;
  readonly recorded: readonly RecordedPoint[];
  readonly fan: readonly FanPoint[];
}

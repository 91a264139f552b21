/** What `forecastTheatre` gives: futures of a theatre beside what simple rules of thumb would have said. */
import type { Ensemble } from './ensemble.ts';
import type { FloorName } from './floorName.ts';
import type { TheatreDraws } from './theatreDraws.ts';

export interface ForecastResult {
  readonly kind: 'forecast';
  readonly draws: TheatreDraws;
  readonly ensemble: Ensemble;
  /** Totals of the same windows as the floor family would draw them. */
  readonly floors: readonly FloorForecast[];
}

export interface FloorForecast {
  readonly floor: FloorName;
  readonly stream: string;
  /** The window's name. */
  readonly window: string;
  /** Draws of the total; null where the record is too short for this floor. */
  readonly draws: Float64Array | null;
}

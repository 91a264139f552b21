/** Draws of forecasts in the layout of the VIEWS prediction challenge: one row for each month, unit and draw. Source: hegre2025. */

/** The columns under which the layout holds the unit: countries, grid cells, and any name. */
export const UNIT_COLUMNS = ['country_id', 'priogrid_gid', 'unit'] as const;

export type UnitColumn = (typeof UNIT_COLUMNS)[number];

/** All draws of one unit in one month. */
export interface DrawsCell {
  /** Months are counted from 1 for January 1980 (`monthIdOf`). */
  readonly month: number;
  readonly unit: string;
  /** What each draw has happen in that month, in the order of the draws. */
  readonly draws: Float64Array;
}

/** The floor family: forecasts that take no model. A forecast that does not beat them has nothing to say. Source: hegre2025. */

/**
 * `zero`: nothing happens. `last value`: Poisson around the last window of the same length. `average`: Poisson around the mean
 * of the whole record. `conflictology`: a window of the last months, resampled. `climatology`: a window from the same time of
 * earlier years. `drift`: the last window plus a resampled change between windows. `mixture`: a draw of last value, average,
 * conflictology or drift, each as often.
 */
export const FLOORS = [
  'zero',
  'last value',
  'average',
  'conflictology',
  'climatology',
  'drift',
  'mixture',
] as const;

export type FloorName = (typeof FLOORS)[number];

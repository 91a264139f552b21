/** A stream's record, in bytes. */
export const DAY_AT: usize = 0; // its day at each position of the chain, −1 without data
export const COUNTS: usize = 4;
export const COVERAGE: usize = 8; // 0: none
export const COLUMNS: usize = 12; // pointers to columns of the log rate, then to added terms
export const COLUMN_COUNT: usize = 16;
export const TERM_COUNT: usize = 20;
export const PARAMETERS: usize = 24; // one for each column and term
export const SLOPES: usize = 28; // derivatives by them
export const BASE: usize = 32;
export const REST: usize = 36;
export const LIFT: usize = 40; // exp(c zeta_i)
export const LOGS: usize = 44; // ln(1+x), a row for each position; in single precision ln(1 + psi rest) of each day
export const INVERSES: usize = 48; // 1/(1+x), and 1/(1 + psi rest)
export const BY_BASE: usize = 52; // ∂l/∂ ln base of each day
export const BY_REST: usize = 56;
export const PLACES: usize = 60; // of each column and term, the loading and psi among all parameters
export const PSI: usize = 64;
export const BY_LOADING: usize = 72;
export const BY_SIZE: usize = 80; // ∂l/∂ ln psi without the terms of the counts alone
export const KNOTS: usize = 88; // in single precision: rows of ln(1 + u e^(c zeta)), see `knots.ts`
export const KNOWN: usize = 92; // a byte for each knot: its rows are made
export const KNOT_OF: usize = 96; // the knot of each day
export const BEYOND: usize = 100; // how far ln u lies beyond it
export const WEIGHTS: usize = 104; // y + 1/psi of each day, 0 without data
export const CHAINED: usize = 108; // 1 of each day that carries data
export const SHARES: usize = 112; // of each day, what the wave's share of x/(1+x) is expected to be
export const EVENTFUL: usize = 116; // positions with events
export const EVENTFUL_COUNT: usize = 120;
export const DAYS: usize = 124;
export const RECORD: usize = 128;

// A stream of the smooth wave has the same record; these fields of it mean something else.
export const SEEN: usize = 0; // all bits of a day that carries data
export const LINES: usize = 32; // ln base of each day; COVERAGE holds logarithms too
export const LIFTED: usize = 40; // e = base·exp(c z) of each day
export const RATIOS: usize = 44; // m/(1+x) of each day, and 1 behind the last
export const VARIANCES: usize = 48; // 1/V of each day, 0 without data
export const EVENT_DAYS: usize = 60; // where the days of its events are, in bytes
export const LOADING: usize = 88;
export const EVENTS: usize = 96; // how many, made even by the 1 behind the last day
export const CROWDED: usize = 100; // days with more events than enter one by one, made even
export const LOG_SUM: usize = 104; // Σ ln(1+x)
export const CROWDED_DAYS: usize = 112;
export const CROWDED_COUNTS: usize = 116; // how many more they have
export const SINGLES: usize = 120; // days in single precision, in this order, and a 1 behind the last:
export const SINGLE_SEEN: usize = 0;
export const SINGLE_COUNTS: usize = 1;
export const SINGLE_LINES: usize = 2;
export const SINGLE_REST: usize = 3;
export const SINGLE_RATIOS: usize = 4;
export const SMOOTH_RECORD: usize = 128;

@inline export function pointer(record: usize, field: usize): usize {
  return load<i32>(record + field);
}

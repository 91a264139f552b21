/** A stream's record, in bytes. All columns have BYTES bytes: a number for each step, and steps without weight where needed. */
export const BYTES: usize = 0;
export const COUNTS: usize = 4; // y
export const COVERAGE: usize = 8; // o
export const SPONTANEOUS: usize = 12; // e
export const FACTOR: usize = 16; // h
export const MEAN: usize = 20; // mu
export const STRETCHES: usize = 24; // of each: first byte, byte behind the last, first function
export const STRETCH_COUNT: usize = 28;
export const LOCAL: usize = 32; // endemic columns in a local basis
export const ROW: usize = 36; // bytes of a row of functions
export const VALUES: usize = 40; // of the four functions that live on a step, four columns
export const ROWS: usize = 44; // coefficients, a row for each local column
export const SUMS: usize = 48; // a row
export const BAND: usize = 52; // four diagonals of products of functions, with room before and behind each
export const PRODUCTS: usize = 56; // band times each row of coefficients
export const COLUMNS: usize = 60; // pointers to the other endemic columns, then answers, then modifiers
export const ENDEMIC: usize = 64; // how many of these are endemic
export const RULES: usize = 68; // how many answers enter the mean; those behind them only its slopes
export const ANSWERS: usize = 72;
export const MODIFIERS: usize = 76;
export const EVENTS: usize = 80; // bytes of the steps with an event, an even number of them
export const EVENT_NUMBER: usize = 84;
export const EVENT_COUNTS: usize = 88; // y of these
export const THETA: usize = 92;
export const WEIGHTS: usize = 96; // columns in the order of the constants below
export const GRADIENT: usize = 100;
export const CURVATURE: usize = 104;
export const ADDED: usize = 108; // a column that is tested, in the place of its steps
export const SHARE: usize = 112; // Σ ln(1 + psi mu)/psi, or Σ mu
export const SLOPE: usize = 120; // by ln psi
export const BEND: usize = 128;
export const OWN: usize = 136; // information of the added column alone

/** Weights of the gradient of endemic columns, answers and modifiers; of their products with ln psi; of pairs of them. */
export const BY_E: usize = 0;
export const CROSS_E: usize = 3;
export const PAIRS: usize = 6; // ee, he, hh, me, mh, mm
export const PRODUCT: usize = 12;

@inline export function field(record: usize, at: usize): usize {
  return load<i32>(record + at);
}

@inline export function weights(record: usize, index: usize): usize {
  return field(record, WEIGHTS) + index * field(record, BYTES);
}

/** Pointer to dense column number `index`. */
@inline export function column(record: usize, index: i32): usize {
  return load<i32>(field(record, COLUMNS) + (index << 2));
}

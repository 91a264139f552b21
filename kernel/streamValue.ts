import { exponential, logarithm, sumOf } from './numbers';
import {
  ANSWERS, COLUMNS, COVERAGE, BYTES, ENDEMIC, EVENTS, EVENT_COUNTS, EVENT_NUMBER, FACTOR, field, LOCAL, MEAN, MODIFIERS,
  ROW, ROWS, RULES, SHARE, SPONTANEOUS, STRETCHES, STRETCH_COUNT, SUMS, THETA, VALUES,
} from './streamRecord';

/** Largest absolute exponent of a rate: far from any record, and products of rates stay inside the numbers. */
const WIDEST: f64 = 100;
/** Below this psi a product of 1 + psi mu loses the digits that its logarithm times 1/psi needs. */
const SMALL_PSI: f64 = 1e-3;
/** A product is taken into the sum before it can overflow. */
const LARGE: f64 = 1e100;
const SMALLEST: f64 = 1e-300;

/** Σ_j theta_j column_j of dense columns `from` … `to` − 1 at byte `at`. */
@inline function sumColumns(columns: usize, theta: usize, from: i32, to: i32, at: usize): v128 {
  let sum = f64x2.splat(0);
  for (let c = from; c < to; c++) {
    const values = v128.load(<usize>load<i32>(columns + (c << 2)) + at);
    sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(theta + (c << 3)), values));
  }
  return sum;
}

@inline function rate(line: v128): v128 {
  return exponential(f64x2.pmin(f64x2.pmax(line, f64x2.splat(-WIDEST)), f64x2.splat(WIDEST)));
}

/** ln(1 + x), also where 1 + x has lost digits of x. */
@inline function logarithmBeside(x: v128): v128 {
  const whole = f64x2.add(x, f64x2.splat(1));
  const lost = f64x2.sub(x, f64x2.sub(whole, f64x2.splat(1)));
  return f64x2.add(logarithm(whole), f64x2.div(lost, whole));
}

/** sums = Σ_j theta_j · row j of the coefficients. */
function sumRows(record: usize): void {
  const theta = field(record, THETA);
  const row = field(record, ROW);
  const sums = field(record, SUMS);
  const local = load<i32>(record + LOCAL);
  for (let b: usize = 0; b < row; b += 16) {
    let from = field(record, ROWS) + b;
    let sum = f64x2.splat(0);
    for (let j: i32 = 0; j < local; j++) {
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(theta + (j << 3)), v128.load(from)));
      from += row;
    }
    v128.store(sums + b, sum);
  }
}

/** Σ y ln(mu/(1 + psi mu)) − Σ ln(1 + psi mu)/psi; −∞ where an event has no rate. Leaves e, h, mu and the second sum. */
export function evaluate(record: usize, psi: f64): f64 {
  const local = load<i32>(record + LOCAL);
  if (local > 0) sumRows(record);
  const columns = field(record, COLUMNS);
  const bytes = field(record, BYTES);
  const endemic = load<i32>(record + ENDEMIC);
  const rules = endemic + load<i32>(record + RULES);
  const answers = endemic + load<i32>(record + ANSWERS);
  const all = answers + load<i32>(record + MODIFIERS);
  const theta = field(record, THETA) + (local << 3);
  const coverage = field(record, COVERAGE);
  const spontaneous = field(record, SPONTANEOUS);
  const factors = field(record, FACTOR);
  const means = field(record, MEAN);
  const values = field(record, VALUES);
  const times = f64x2.splat(psi);
  let sum = f64x2.splat(0);
  let product = f64x2.splat(1);
  let stretch = field(record, STRETCHES);
  const last = stretch + load<i32>(record + STRETCH_COUNT) * 12;
  for (; stretch < last; stretch += 12) {
    const to = field(stretch, 4);
    const s = field(record, SUMS) + (field(stretch, 8) << 3);
    const s0 = v128.load64_splat(s);
    const s1 = v128.load64_splat(s + 8);
    const s2 = v128.load64_splat(s + 16);
    const s3 = v128.load64_splat(s + 24);
    for (let at = field(stretch, 0); at < to; at += 16) {
      let factor = v128.load(coverage + at);
      if (all > answers) factor = f64x2.mul(factor, rate(sumColumns(columns, theta, answers, all, at)));
      let level = f64x2.splat(0);
      if (local + endemic > 0) {
        let line = sumColumns(columns, theta, 0, endemic, at);
        if (local > 0) {
          const v = values + at;
          const low = f64x2.add(f64x2.mul(s0, v128.load(v)), f64x2.mul(s1, v128.load(v + bytes)));
          const high = f64x2.add(f64x2.mul(s2, v128.load(v + 2 * bytes)), f64x2.mul(s3, v128.load(v + 3 * bytes)));
          line = f64x2.add(line, f64x2.add(low, high));
        }
        level = f64x2.mul(factor, rate(line));
      }
      const mean = f64x2.add(level, f64x2.mul(factor, sumColumns(columns, theta, endemic, rules, at)));
      v128.store(factors + at, factor);
      v128.store(spontaneous + at, level);
      v128.store(means + at, mean);
      if (psi > SMALL_PSI) {
        product = f64x2.mul(product, f64x2.add(f64x2.mul(times, mean), f64x2.splat(1)));
        if (v128.any_true(f64x2.gt(product, f64x2.splat(LARGE)))) {
          sum = f64x2.add(sum, logarithm(product));
          product = f64x2.splat(1);
        }
      } else if (psi > 0) sum = f64x2.add(sum, logarithmBeside(f64x2.mul(times, mean)));
      else sum = f64x2.add(sum, mean);
    }
  }
  if (psi > SMALL_PSI) sum = f64x2.add(sum, logarithm(product));
  const share = psi > 0 ? sumOf(sum) / psi : sumOf(sum);
  store<f64>(record + SHARE, share);
  return sumEvents(record, psi) - share;
}

/** Σ y ln(mu/(1 + psi mu)) over the steps with an event. */
function sumEvents(record: usize, psi: f64): f64 {
  const events = field(record, EVENTS);
  const counts = field(record, EVENT_COUNTS);
  const means = field(record, MEAN);
  const number = load<i32>(record + EVENT_NUMBER);
  let lowest = f64x2.splat(1);
  let sum = f64x2.splat(0);
  for (let k: i32 = 0; k < number; k += 2) {
    const first = v128.load64_zero(means + <usize>load<i32>(events + (k << 2)));
    const mean = f64x2.replace_lane(first, 1, load<f64>(means + <usize>load<i32>(events + (k << 2) + 4)));
    lowest = f64x2.pmin(lowest, mean);
    const spread = f64x2.add(f64x2.mul(f64x2.splat(psi), mean), f64x2.splat(1));
    sum = f64x2.add(sum, f64x2.mul(v128.load(counts + (k << 3)), logarithm(f64x2.div(mean, spread))));
  }
  if (v128.any_true(f64x2.lt(lowest, f64x2.splat(SMALLEST)))) return -Infinity;
  return sumOf(sum);
}

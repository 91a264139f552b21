import { logarithm, sumOf } from './numbers';
import {
  BASE, BY_BASE, BY_REST, BY_SIZE, COLUMNS, COLUMN_COUNT, COUNTS, pointer, PSI, REST, SEEN, TERM_COUNT,
} from './record';

/** An event on a day with a smaller mean is impossible. */
const SMALLEST: f64 = 1e-300;

/**
 * Log-likelihood of one stream without a wave, up to terms of the counts alone, from the means that `means` left; −∞ where an
 * event has no rate. Fills the derivatives by ln base, rest and ln psi.
 */
export function plainValue(record: usize, days: i32): f64 {
  const seen = pointer(record, SEEN);
  const counts = pointer(record, COUNTS);
  const bases = pointer(record, BASE);
  const rests = pointer(record, REST);
  const byBase = pointer(record, BY_BASE);
  const byRest = pointer(record, BY_REST);
  const psi = f64x2.splat(load<f64>(record + PSI));
  const size = f64x2.splat(1 / load<f64>(record + PSI));
  const one = f64x2.splat(1);
  const none = f64x2.splat(0);
  let lowest = one;
  let sum = none;
  let bySize = none;
  const end = ((days + 1) >> 1) << 4;
  for (let at: i32 = 0; at < end; at += 16) {
    const here = v128.load(seen + at);
    const y = v128.load(counts + at);
    const base = v128.load(bases + at);
    const mean = f64x2.add(base, v128.load(rests + at));
    const x = f64x2.mul(psi, mean);
    const whole = f64x2.add(x, one);
    const inverse = f64x2.div(one, whole);
    const log = logarithm(whole);
    const weight = f64x2.add(y, size);
    let value = f64x2.neg(f64x2.mul(weight, log));
    // (y/mean − 1)/(1 + x)
    let slope = f64x2.neg(inverse);
    const events = v128.and(f64x2.gt(y, none), here);
    if (v128.any_true(events)) {
      const rate = v128.bitselect(mean, one, events);
      lowest = f64x2.pmin(lowest, rate);
      value = f64x2.add(value, f64x2.mul(y, logarithm(rate)));
      slope = f64x2.add(slope, f64x2.mul(f64x2.div(y, rate), inverse));
    }
    slope = v128.and(slope, here);
    v128.store(byRest + at, slope);
    v128.store(byBase + at, f64x2.mul(slope, base));
    sum = f64x2.add(sum, v128.and(value, here));
    const spread = f64x2.sub(f64x2.mul(size, log), f64x2.mul(weight, f64x2.mul(x, inverse)));
    bySize = f64x2.add(bySize, v128.and(spread, here));
  }
  store<f64>(record + BY_SIZE, sumOf(bySize));
  return v128.any_true(f64x2.lt(lowest, f64x2.splat(SMALLEST))) ? -Infinity : sumOf(sum);
}

/**
 * Expected information of the parameters of the mean, a matrix whose lower half is filled: Σ dmu dmuᵀ/(mu (1 + psi mu)), from
 * the means that `means` left. Returns the rough one of ln psi (orthogonal to the mean), Σ (x/(1+x))²/2, which is exact as the
 * means grow. Takes the place of the derivatives.
 */
export function plainInformation(record: usize, days: i32, matrix: usize): f64 {
  const seen = pointer(record, SEEN);
  const bases = pointer(record, BASE);
  const rests = pointer(record, REST);
  const weights = pointer(record, BY_REST);
  const psi = f64x2.splat(load<f64>(record + PSI));
  const one = f64x2.splat(1);
  let bySize = f64x2.splat(0);
  const end = ((days + 1) >> 1) << 4;
  for (let at: i32 = 0; at < end; at += 16) {
    const here = v128.load(seen + at);
    const mean = f64x2.add(v128.load(bases + at), v128.load(rests + at));
    const x = f64x2.mul(psi, mean);
    const whole = f64x2.add(x, one);
    v128.store(weights + at, v128.and(f64x2.div(one, f64x2.mul(mean, whole)), here));
    const share = v128.and(f64x2.div(x, whole), here);
    bySize = f64x2.add(bySize, f64x2.mul(share, share));
  }
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  for (let p: i32 = 0; p < all; p++) {
    for (let q: i32 = 0; q <= p; q++) {
      const column = load<i32>(columns + (p << 2));
      const other = load<i32>(columns + (q << 2));
      let sum = f64x2.splat(0);
      for (let at: i32 = 0; at < end; at += 16) {
        let product = f64x2.mul(v128.load(column + at), v128.load(other + at));
        if (q < columnCount) product = f64x2.mul(product, v128.load(bases + at));
        if (p < columnCount) product = f64x2.mul(product, v128.load(bases + at));
        sum = f64x2.add(sum, f64x2.mul(product, v128.load(weights + at)));
      }
      store<f64>(matrix + ((p * all + q) << 3), sumOf(sum));
    }
  }
  return 0.5 * sumOf(bySize);
}

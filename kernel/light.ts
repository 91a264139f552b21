import { eventLogs } from './events';
import { logarithm, sumOf } from './numbers';
import {
  LOADING, LOGS_SO_FAR, pointer, PRODUCT_SO_FAR, PSI, SINGLE_COUNTS, SINGLE_LINES, SINGLE_RATIOS, SINGLE_REST, SINGLE_SEEN, SINGLES,
  SMOOTH_RECORD,
} from './record';
import { firstPair, secondPair, singleExponential, toSingles } from './singles';

/** Beyond this psi m singles give no value; a product beyond it gives way to its logarithm. */
const WIDEST: f32 = 1e15;

export function beginLight(streams: i32, records: usize): void {
  for (let k: i32 = 0; k < streams; k++) {
    const record = records + <usize>k * SMOOTH_RECORD;
    v128.store(record + LOGS_SO_FAR, f64x2.splat(0));
    v128.store(record + PRODUCT_SO_FAR, f32x4.splat(1));
  }
}

/** For the pairs p and p + 1 (p even), in single precision: adds the slope of Σ ln f to s, writes W and H. */
@inline export function lightSlopes(
  p: i32,
  pairs: i32,
  streams: i32,
  records: usize,
  z: usize,
  slope: usize,
  expected: usize,
  observed: usize,
): void {
  const wide: usize = <usize>p << 4;
  const narrow: usize = <usize>p << 3;
  const row: usize = <usize>pairs << 3;
  const height = toSingles(v128.load(z + wide), v128.load(z + wide, 16));
  const one = f32x4.splat(1);
  const widest = f32x4.splat(WIDEST);
  let s = f32x4.splat(0);
  let w = f32x4.splat(0);
  let h = f32x4.splat(0);
  const end = records + <usize>streams * SMOOTH_RECORD;
  for (let record = records; record < end; record += SMOOTH_RECORD) {
    const days = pointer(record, SINGLES) + narrow;
    const seen = v128.load(days + SINGLE_SEEN * row);
    const y = v128.load(days + SINGLE_COUNTS * row);
    const c = f32x4.splat(<f32>load<f64>(record + LOADING));
    const lift = f32x4.add(v128.load(days + SINGLE_LINES * row), f32x4.mul(c, height));
    const e = singleExponential(lift);
    const m = f32x4.add(e, v128.load(days + SINGLE_REST * row));
    const x = f32x4.mul(f32x4.splat(<f32>load<f64>(record + PSI)), m);
    const onePlusX = f32x4.add(one, x);
    const inverse = v128.and(f32x4.div(one, f32x4.mul(m, onePlusX)), seen);
    v128.store(days + SINGLE_RATIOS * row, f32x4.mul(m, f32x4.mul(m, inverse)));
    let product = f32x4.mul(v128.load(record + PRODUCT_SO_FAR), f32x4.add(one, v128.and(x, seen)));
    if (v128.any_true(f32x4.gt(product, widest))) {
      const both = f64x2.mul(firstPair(product), secondPair(product));
      const logs = v128.any_true(f32x4.gt(x, widest)) ? f64x2.splat(NaN) : logarithm(both);
      v128.store(record + LOGS_SO_FAR, f64x2.add(v128.load(record + LOGS_SO_FAR), logs));
      product = one;
    }
    v128.store(record + PRODUCT_SO_FAR, product);
    const u = f32x4.mul(f32x4.sub(y, m), inverse);
    const ce = f32x4.mul(c, e);
    const uce = f32x4.mul(u, ce);
    const weight = f32x4.mul(f32x4.mul(ce, inverse), ce);
    const curved = f32x4.add(weight, f32x4.mul(f32x4.mul(weight, u), f32x4.add(onePlusX, x)));
    s = f32x4.add(s, uce);
    w = f32x4.add(w, weight);
    h = f32x4.add(h, f32x4.sub(curved, f32x4.mul(c, uce)));
  }
  v128.store(slope + wide, f64x2.add(v128.load(slope + wide), firstPair(s)));
  v128.store(slope + wide, f64x2.add(v128.load(slope + wide, 16), secondPair(s)), 16);
  v128.store(expected + wide, firstPair(w));
  v128.store(expected + wide, secondPair(w), 16);
  v128.store(observed + wide, firstPair(h));
  v128.store(observed + wide, secondPair(h), 16);
}

/** Σ ln f after the slopes of all pairs, up to terms of the counts alone. */
export function lightHeight(pairs: i32, streams: i32, records: usize): f64 {
  let height: f64 = 0;
  for (let k: i32 = 0; k < streams; k++) {
    const record = records + <usize>k * SMOOTH_RECORD;
    const product = v128.load(record + PRODUCT_SO_FAR);
    const rest = logarithm(f64x2.mul(firstPair(product), secondPair(product)));
    const sum = sumOf(f64x2.add(v128.load(record + LOGS_SO_FAR), rest));
    const ratios = pointer(record, SINGLES) + SINGLE_RATIOS * (<usize>pairs << 3);
    height += eventLogs(true, record, ratios) - sum / load<f64>(record + PSI);
  }
  return height;
}

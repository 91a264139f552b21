import { sumOf } from './numbers';
import { crossRows, weighRows } from './streamBasis';
import {
  ANSWERS, BEND, BY_E, BYTES, column, COUNTS, CROSS_E, CURVATURE, ENDEMIC, FACTOR, field, GRADIENT, LOCAL, MEAN, MODIFIERS,
  PAIRS, PRODUCT, SHARE, SLOPE, SPONTANEOUS, WEIGHTS, weights,
} from './streamRecord';

/** What may be wanted: the gradient alone, with expected curvature, or (2) with observed. */
const GRADIENT_ALONE: i32 = 0;
const EXPECTED: i32 = 1;

/** Slope and curvature by all parameters at the point last evaluated; `wanted` 0: the slope alone, 1: expected, 2: observed. */
export function differentiate(record: usize, psi: f64, wanted: i32): void {
  weigh(record, psi, wanted);
  const local = load<i32>(record + LOCAL);
  const endemic = load<i32>(record + ENDEMIC);
  const answers = endemic + load<i32>(record + ANSWERS);
  const all = answers + load<i32>(record + MODIFIERS);
  const width = local + all + 1;
  const gradient = field(record, GRADIENT);
  const curvature = field(record, CURVATURE);
  if (local > 0) weighRows(record, weights(record, BY_E), gradient);
  for (let c: i32 = 0; c < all; c++) {
    const kind: usize = c < endemic ? 0 : c < answers ? 1 : 2;
    store<f64>(gradient + ((local + c) << 3), sumProduct(weights(record, BY_E + kind), column(record, c), field(record, BYTES)));
  }
  store<f64>(gradient + ((width - 1) << 3), load<f64>(record + SLOPE));
  if (wanted === GRADIENT_ALONE) return;
  const last = curvature + (((width - 1) * width) << 3);
  memory.fill(last, 0, width << 3);
  store<f64>(last + ((width - 1) << 3), load<f64>(record + BEND));
  if (psi > 0 && wanted !== EXPECTED) {
    if (local > 0) weighRows(record, weights(record, CROSS_E), last);
    for (let c: i32 = 0; c < all; c++) {
      const kind: usize = c < endemic ? 0 : c < answers ? 1 : 2;
      store<f64>(last + ((local + c) << 3), sumProduct(weights(record, CROSS_E + kind), column(record, c), field(record, BYTES)));
    }
  }
  if (local > 0) crossRows(record, width);
  for (let c: i32 = 0; c < all; c++) {
    const kind = c < endemic ? 0 : c < answers ? 1 : 2;
    const row = curvature + (((local + c) * width) << 3);
    const own = column(record, c);
    for (let other = 0; other <= kind; other++) {
      const from = other === 0 ? 0 : other === 1 ? endemic : answers;
      const to = min(c + 1, other === 0 ? endemic : other === 1 ? answers : all);
      if (from === to && (other > 0 || local === 0)) continue;
      multiply(weights(record, PAIRS + <usize>(((kind * (kind + 1)) >> 1) + other)), own, weights(record, PRODUCT), field(record, BYTES));
      if (other === 0 && local > 0) weighRows(record, weights(record, PRODUCT), row);
      sumProducts(record, from, to, row + (local << 3));
    }
  }
  for (let j: i32 = 1; j < width; j++) {
    for (let k: i32 = 0; k < j; k++)
      store<f64>(curvature + ((k * width + j) << 3), load<f64>(curvature + ((j * width + k) << 3)));
  }
}

/** Writes the weights of every step, and slope and negative bend by ln psi without the terms of the counts alone. */
function weigh(record: usize, psi: f64, wanted: i32): void {
  const bytes = field(record, BYTES);
  const counts = field(record, COUNTS);
  const spontaneous = field(record, SPONTANEOUS);
  const factors = field(record, FACTOR);
  const means = field(record, MEAN);
  const isAnswered = load<i32>(record + ANSWERS) > 0;
  const isModified = load<i32>(record + MODIFIERS) > 0;
  const isObserved = wanted > EXPECTED;
  const isCrossed = isObserved && psi > 0;
  const first = field(record, WEIGHTS);
  const times = f64x2.splat(psi);
  const one = f64x2.splat(1);
  let slope = f64x2.splat(0);
  let bend = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const y = v128.load(counts + at);
    const mean = v128.load(means + at);
    const e = v128.load(spontaneous + at);
    const h = v128.load(factors + at);
    const spread = f64x2.add(f64x2.mul(times, mean), one);
    const precision = f64x2.div(one, f64x2.mul(mean, spread));
    const residual = f64x2.sub(y, mean);
    const a = f64x2.mul(residual, precision);
    const inverse = f64x2.mul(precision, mean);
    const share = f64x2.mul(f64x2.add(f64x2.mul(y, times), one), inverse);
    slope = f64x2.add(slope, f64x2.mul(share, mean));
    let to = first + at;
    v128.store(to, f64x2.mul(a, e));
    if (isAnswered) v128.store(to + bytes, f64x2.mul(a, h));
    if (isModified) v128.store(to + 2 * bytes, f64x2.mul(a, mean));
    if (wanted === GRADIENT_ALONE) continue;
    const cross = f64x2.mul(f64x2.mul(times, residual), f64x2.mul(inverse, inverse));
    bend = f64x2.add(bend, f64x2.mul(mean, f64x2.sub(cross, inverse)));
    to += CROSS_E * bytes;
    if (isCrossed) {
      v128.store(to, f64x2.mul(cross, e));
      if (isAnswered) v128.store(to + bytes, f64x2.mul(cross, h));
      if (isModified) v128.store(to + 2 * bytes, f64x2.mul(cross, mean));
    }
    to += (PAIRS - CROSS_E) * bytes;
    let b = precision;
    let rest = f64x2.splat(0);
    if (isObserved) {
      const single = f64x2.mul(precision, spread);
      b = f64x2.sub(f64x2.mul(f64x2.mul(y, single), single), f64x2.mul(f64x2.mul(share, times), inverse));
      rest = a;
    }
    const be = f64x2.mul(b, e);
    v128.store(to, f64x2.mul(e, f64x2.sub(be, rest)));
    if (isAnswered) {
      v128.store(to + bytes, f64x2.mul(be, h));
      v128.store(to + 2 * bytes, f64x2.mul(f64x2.mul(b, h), h));
    }
    if (isModified) {
      const bm = f64x2.sub(f64x2.mul(b, mean), rest);
      v128.store(to + 3 * bytes, f64x2.mul(e, bm));
      if (isAnswered) v128.store(to + 4 * bytes, f64x2.mul(h, bm));
      v128.store(to + 5 * bytes, f64x2.mul(mean, bm));
    }
  }
  const shared = load<f64>(record + SHARE);
  store<f64>(record + SLOPE, psi > 0 ? shared - sumOf(slope) : 0);
  store<f64>(record + BEND, psi > 0 ? shared + sumOf(bend) : 0);
}

function multiply(a: usize, b: usize, into: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(into + at, f64x2.mul(v128.load(a + at), v128.load(b + at)));
}

function sumProduct(a: usize, b: usize, bytes: usize): f64 {
  let sum = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16)
    sum = f64x2.add(sum, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  return sumOf(sum);
}

/** into[k] = Σ product · dense column k, k = from … to − 1; four at a time, so that each product is read once. */
function sumProducts(record: usize, from: i32, to: i32, into: usize): void {
  const product = weights(record, PRODUCT);
  const bytes = field(record, BYTES);
  let k = from;
  for (; k + 3 < to; k += 4) {
    const p = column(record, k);
    const q = column(record, k + 1);
    const r = column(record, k + 2);
    const s = column(record, k + 3);
    let sumP = f64x2.splat(0);
    let sumQ = f64x2.splat(0);
    let sumR = f64x2.splat(0);
    let sumS = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const value = v128.load(product + at);
      sumP = f64x2.add(sumP, f64x2.mul(value, v128.load(p + at)));
      sumQ = f64x2.add(sumQ, f64x2.mul(value, v128.load(q + at)));
      sumR = f64x2.add(sumR, f64x2.mul(value, v128.load(r + at)));
      sumS = f64x2.add(sumS, f64x2.mul(value, v128.load(s + at)));
    }
    store<f64>(into + (k << 3), sumOf(sumP));
    store<f64>(into + (k << 3) + 8, sumOf(sumQ));
    store<f64>(into + (k << 3) + 16, sumOf(sumR));
    store<f64>(into + (k << 3) + 24, sumOf(sumS));
  }
  for (; k < to; k++) store<f64>(into + (k << 3), sumProduct(product, column(record, k), bytes));
}

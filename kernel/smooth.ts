import { exponential, logarithm, sumOf } from './numbers';
import { eventLogs } from './events';
import { priorQuadratic } from './prior';
import {
  BY_BASE, BY_LOADING, BY_REST, BY_SIZE, COUNTS, LIFTED, LINES, LOADING, LOG_SUM, pointer, PSI, RATIOS, REST, SEEN, SMOOTH_RECORD,
  VARIANCES,
} from './record';

/** From memory, where the engine would build them anew in every turn. */
const TABLE: usize = memory.data<f64>([1.0, 2.0, 1e100, 700.0, -708.0], 16);
const ONE: usize = 0;
const TWO: usize = 8;
const FAR: usize = 16;
const HIGHEST: usize = 24;
const LOWEST: usize = 32;

@inline function number(at: usize): v128 {
  return v128.load64_splat(TABLE + at);
}

/** Beyond this psi m gives no value: squares must stay finite. */
const WIDEST: f64 = 1e140;

/**
 * Σ ln f of a stream at z, up to terms of the counts alone; adds s, W and H there and keeps e, 1/V and Σ ln(1 + psi m). One
 * logarithm of a product serves many days.
 */
@inline function addSlopes(pairs: i32, record: usize, z: usize, s: usize, expected: usize, observed: usize): f64 {
  const seen = pointer(record, SEEN);
  const counts = pointer(record, COUNTS);
  const lines = pointer(record, LINES);
  const rest = pointer(record, REST);
  const lifted = pointer(record, LIFTED);
  const variances = pointer(record, VARIANCES);
  const ratios = pointer(record, RATIOS);
  const c = v128.load64_splat(record + LOADING);
  const psi = load<f64>(record + PSI);
  const size = f64x2.splat(psi);
  const one = number(ONE);
  const far = number(FAR);
  const top = number(HIGHEST);
  const bottom = number(LOWEST);
  let logs = f64x2.splat(0);
  let product = one;
  let highest = f64x2.splat(0);
  const end: usize = <usize>pairs << 4;
  // In a loop of their own the exponentials of many days are on their way at once.
  for (let at: usize = 0; at < end; at += 16) {
    const lift = f64x2.pmin(f64x2.add(v128.load(lines + at), f64x2.mul(c, v128.load(z + at))), top);
    v128.store(lifted + at, v128.and(exponential(lift), f64x2.gt(lift, bottom)));
  }
  for (let at: usize = 0; at < end; at += 16) {
    const mask = v128.load(seen + at);
    const y = v128.load(counts + at);
    const e = v128.load(lifted + at);
    const m = f64x2.add(e, v128.load(rest + at));
    const x = f64x2.mul(size, m);
    const onePlusX = f64x2.add(one, x);
    const inverse = v128.and(f64x2.div(one, f64x2.mul(m, onePlusX)), mask);
    v128.store(variances + at, inverse);
    v128.store(ratios + at, f64x2.mul(m, f64x2.mul(m, inverse)));
    highest = f64x2.pmax(highest, x);
    product = f64x2.mul(product, f64x2.add(one, v128.and(x, mask)));
    if (v128.any_true(f64x2.gt(product, far))) {
      logs = f64x2.add(logs, logarithm(product));
      product = one;
    }
    const u = f64x2.mul(f64x2.sub(y, m), inverse);
    const ce = f64x2.mul(c, e);
    const uce = f64x2.mul(u, ce);
    const weight = f64x2.mul(f64x2.mul(ce, ce), inverse);
    const wider = f64x2.add(onePlusX, x);
    const curved = f64x2.add(weight, f64x2.mul(f64x2.mul(weight, u), wider));
    v128.store(s + at, f64x2.add(v128.load(s + at), uce));
    v128.store(expected + at, f64x2.add(v128.load(expected + at), weight));
    v128.store(observed + at, f64x2.add(v128.load(observed + at), f64x2.sub(curved, f64x2.mul(c, uce))));
  }
  if (v128.any_true(f64x2.gt(highest, f64x2.splat(WIDEST)))) return NaN;
  const sum = sumOf(f64x2.add(logs, logarithm(product)));
  store<f64>(record + LOG_SUM, sum);
  return eventLogs(false, record, ratios) - sum / psi;
}

/**
 * Height at z: Σ ln f − z'Qz/2, up to terms of the counts alone; fills its slope s, and W and H. Days lie in pairs, day p
 * from the front beside day p from the end.
 */
export function slopesAt(
  pairs: i32,
  streams: i32,
  records: usize,
  prior: usize,
  z: usize,
  slope: usize,
  expected: usize,
  observed: usize,
): f64 {
  let height = -0.5 * priorQuadratic(pairs, prior, z, slope);
  memory.fill(expected, 0, <usize>pairs << 4);
  memory.fill(observed, 0, <usize>pairs << 4);
  for (let k: i32 = 0; k < streams; k++) {
    height += addSlopes(pairs, records + <usize>k * SMOOTH_RECORD, z, slope, expected, observed);
  }
  return height;
}

/** a·b. */
export function product(pairs: i32, a: usize, b: usize): f64 {
  let sum = f64x2.splat(0);
  for (let at: usize = 0, end = <usize>pairs << 4; at < end; at += 16)
    sum = f64x2.add(sum, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  return sumOf(sum);
}

/** into = slope + Σ forInformation·∂W/∂z over the streams, at the z of `slopesAt`. */
export function informationSlopes(
  pairs: i32,
  streams: i32,
  records: usize,
  forInformation: usize,
  slope: usize,
  into: usize,
): void {
  const end = <usize>pairs << 4;
  memory.copy(into, slope, end);
  for (let k: i32 = 0; k < streams; k++) {
    const record = records + <usize>k * SMOOTH_RECORD;
    const rest = pointer(record, REST);
    const lifted = pointer(record, LIFTED);
    const variances = pointer(record, VARIANCES);
    const c = load<f64>(record + LOADING);
    const cubed = f64x2.splat(c * c * c);
    const twice = f64x2.splat(2 * load<f64>(record + PSI));
    const one = number(ONE);
    const two = number(TWO);
    for (let at: usize = 0; at < end; at += 16) {
      const e = v128.load(lifted + at);
      const inverse = v128.load(variances + at);
      const wider = f64x2.add(one, f64x2.mul(twice, f64x2.add(e, v128.load(rest + at))));
      const bent = f64x2.sub(two, f64x2.mul(f64x2.mul(e, wider), inverse));
      const weight = f64x2.mul(f64x2.mul(cubed, f64x2.mul(e, e)), f64x2.mul(inverse, bent));
      const share = f64x2.mul(weight, v128.load(forInformation + at));
      v128.store(into + at, f64x2.add(v128.load(into + at), share));
    }
  }
}

/**
 * Derivatives, z held, of Σ ln f + Σ forInformation·W + Σ forSlope·s at the z of `slopesAt`, by every stream's ln base and rest
 * of each day, by its loading and, without the terms of the counts alone, by ln psi.
 */
export function addGradient(pairs: i32, streams: i32, records: usize, z: usize, forInformation: usize, forSlope: usize): void {
  for (let k: i32 = 0; k < streams; k++) streamGradient(pairs, records + <usize>k * SMOOTH_RECORD, z, forInformation, forSlope);
}

@inline function streamGradient(pairs: i32, record: usize, z: usize, forInformation: usize, forSlope: usize): void {
  const counts = pointer(record, COUNTS);
  const rest = pointer(record, REST);
  const lifted = pointer(record, LIFTED);
  const variances = pointer(record, VARIANCES);
  const byBase = pointer(record, BY_BASE);
  const byRest = pointer(record, BY_REST);
  const c = v128.load64_splat(record + LOADING);
  const psi = load<f64>(record + PSI);
  const spread = f64x2.splat(psi);
  const size = f64x2.splat(1 / psi);
  const one = number(ONE);
  const two = number(TWO);
  let byLoading = f64x2.splat(0);
  let bySize = f64x2.splat(0);
  const end = <usize>pairs << 4;
  for (let at: usize = 0; at < end; at += 16) {
    const y = v128.load(counts + at);
    const e = v128.load(lifted + at);
    const m = f64x2.add(e, v128.load(rest + at));
    const x = f64x2.mul(spread, m);
    const inverse = v128.load(variances + at);
    const u = f64x2.mul(f64x2.sub(y, m), inverse);
    const wider = f64x2.mul(f64x2.add(one, f64x2.add(x, x)), inverse);
    const bySlope = f64x2.neg(f64x2.add(inverse, f64x2.mul(u, wider)));
    const ck = f64x2.mul(c, v128.load(forInformation + at));
    const a = v128.load(forSlope + at);
    const ca = f64x2.mul(c, a);
    const ue = f64x2.mul(u, e);
    const ee = f64x2.mul(f64x2.mul(e, e), inverse);
    const cckee = f64x2.mul(f64x2.mul(c, ck), ee);
    const bent = f64x2.mul(bySlope, e);
    const ofInformation = f64x2.mul(cckee, f64x2.sub(two, f64x2.mul(e, wider)));
    const ofSlope = f64x2.mul(f64x2.mul(ca, e), f64x2.add(bent, u));
    const all = f64x2.add(ue, f64x2.add(ofInformation, ofSlope));
    v128.store(byBase + at, all);
    v128.store(byRest + at, f64x2.add(f64x2.sub(u, f64x2.mul(cckee, wider)), f64x2.mul(ca, bent)));
    const ofLoading = f64x2.add(f64x2.mul(f64x2.mul(two, ck), ee), f64x2.mul(a, ue));
    byLoading = f64x2.add(byLoading, f64x2.add(f64x2.mul(v128.load(z + at), all), ofLoading));
    const share = f64x2.add(f64x2.add(y, size), f64x2.add(cckee, f64x2.mul(ca, ue)));
    bySize = f64x2.sub(bySize, f64x2.mul(f64x2.mul(x, f64x2.mul(m, inverse)), share));
  }
  store<f64>(record + BY_LOADING, sumOf(byLoading));
  store<f64>(record + BY_SIZE, load<f64>(record + LOG_SUM) / psi + sumOf(bySize));
}

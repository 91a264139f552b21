import { exponential, exponentOf, joinLogarithm, logarithm, scaleDown, sumOf } from './numbers';
import {
  BASE, BY_BASE, BY_LOADING, BY_REST, BY_SIZE, COUNTS, DAY_AT, INVERSES, LIFT, LOGS, pointer, PSI, RECORD, REST,
} from './record';

/** Counts up to this enter as a product of means, without a logarithm: (1e-26)^4 is far from too small. */
const SMALL_COUNT: f64 = 4;

/** into = Θ·values; `theta` holds Θ by columns. */
@inline export function transit(theta: usize, values: usize, into: usize, levels: i32, row: i32): void {
  for (let i: i32 = 0; i < row; i += 16) {
    let sum = f64x2.splat(0);
    let at = theta + i;
    for (let j: i32 = 0; j < levels; j++) {
      sum = f64x2.add(sum, f64x2.mul(v128.load(at), v128.load64_splat(values + (<usize>j << 3))));
      at += row;
    }
    v128.store(into + i, sum);
  }
}

/** Adds −ln f of a stream's day at one position to `costs` and multiplies `factors`: f = factor·exp(−cost), up to terms of the counts alone. */
@inline function join(record: usize, k: i32, row: i32, costs: usize, factors: usize): void {
  const t = load<i32>(pointer(record, DAY_AT) + (k << 2));
  if (t < 0) return;
  const day: usize = <usize>t << 3;
  const y = load<f64>(pointer(record, COUNTS) + day);
  const base = v128.load64_splat(pointer(record, BASE) + day);
  const rest = v128.load64_splat(pointer(record, REST) + day);
  const lift = pointer(record, LIFT);
  const logs = pointer(record, LOGS) + k * row;
  const inverses = pointer(record, INVERSES) + k * row;
  const psi = load<f64>(record + PSI);
  const weight = f64x2.splat(y + 1 / psi);
  const size = f64x2.splat(psi);
  const one = f64x2.splat(1);
  for (let i: i32 = 0; i < row; i += 16) {
    const m = f64x2.add(f64x2.mul(base, v128.load(lift + i)), rest);
    const onePlusX = f64x2.add(one, f64x2.mul(size, m));
    // One division gives s = f/(2+f) of the logarithm and 1/(1+f) of the inverse.
    const exponent = exponentOf(onePlusX);
    const scaled = scaleDown(onePlusX, exponent);
    const f = f64x2.sub(scaled, one);
    const beyond = f64x2.add(scaled, one);
    const both = f64x2.div(one, f64x2.mul(scaled, beyond));
    const log = joinLogarithm(exponent, f, f64x2.mul(f, f64x2.mul(scaled, both)));
    v128.store(logs + i, log);
    v128.store(inverses + i, scaleDown(f64x2.mul(beyond, both), exponent));
    let cost = f64x2.mul(weight, log);
    if (y > SMALL_COUNT) cost = f64x2.sub(cost, f64x2.mul(f64x2.splat(y), logarithm(m)));
    else if (y > 0) {
      let factor = f64x2.mul(v128.load(factors + i), m);
      for (let n: f64 = 1; n < y; n++) factor = f64x2.mul(factor, m);
      v128.store(factors + i, factor);
    }
    v128.store(costs + i, f64x2.add(v128.load(costs + i), cost));
  }
}

/**
 * Scaled forward recursion: fills e (`emission`, up to a scale of each day), alpha and 1/q (`scale`); returns Σ ln q.
 * `thetas` points to the Θ that leads to each position; `room` has two rows.
 */
export function forward(
  positions: i32,
  levels: i32,
  streams: i32,
  records: usize,
  thetas: usize,
  law: usize,
  emission: usize,
  alpha: usize,
  scale: usize,
  room: usize,
): f64 {
  const row: i32 = (levels + (levels & 1)) << 3;
  const factors = room;
  const moved = room + row;
  let sum: f64 = 0;
  let product: f64 = 1;
  for (let i: i32 = 0; i < row; i += 16) v128.store(moved + i, f64x2.splat(1));
  if (levels & 1) store<f64>(moved + row - 8, 0);
  for (let k: i32 = 0; k < positions; k++) {
    const at: usize = k * row;
    const here = emission + at;
    for (let i: i32 = 0; i < row; i += 16) {
      v128.store(here + i, f64x2.splat(0));
      v128.store(factors + i, f64x2.splat(1));
    }
    for (let s: i32 = 0; s < streams; s++) join(records + <usize>s * RECORD, k, row, here, factors);
    if (k > 0) transit(load<i32>(thetas + (k << 2)), alpha + at - row, moved, levels, row);
    let lowest = v128.load(here);
    for (let i: i32 = 16; i < row; i += 16) lowest = f64x2.pmin(lowest, v128.load(here + i));
    const first = f64x2.extract_lane(lowest, 0);
    const second = f64x2.extract_lane(lowest, 1);
    const least = second < first ? second : first;
    const leasts = f64x2.splat(least);
    let sums = f64x2.splat(0);
    for (let i: i32 = 0; i < row; i += 16) {
      const lower = exponential(f64x2.sub(leasts, v128.load(here + i)));
      const e = f64x2.mul(v128.load(factors + i), lower);
      v128.store(here + i, e);
      const weighted = f64x2.mul(v128.load(moved + i), e);
      v128.store(alpha + at + i, weighted);
      sums = f64x2.add(sums, f64x2.mul(v128.load(law + i), weighted));
    }
    const q = sumOf(sums);
    const inverse = 1 / q;
    const by = f64x2.splat(inverse);
    for (let i: i32 = 0; i < row; i += 16) {
      v128.store(alpha + at + i, f64x2.mul(v128.load(alpha + at + i), by));
    }
    store<f64>(scale + (k << 3), inverse);
    sum -= least;
    product *= q;
    if (product < 1e-30 || product > 1e30) {
      sum += logarithmOf(product);
      product = 1;
    }
  }
  return sum + logarithmOf(product);
}

@inline function logarithmOf(x: f64): f64 {
  return f64x2.extract_lane(logarithm(f64x2.splat(x)), 0);
}

/** Derivatives of ln f of a stream's day at one position, weighted by the posterior of the levels. */
@inline function finish(record: usize, k: i32, row: i32, posterior: usize, zeta: usize): void {
  const t = load<i32>(pointer(record, DAY_AT) + (k << 2));
  if (t < 0) return;
  const day: usize = <usize>t << 3;
  const y = load<f64>(pointer(record, COUNTS) + day);
  const base = load<f64>(pointer(record, BASE) + day);
  const rest = v128.load64_splat(pointer(record, REST) + day);
  const lift = pointer(record, LIFT);
  const logs = pointer(record, LOGS) + k * row;
  const inverses = pointer(record, INVERSES) + k * row;
  const size = 1 / load<f64>(record + PSI);
  const bases = f64x2.splat(base);
  const one = f64x2.splat(1);
  let byRest = f64x2.splat(0);
  let byLifted = byRest;
  let byLoading = byRest;
  let logsSum = byRest;
  let sharesSum = byRest;
  for (let i: i32 = 0; i < row; i += 16) {
    const g = v128.load(posterior + i);
    const share = f64x2.mul(g, v128.load(inverses + i));
    const up = v128.load(lift + i);
    // ∂ ln f/∂m = (y/m − 1)/(1 + x); ∂ ln f/∂ ln psi = ln(1+x)/psi − (y + 1/psi) x/(1+x).
    let slope = f64x2.neg(share);
    if (y > 0) {
      const m = f64x2.add(f64x2.mul(bases, up), rest);
      slope = f64x2.mul(share, f64x2.sub(f64x2.div(f64x2.splat(y), m), one));
    }
    const lifted = f64x2.mul(slope, up);
    byRest = f64x2.add(byRest, slope);
    byLifted = f64x2.add(byLifted, lifted);
    byLoading = f64x2.add(byLoading, f64x2.mul(lifted, v128.load(zeta + i)));
    logsSum = f64x2.add(logsSum, f64x2.mul(g, v128.load(logs + i)));
    sharesSum = f64x2.add(sharesSum, f64x2.sub(g, share));
  }
  store<f64>(pointer(record, BY_BASE) + day, sumOf(byLifted) * base);
  store<f64>(pointer(record, BY_REST) + day, sumOf(byRest));
  store<f64>(record + BY_LOADING, load<f64>(record + BY_LOADING) + sumOf(byLoading) * base);
  const bySize = size * sumOf(logsSum) - (y + size) * sumOf(sharesSum);
  store<f64>(record + BY_SIZE, load<f64>(record + BY_SIZE) + bySize);
}

/** Twice the generator of the chain at two levels: how fast the law flows down, stays, flows up. */
@inline export function flowAt(values: usize, level: v128, n: v128): v128 {
  const down = f64x2.mul(level, v128.load(values - 8));
  const up = f64x2.mul(f64x2.sub(n, level), v128.load(values + 8));
  return f64x2.sub(f64x2.sub(f64x2.mul(n, v128.load(values)), down), up);
}

/**
 * Backward recursion after `forward`: fills every stream's derivatives and returns ∂l/∂ ln tau · tau. `leaps` holds the steps
 * that lead to each position; `room` has three rows and four entries.
 */
export function backward(
  positions: i32,
  levels: i32,
  streams: i32,
  records: usize,
  thetas: usize,
  leaps: usize,
  law: usize,
  zeta: usize,
  emission: usize,
  alpha: usize,
  scale: usize,
  room: usize,
): f64 {
  const row: i32 = (levels + (levels & 1)) << 3;
  const n = f64x2.splat(levels - 1);
  const posterior = room;
  const weighted = room + row;
  // One entry before and one after beta are read, with weight 0.
  const beta = room + 2 * row + 16;
  for (let i: i32 = -16; i < row + 16; i += 16) v128.store(beta + i, f64x2.splat(0));
  for (let i: i32 = 0; i < levels; i++) store<f64>(beta + (i << 3), 1);
  for (let s: i32 = 0; s < streams; s++) {
    store<f64>(records + <usize>s * RECORD + BY_LOADING, 0);
    store<f64>(records + <usize>s * RECORD + BY_SIZE, 0);
  }
  let byTime: f64 = 0;
  for (let k: i32 = positions - 1; k >= 0; k--) {
    const at: usize = k * row;
    let turned = f64x2.splat(0);
    let level = f64x2.replace_lane(f64x2.splat(0), 1, 1);
    for (let i: i32 = 0; i < row; i += 16) {
      const present = f64x2.mul(v128.load(law + i), v128.load(alpha + at + i));
      const here = v128.load(beta + i);
      const flow = flowAt(beta + i, level, n);
      turned = f64x2.add(turned, f64x2.mul(present, flow));
      v128.store(posterior + i, f64x2.mul(present, here));
      level = f64x2.add(level, f64x2.splat(2));
    }
    if (k < positions - 1) byTime += 0.5 * <f64>load<i32>(leaps + ((k + 1) << 2)) * sumOf(turned);
    for (let s: i32 = 0; s < streams; s++) finish(records + <usize>s * RECORD, k, row, posterior, zeta);
    if (k == 0) break;
    const inverse = v128.load64_splat(scale + (k << 3));
    for (let i: i32 = 0; i < row; i += 16) {
      const e = f64x2.mul(v128.load(emission + at + i), inverse);
      v128.store(weighted + i, f64x2.mul(v128.load(beta + i), e));
    }
    transit(load<i32>(thetas + (k << 2)), weighted, beta, levels, row);
  }
  return byTime;
}

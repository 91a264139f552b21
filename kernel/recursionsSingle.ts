import { logarithmOf } from './numbers';
import {
  BASE, BY_BASE, BY_LOADING, BY_REST, BY_SIZE, COUNTS, DAY_AT, INVERSES, LIFT, LOGS, pointer, PSI, RECORD, REST,
} from './record';
import { singleExponential, singleLogarithm, singleLogarithmPlusOne, sumOfFour, sumsOfFour } from './singles';

/** Bytes of a row: twelve levels, of which those beyond the last have no weight. */
const ROW: i32 = 48;

/** A mean below this counts as this. */
const LEAST: f32 = 1e-30;

@inline function splat(at: usize): v128 {
  return f32x4.splat(<f32>load<f64>(at));
}

/** (y + 1/psi) ln(1+x) of four levels; keeps ln(1+x) and 1/(1+x). */
@inline function joinFour(base: v128, rest: v128, size: v128, weight: v128, lift: usize, logs: usize, inverses: usize): v128 {
  const m = f32x4.add(f32x4.mul(base, v128.load(lift)), rest);
  return f32x4.mul(weight, singleLogarithmPlusOne(f32x4.mul(size, m), logs, inverses));
}

@inline function countFour(base: v128, rest: v128, count: v128, lift: usize): v128 {
  const m = f32x4.add(f32x4.mul(base, v128.load(lift)), rest);
  return f32x4.mul(count, singleLogarithm(f32x4.pmax(f32x4.splat(LEAST), m)));
}

@inline function take(costs: usize, cost: v128): void {
  v128.store(costs, f32x4.add(v128.load(costs), cost));
}

/** Adds −ln f of a stream's day at one position to `costs`, up to terms of the counts alone. */
@inline function join(record: usize, k: i32, size: v128, perSize: f64, costs: usize): void {
  const t = load<i32>(pointer(record, DAY_AT) + (k << 2));
  if (t < 0) return;
  const day: usize = <usize>t << 3;
  const y = load<f64>(pointer(record, COUNTS) + day);
  const base = splat(pointer(record, BASE) + day);
  const rest = splat(pointer(record, REST) + day);
  const lift = pointer(record, LIFT);
  const logs = pointer(record, LOGS) + k * ROW;
  const inverses = pointer(record, INVERSES) + k * ROW;
  const weight = f32x4.splat(<f32>(y + perSize));
  take(costs, joinFour(base, rest, size, weight, lift, logs, inverses));
  take(costs + 16, joinFour(base, rest, size, weight, lift + 16, logs + 16, inverses + 16));
  take(costs + 32, joinFour(base, rest, size, weight, lift + 32, logs + 32, inverses + 32));
  if (y > 0) {
    const count = f32x4.splat(-<f32>y);
    take(costs, countFour(base, rest, count, lift));
    take(costs + 16, countFour(base, rest, count, lift + 16));
    take(costs + 32, countFour(base, rest, count, lift + 32));
  }
}

/** e^(lowest − cost); what is less than e^−40 of the largest is taken for it, so that no product of it becomes too small. */
@inline function density(cost: v128, lowest: v128): v128 {
  return singleExponential(f32x4.pmax(f32x4.sub(lowest, cost), f32x4.splat(-40)));
}

/** e of every position, up to a scale; returns the sum of the scales' logarithms. */
@inline function emit(positions: i32, streams: i32, records: usize, emission: usize): f64 {
  memory.fill(emission, 0, positions * ROW);
  for (let s: i32 = 0; s < streams; s++) {
    const record = records + <usize>s * RECORD;
    const psi = load<f64>(record + PSI);
    const size = f32x4.splat(<f32>psi);
    for (let k: i32 = 0; k < positions; k++) join(record, k, size, 1 / psi, emission + k * ROW);
  }
  let sum: f64 = 0;
  for (let k: i32 = 0; k < positions; k++) {
    const here = emission + k * ROW;
    const first = v128.load(here);
    const second = v128.load(here, 16);
    const third = v128.load(here, 32);
    let lowest = f32x4.pmin(first, f32x4.pmin(second, third));
    lowest = f32x4.pmin(lowest, v128.shuffle<f32>(lowest, lowest, 2, 3, 0, 1));
    lowest = f32x4.pmin(lowest, v128.shuffle<f32>(lowest, lowest, 1, 0, 3, 2));
    v128.store(here, density(first, lowest));
    v128.store(here, density(second, lowest), 16);
    v128.store(here, density(third, lowest), 32);
    sum -= <f64>f32x4.extract_lane(lowest, 0);
  }
  return sum;
}

/** sum + column · value. */
@inline function addColumn(sum: v128, theta: usize, value: v128): v128 {
  return f32x4.add(sum, f32x4.mul(v128.load(theta), value));
}

/**
 * `forward` in single precision, four levels at once; to be no more than a guide of a search. Alpha is left unscaled: its scale
 * 1/q is taken with the next step, so that the recursion need not wait for it.
 */
export function forwardSingle(
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
  let sum = emit(positions, streams, records, emission);
  let product: f64 = 1;
  let inverse: f64 = 1;
  let a = f32x4.splat(1);
  let b = a;
  let c = a;
  const lawA = v128.load(law);
  const lawB = v128.load(law, 16);
  const lawC = v128.load(law, 32);
  for (let k: i32 = 0; k < positions; k++) {
    const at: usize = k * ROW;
    if (k > 0) {
      let theta: usize = load<i32>(thetas + (k << 2));
      a = f32x4.splat(0);
      b = a;
      c = a;
      let from = alpha + at - ROW;
      const end = from + (levels << 2);
      do {
        const value = v128.load32_splat(from);
        a = addColumn(a, theta, value);
        b = addColumn(b, theta + 16, value);
        c = addColumn(c, theta + 32, value);
        theta += ROW;
        from += 4;
      } while (from < end);
      const by = f32x4.splat(<f32>inverse);
      a = f32x4.mul(a, by);
      b = f32x4.mul(b, by);
      c = f32x4.mul(c, by);
    }
    a = f32x4.mul(a, v128.load(emission + at));
    b = f32x4.mul(b, v128.load(emission + at, 16));
    c = f32x4.mul(c, v128.load(emission + at, 32));
    v128.store(alpha + at, a);
    v128.store(alpha + at, b, 16);
    v128.store(alpha + at, c, 32);
    const q = sumOfFour(f32x4.add(f32x4.mul(lawA, a), f32x4.add(f32x4.mul(lawB, b), f32x4.mul(lawC, c))));
    inverse = 1 / q;
    store<f64>(scale + (k << 3), inverse);
    product *= q;
    if (product < 1e-30 || product > 1e30) {
      sum += logarithmOf(product);
      product = 1;
    }
  }
  return sum + logarithmOf(product);
}

/** Derivatives of ln f of a stream's day at one position, weighted by the posterior of the levels. */
@inline function finish(record: usize, k: i32, posterior: usize, zeta: usize): void {
  const t = load<i32>(pointer(record, DAY_AT) + (k << 2));
  if (t < 0) return;
  const day: usize = <usize>t << 3;
  const y = load<f64>(pointer(record, COUNTS) + day);
  const base = load<f64>(pointer(record, BASE) + day);
  const rest = load<f64>(pointer(record, REST) + day);
  const lift = pointer(record, LIFT);
  const logs = pointer(record, LOGS) + k * ROW;
  const inverses = pointer(record, INVERSES) + k * ROW;
  const psi = load<f64>(record + PSI);
  // ∂ ln f/∂m = (y/m − 1)/(1 + x); ∂ ln f/∂ ln psi = ln(1+x)/psi − (y + 1/psi) x/(1+x).
  let shares = f32x4.splat(0);
  let lifted = shares;
  let loaded = shares;
  let logged = shares;
  let i: i32 = 0;
  do {
    const g = v128.load(posterior + i);
    const share = f32x4.mul(g, v128.load(inverses + i));
    const up = f32x4.mul(share, v128.load(lift + i));
    shares = f32x4.add(shares, share);
    lifted = f32x4.add(lifted, up);
    loaded = f32x4.add(loaded, f32x4.mul(up, v128.load(zeta + i)));
    logged = f32x4.add(logged, f32x4.mul(g, v128.load(logs + i)));
    i += 16;
  } while (i < ROW);
  const sums = sumsOfFour(shares, lifted, loaded, logged);
  const share = <f64>f32x4.extract_lane(sums, 0);
  const up = <f64>f32x4.extract_lane(sums, 1);
  let byRest = -share;
  let byLifted = -up;
  let byLoading = -<f64>f32x4.extract_lane(sums, 2);
  if (y > 0) {
    const bases = f32x4.splat(<f32>base);
    const rests = f32x4.splat(<f32>rest);
    shares = f32x4.splat(0);
    lifted = shares;
    loaded = shares;
    i = 0;
    do {
      const lift1 = v128.load(lift + i);
      const m = f32x4.pmax(f32x4.splat(LEAST), f32x4.add(f32x4.mul(bases, lift1), rests));
      const one = f32x4.div(f32x4.mul(v128.load(posterior + i), v128.load(inverses + i)), m);
      const ups = f32x4.mul(one, lift1);
      shares = f32x4.add(shares, one);
      lifted = f32x4.add(lifted, ups);
      loaded = f32x4.add(loaded, f32x4.mul(ups, v128.load(zeta + i)));
      i += 16;
    } while (i < ROW);
    byRest += y * sumOfFour(shares);
    byLifted += y * sumOfFour(lifted);
    byLoading += y * sumOfFour(loaded);
  }
  store<f64>(pointer(record, BY_BASE) + day, byLifted * base);
  store<f64>(pointer(record, BY_REST) + day, byRest);
  store<f64>(record + BY_LOADING, load<f64>(record + BY_LOADING) + byLoading * base);
  const bySize = <f64>f32x4.extract_lane(sums, 3) / psi - (y * psi + 1) * (base * up + rest * share);
  store<f64>(record + BY_SIZE, load<f64>(record + BY_SIZE) + bySize);
}

/** Weighted by `present`: twice the generator of the chain at four levels, how fast the law flows down, stays, flows up. */
@inline function flow(present: v128, level: v128, n: v128, below: v128, here: v128, above: v128): v128 {
  const down = f32x4.mul(level, below);
  const up = f32x4.mul(f32x4.sub(n, level), above);
  return f32x4.mul(present, f32x4.sub(f32x4.sub(f32x4.mul(n, here), down), up));
}

/** `backward` after `forwardSingle`. */
export function backwardSingle(
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
  const n = f32x4.splat(<f32>(levels - 1));
  const lawA = v128.load(law);
  const lawB = v128.load(law, 16);
  const lawC = v128.load(law, 32);
  for (let i: i32 = 0; i < ROW; i += 4) store<f32>(room + i, i < levels << 2 ? 1 : 0);
  let a = v128.load(room);
  let b = v128.load(room, 16);
  let c = v128.load(room, 32);
  const none = f32x4.splat(0);
  let byTime: f64 = 0;
  for (let k: i32 = positions - 1; k >= 0; k--) {
    const at: usize = k * ROW;
    const by = splat(scale + (k << 3));
    const presentA = f32x4.mul(lawA, f32x4.mul(v128.load(alpha + at), by));
    const presentB = f32x4.mul(lawB, f32x4.mul(v128.load(alpha + at, 16), by));
    const presentC = f32x4.mul(lawC, f32x4.mul(v128.load(alpha + at, 32), by));
    if (k < positions - 1) {
      const ab = v128.shuffle<f32>(a, b, 3, 4, 5, 6);
      const bc = v128.shuffle<f32>(b, c, 3, 4, 5, 6);
      const flowA = flow(presentA, f32x4(0, 1, 2, 3), n, v128.shuffle<f32>(none, a, 3, 4, 5, 6), a, v128.shuffle<f32>(a, b, 1, 2, 3, 4));
      const flowB = flow(presentB, f32x4(4, 5, 6, 7), n, ab, b, v128.shuffle<f32>(b, c, 1, 2, 3, 4));
      const flowC = flow(presentC, f32x4(8, 9, 10, 11), n, bc, c, v128.shuffle<f32>(c, none, 1, 2, 3, 4));
      byTime += 0.5 * <f64>load<i32>(leaps + ((k + 1) << 2)) * sumOfFour(f32x4.add(flowA, f32x4.add(flowB, flowC)));
    }
    // The posterior takes the place of alpha.
    v128.store(alpha + at, f32x4.mul(presentA, a));
    v128.store(alpha + at, f32x4.mul(presentB, b), 16);
    v128.store(alpha + at, f32x4.mul(presentC, c), 32);
    if (k > 0) {
      v128.store(room, f32x4.mul(a, v128.load(emission + at)));
      v128.store(room, f32x4.mul(b, v128.load(emission + at, 16)), 16);
      v128.store(room, f32x4.mul(c, v128.load(emission + at, 32)), 32);
      let theta: usize = load<i32>(thetas + (k << 2));
      a = none;
      b = none;
      c = none;
      let from = room;
      const end = from + (levels << 2);
      do {
        const value = v128.load32_splat(from);
        a = addColumn(a, theta, value);
        b = addColumn(b, theta + 16, value);
        c = addColumn(c, theta + 32, value);
        theta += ROW;
        from += 4;
      } while (from < end);
      a = f32x4.mul(a, by);
      b = f32x4.mul(b, by);
      c = f32x4.mul(c, by);
    }
  }
  for (let s: i32 = 0; s < streams; s++) {
    const record = records + <usize>s * RECORD;
    store<f64>(record + BY_LOADING, 0);
    store<f64>(record + BY_SIZE, 0);
    for (let k: i32 = 0; k < positions; k++) finish(record, k, alpha + k * ROW, zeta);
  }
  return byTime;
}

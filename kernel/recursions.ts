import { exponential, exponentOf, joinLogarithm, logarithm, logarithmOf, scaleDown, sumOf, swap } from './numbers';
import {
  BASE, BY_BASE, BY_LOADING, BY_REST, BY_SIZE, COUNTS, DAY_AT, INVERSES, LIFT, LOGS, pointer, PSI, RECORD, REST,
} from './record';
import { transit } from './transit';

/** Counts up to this enter as a product of means, without a logarithm: (1e-26)^4 is far from too small. */
const SMALL_COUNT: f64 = 4;

/**
 * Adds −ln f of a stream at every position to `costs` and multiplies `factors`: f = factor·exp(−cost), up to terms of the counts
 * alone.
 */
@inline function join(record: usize, positions: i32, row: i32, costs: usize, factors: usize): void {
  const days = pointer(record, DAY_AT);
  const counts = pointer(record, COUNTS);
  const bases = pointer(record, BASE);
  const rests = pointer(record, REST);
  const lift = pointer(record, LIFT);
  const psi = load<f64>(record + PSI);
  const perSize = 1 / psi;
  const size = f64x2.splat(psi);
  const one = f64x2.splat(1);
  let logs = pointer(record, LOGS);
  let inverses = pointer(record, INVERSES);
  for (let k: i32 = 0; k < positions; k++) {
    const t = load<i32>(days + (k << 2));
    if (t >= 0) {
      const day: usize = <usize>t << 3;
      const y = load<f64>(counts + day);
      const base = v128.load64_splat(bases + day);
      const rest = v128.load64_splat(rests + day);
      const weight = f64x2.splat(y + perSize);
      // Loops that are tested at their end: only from these does the engine take what does not change.
      let i: i32 = 0;
      do {
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
        v128.store(costs + i, f64x2.add(v128.load(costs + i), f64x2.mul(weight, log)));
        i += 16;
      } while (i < row);
      if (y > 0) {
        i = 0;
        do {
          const m = f64x2.add(f64x2.mul(base, v128.load(lift + i)), rest);
          if (y > SMALL_COUNT) {
            v128.store(costs + i, f64x2.sub(v128.load(costs + i), f64x2.mul(f64x2.splat(y), logarithm(m))));
          } else {
            let factor = f64x2.mul(v128.load(factors + i), m);
            for (let n: f64 = 1; n < y; n++) factor = f64x2.mul(factor, m);
            v128.store(factors + i, factor);
          }
          i += 16;
        } while (i < row);
      }
    }
    costs += row;
    factors += row;
    logs += row;
    inverses += row;
  }
}

/** e of every position, up to a scale; returns the sum of the scales' logarithms. `factors` has a row for each position. */
@inline function emit(positions: i32, streams: i32, records: usize, emission: usize, row: i32, factors: usize): f64 {
  const end = positions * row;
  for (let i: i32 = 0; i < end; i += 16) {
    v128.store(emission + i, f64x2.splat(0));
    v128.store(factors + i, f64x2.splat(1));
  }
  for (let s: i32 = 0; s < streams; s++) join(records + <usize>s * RECORD, positions, row, emission, factors);
  let sum: f64 = 0;
  for (let k: i32 = 0; k < positions; k++) {
    const here = emission + k * row;
    const factor = factors + k * row;
    let lowest = v128.load(here);
    for (let i: i32 = 16; i < row; i += 16) lowest = f64x2.pmin(lowest, v128.load(here + i));
    lowest = f64x2.pmin(lowest, swap(lowest));
    let i: i32 = 0;
    do {
      const lower = exponential(f64x2.sub(lowest, v128.load(here + i)));
      v128.store(here + i, f64x2.mul(v128.load(factor + i), lower));
      i += 16;
    } while (i < row);
    sum -= f64x2.extract_lane(lowest, 0);
  }
  return sum;
}

/**
 * Scaled forward recursion: fills e (`emission`, up to a scale of each day), alpha and 1/q (`scale`); returns Σ ln q.
 * Alpha is left unscaled: its scale 1/q is taken with the next step, so that the recursion need not wait for it.
 * `thetas` points to the Θ that leads to each position; `room` has a row.
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
  // What alpha holds is not yet wanted.
  let sum = emit(positions, streams, records, emission, row, alpha);
  let product: f64 = 1;
  let inverse: f64 = 1;
  const moved = room;
  let i: i32 = 0;
  do {
    v128.store(moved + i, f64x2.splat(1));
    i += 16;
  } while (i < row);
  if (levels & 1) store<f64>(moved + row - 8, 0);
  for (let k: i32 = 0; k < positions; k++) {
    const at: usize = k * row;
    if (k > 0) transit(load<i32>(thetas + (k << 2)), alpha + at - row, moved, levels, row, inverse);
    let sums = f64x2.splat(0);
    i = 0;
    do {
      const weighted = f64x2.mul(v128.load(moved + i), v128.load(emission + at + i));
      v128.store(alpha + at + i, weighted);
      sums = f64x2.add(sums, f64x2.mul(v128.load(law + i), weighted));
      i += 16;
    } while (i < row);
    const q = sumOf(sums);
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

/** Derivatives of ln f of a stream at every position, weighted by the posterior of the levels there. */
@inline function finish(record: usize, positions: i32, row: i32, posterior: usize, zeta: usize): void {
  const days = pointer(record, DAY_AT);
  const counts = pointer(record, COUNTS);
  const bases = pointer(record, BASE);
  const rests = pointer(record, REST);
  const byBase = pointer(record, BY_BASE);
  const byRest = pointer(record, BY_REST);
  const lift = pointer(record, LIFT);
  const size = 1 / load<f64>(record + PSI);
  let logs = pointer(record, LOGS);
  let inverses = pointer(record, INVERSES);
  let byLoading: f64 = 0;
  let bySize: f64 = 0;
  for (let k: i32 = 0; k < positions; k++) {
    const t = load<i32>(days + (k << 2));
    if (t >= 0) {
      const day: usize = <usize>t << 3;
      const y = load<f64>(counts + day);
      const base = load<f64>(bases + day);
      // ∂ ln f/∂m = (y/m − 1)/(1 + x); ∂ ln f/∂ ln psi = ln(1+x)/psi − (y + 1/psi) x/(1+x).
      let shares = f64x2.splat(0);
      let lifted = shares;
      let loaded = shares;
      let logsSum = shares;
      let sharesSum = shares;
      let i: i32 = 0;
      do {
        const g = v128.load(posterior + i);
        const share = f64x2.mul(g, v128.load(inverses + i));
        const up = f64x2.mul(share, v128.load(lift + i));
        shares = f64x2.add(shares, share);
        lifted = f64x2.add(lifted, up);
        loaded = f64x2.add(loaded, f64x2.mul(up, v128.load(zeta + i)));
        logsSum = f64x2.add(logsSum, f64x2.mul(g, v128.load(logs + i)));
        sharesSum = f64x2.add(sharesSum, f64x2.sub(g, share));
        i += 16;
      } while (i < row);
      let slope = -sumOf(shares);
      let liftedSlope = -sumOf(lifted);
      let loadedSlope = -sumOf(loaded);
      bySize += size * sumOf(logsSum) - (y + size) * sumOf(sharesSum);
      if (y > 0) {
        const wideBase = f64x2.splat(base);
        const rest = v128.load64_splat(rests + day);
        shares = f64x2.splat(0);
        lifted = shares;
        loaded = shares;
        i = 0;
        do {
          const raise = v128.load(lift + i);
          const m = f64x2.add(f64x2.mul(wideBase, raise), rest);
          const share = f64x2.div(f64x2.mul(v128.load(posterior + i), v128.load(inverses + i)), m);
          const up = f64x2.mul(share, raise);
          shares = f64x2.add(shares, share);
          lifted = f64x2.add(lifted, up);
          loaded = f64x2.add(loaded, f64x2.mul(up, v128.load(zeta + i)));
          i += 16;
        } while (i < row);
        slope += y * sumOf(shares);
        liftedSlope += y * sumOf(lifted);
        loadedSlope += y * sumOf(loaded);
      }
      store<f64>(byBase + day, liftedSlope * base);
      store<f64>(byRest + day, slope);
      byLoading += loadedSlope * base;
    }
    posterior += row;
    logs += row;
    inverses += row;
  }
  store<f64>(record + BY_LOADING, byLoading);
  store<f64>(record + BY_SIZE, bySize);
}

/** Twice the generator of the chain at two levels: how fast the law flows down, stays, flows up. */
@inline export function flowAt(values: usize, level: v128, n: v128): v128 {
  const down = f64x2.mul(level, v128.load(values - 8));
  const up = f64x2.mul(f64x2.sub(n, level), v128.load(values + 8));
  return f64x2.sub(f64x2.sub(f64x2.mul(n, v128.load(values)), down), up);
}

/**
 * Backward recursion after `forward`: fills every stream's derivatives and returns ∂l/∂ ln tau · tau. The posterior of the levels
 * takes the place of alpha. `leaps` holds the steps that lead to each position; `room` has two rows and four entries.
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
  const weighted = room;
  // One entry before and one after beta are read, with weight 0.
  const beta = room + row + 16;
  memory.fill(beta - 16, 0, row + 32);
  for (let i: i32 = 0; i < levels; i++) store<f64>(beta + (i << 3), 1);
  let byTime: f64 = 0;
  for (let k: i32 = positions - 1; k >= 0; k--) {
    const at: usize = k * row;
    const inverse = load<f64>(scale + (k << 3));
    const by = f64x2.splat(inverse);
    let turned = f64x2.splat(0);
    let level = f64x2.replace_lane(f64x2.splat(0), 1, 1);
    let i: i32 = 0;
    do {
      const here = v128.load(beta + i);
      const present = f64x2.mul(v128.load(law + i), f64x2.mul(v128.load(alpha + at + i), by));
      turned = f64x2.add(turned, f64x2.mul(present, flowAt(beta + i, level, n)));
      v128.store(alpha + at + i, f64x2.mul(present, here));
      v128.store(weighted + i, f64x2.mul(here, v128.load(emission + at + i)));
      level = f64x2.add(level, f64x2.splat(2));
      i += 16;
    } while (i < row);
    if (k < positions - 1) byTime += 0.5 * <f64>load<i32>(leaps + ((k + 1) << 2)) * sumOf(turned);
    if (k > 0) transit(load<i32>(thetas + (k << 2)), weighted, beta, levels, row, inverse);
  }
  for (let s: i32 = 0; s < streams; s++) finish(records + <usize>s * RECORD, positions, row, alpha, zeta);
  return byTime;
}

import { emit } from './emissionSingle';
import { logarithmOf } from './numbers';
import { RECORD } from './record';
import { sumOfFour } from './singles';
import { slopesSingle } from './slopesSingle';

/** Bytes of a row: twelve levels, or four; those beyond the last have no weight. */
const TWELVE: i32 = 48;
const FOUR: i32 = 16;

/** sum + column · value. */
@inline function addColumn(sum: v128, theta: usize, value: v128): v128 {
  return f32x4.add(sum, f32x4.mul(v128.load(theta), value));
}

/** Bytes of the values that meet a column of Θ: an even number, so that two sums need not wait for each other; Θ has zeros there. */
@inline function evenBytes(levels: i32): usize {
  return ((levels + 1) & ~1) << 2;
}

@inline function forwardRows(
  positions: i32,
  levels: i32,
  streams: i32,
  records: usize,
  thetas: usize,
  law: usize,
  emission: usize,
  alpha: usize,
  scale: usize,
  row: i32,
): f64 {
  let sum = emit(positions, streams, records, emission, row);
  let product: f64 = 1;
  let norm: f64 = 1;
  let even: f64 = 1;
  let a = f32x4.splat(1);
  let b = a;
  let c = a;
  const lawA = v128.load(law);
  const lawB = v128.load(law + (row > 16 ? 16 : 0));
  const lawC = v128.load(law + (row > 16 ? 32 : 0));
  for (let k: i32 = 0; k < positions; k++) {
    const at: usize = k * row;
    if (k > 0) {
      let theta: usize = load<i32>(thetas + (k << 2));
      a = f32x4.splat(0);
      b = a;
      c = a;
      let from = alpha + at - row;
      const end = from + evenBytes(levels);
      do {
        const value = v128.load32_splat(from);
        const next = v128.load32_splat(from, 4);
        a = addColumn(a, theta, value);
        a = addColumn(a, theta + row, next);
        if (row > 16) {
          b = addColumn(b, theta + 16, value);
          c = addColumn(c, theta + 32, value);
          b = addColumn(b, theta + row + 16, next);
          c = addColumn(c, theta + row + 32, next);
        }
        theta += row << 1;
        from += 8;
      } while (from < end);
    }
    let by: f64 = 1;
    if (!(k & 1)) {
      by = 1 / even;
      product *= even;
      if (product < 1e-30 || product > 1e30) {
        sum += logarithmOf(product);
        product = 1;
      }
    }
    const times = f32x4.splat(<f32>by);
    a = f32x4.mul(a, f32x4.mul(times, v128.load(emission + at)));
    v128.store(alpha + at, a);
    let q = f32x4.mul(lawA, a);
    if (row > 16) {
      b = f32x4.mul(b, f32x4.mul(times, v128.load(emission + at, 16)));
      c = f32x4.mul(c, f32x4.mul(times, v128.load(emission + at, 32)));
      v128.store(alpha + at, b, 16);
      v128.store(alpha + at, c, 32);
      q = f32x4.add(q, f32x4.add(f32x4.mul(lawB, b), f32x4.mul(lawC, c)));
    }
    const past = norm;
    norm = f32x4.extract_lane(sumOfFour(q), 0);
    if (!(k & 1)) even = norm;
    const inverse = 1 / norm;
    store<f64>(scale + (k << 4), inverse);
    store<f64>(scale + (k << 4), inverse * past * by, 8);
  }
  return sum + logarithmOf(product) + logarithmOf(norm);
}

/**
 * `forward` in single precision, four levels at once; to be no more than a guide of a search. Alpha is scaled at every second
 * position, by what it summed to two positions before, so that the recursion need not wait for it. `scale` has two entries for
 * each position: 1 by what alpha sums to, and 1/q.
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
  if (levels > 4) return forwardRows(positions, levels, streams, records, thetas, law, emission, alpha, scale, TWELVE);
  return forwardRows(positions, levels, streams, records, thetas, law, emission, alpha, scale, FOUR);
}

/** Weighted by `present`: twice the generator of the chain at four levels, how fast the law flows down, stays, flows up. */
@inline function flow(present: v128, level: v128, n: v128, below: v128, here: v128, above: v128): v128 {
  const down = f32x4.mul(level, below);
  const up = f32x4.mul(f32x4.sub(n, level), above);
  return f32x4.mul(present, f32x4.sub(f32x4.sub(f32x4.mul(n, here), down), up));
}

@inline function backwardRows(
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
  row: i32,
): f64 {
  const n = f32x4.splat(<f32>(levels - 1));
  const lawA = v128.load(law);
  const lawB = v128.load(law + (row > 16 ? 16 : 0));
  const lawC = v128.load(law + (row > 16 ? 32 : 0));
  for (let i: i32 = 0; i < row; i += 4) store<f32>(room + i, i < levels << 2 ? 1 : 0);
  const none = f32x4.splat(0);
  let a = v128.load(room);
  let b = none;
  let c = none;
  if (row > 16) {
    b = v128.load(room, 16);
    c = v128.load(room, 32);
  }
  let presentB = none;
  let presentC = none;
  let byTime = none;
  for (let k: i32 = positions - 1; k >= 0; k--) {
    const at: usize = k * row;
    const inverse = f32x4.splat(<f32>load<f64>(scale + (k << 4)));
    const presentA = f32x4.mul(lawA, f32x4.mul(v128.load(alpha + at), inverse));
    if (row > 16) {
      presentB = f32x4.mul(lawB, f32x4.mul(v128.load(alpha + at, 16), inverse));
      presentC = f32x4.mul(lawC, f32x4.mul(v128.load(alpha + at, 32), inverse));
    }
    if (k < positions - 1) {
      let flows = flow(presentA, f32x4(0, 1, 2, 3), n, v128.shuffle<f32>(none, a, 3, 4, 5, 6), a, v128.shuffle<f32>(a, b, 1, 2, 3, 4));
      if (row > 16) {
        const ab = v128.shuffle<f32>(a, b, 3, 4, 5, 6);
        const bc = v128.shuffle<f32>(b, c, 3, 4, 5, 6);
        const flowB = flow(presentB, f32x4(4, 5, 6, 7), n, ab, b, v128.shuffle<f32>(b, c, 1, 2, 3, 4));
        const flowC = flow(presentC, f32x4(8, 9, 10, 11), n, bc, c, v128.shuffle<f32>(c, none, 1, 2, 3, 4));
        flows = f32x4.add(flows, f32x4.add(flowB, flowC));
      }
      const leap = f32x4.convert_i32x4_s(v128.load32_splat(leaps + ((k + 1) << 2)));
      byTime = f32x4.add(byTime, f32x4.mul(leap, flows));
    }
    // The posterior takes the place of alpha.
    v128.store(alpha + at, f32x4.mul(presentA, a));
    const by = f32x4.splat(<f32>load<f64>(scale + (k << 4), 8));
    v128.store(room, f32x4.mul(a, f32x4.mul(by, v128.load(emission + at))));
    if (row > 16) {
      v128.store(alpha + at, f32x4.mul(presentB, b), 16);
      v128.store(alpha + at, f32x4.mul(presentC, c), 32);
      v128.store(room, f32x4.mul(b, f32x4.mul(by, v128.load(emission + at, 16))), 16);
      v128.store(room, f32x4.mul(c, f32x4.mul(by, v128.load(emission + at, 32))), 32);
    }
    if (k > 0) {
      let theta: usize = load<i32>(thetas + (k << 2));
      a = none;
      b = none;
      c = none;
      let from = room;
      const end = from + evenBytes(levels);
      do {
        const value = v128.load32_splat(from);
        const next = v128.load32_splat(from, 4);
        a = addColumn(a, theta, value);
        a = addColumn(a, theta + row, next);
        if (row > 16) {
          b = addColumn(b, theta + 16, value);
          c = addColumn(c, theta + 32, value);
          b = addColumn(b, theta + row + 16, next);
          c = addColumn(c, theta + row + 32, next);
        }
        theta += row << 1;
        from += 8;
      } while (from < end);
    }
  }
  for (let s: i32 = 0; s < streams; s++) slopesSingle(records + <usize>s * RECORD, positions, alpha, zeta, row);
  return 0.5 * f32x4.extract_lane(sumOfFour(byTime), 0);
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
  if (levels > 4)
    return backwardRows(positions, levels, streams, records, thetas, leaps, law, zeta, emission, alpha, scale, room, TWELVE);
  return backwardRows(positions, levels, streams, records, thetas, leaps, law, zeta, emission, alpha, scale, room, FOUR);
}

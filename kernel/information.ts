import { sumOf } from './numbers';
import { flowAt } from './recursions';
import {
  BASE, COLUMNS, COLUMN_COUNT, COUNTS, DAY_AT, INVERSES, LIFT, LOGS, PLACES, pointer, PSI, RECORD, REST, TERM_COUNT,
} from './record';
import { transit } from './transit';

/** Adds the derivatives of ln f of a stream's day, times alpha, to the tangents of its parameters. */
@inline function addSlopes(record: usize, k: i32, row: i32, alpha: usize, inverse: v128, zeta: usize, tangents: usize, room: usize): void {
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
  const size = f64x2.splat(1 / psi);
  const weight = f64x2.splat(y + 1 / psi);
  const one = f64x2.splat(1);
  let counts: f64 = 0;
  for (let j: f64 = 1; j < y; j++) counts += (psi * j) / (1 + psi * j);
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  const places = pointer(record, PLACES);
  const byBase = room;
  const byRest = room + row;
  const byLoading = tangents + load<i32>(places + (all << 2)) * row;
  const bySize = tangents + load<i32>(places + (all << 2) + 4) * row;
  for (let i: i32 = 0; i < row; i += 16) {
    const a = f64x2.mul(v128.load(alpha + i), inverse);
    const shareOf = v128.load(inverses + i);
    const lifted = f64x2.mul(base, v128.load(lift + i));
    // ∂ ln f/∂m = (y/m − 1)/(1 + x); ∂ ln f/∂ ln psi = ln(1+x)/psi − (y + 1/psi) x/(1+x) + the counts' own term.
    let slope = f64x2.neg(shareOf);
    if (y > 0) slope = f64x2.mul(shareOf, f64x2.sub(f64x2.div(f64x2.splat(y), f64x2.add(lifted, rest)), one));
    slope = f64x2.mul(slope, a);
    const ofBase = f64x2.mul(slope, lifted);
    v128.store(byRest + i, slope);
    v128.store(byBase + i, ofBase);
    v128.store(byLoading + i, f64x2.add(v128.load(byLoading + i), f64x2.mul(ofBase, v128.load(zeta + i))));
    const share = f64x2.mul(weight, f64x2.sub(one, shareOf));
    const ofSize = f64x2.add(f64x2.sub(f64x2.mul(size, v128.load(logs + i)), share), f64x2.splat(counts));
    v128.store(bySize + i, f64x2.add(v128.load(bySize + i), f64x2.mul(ofSize, a)));
  }
  for (let c: i32 = 0; c < all; c++) {
    const x = load<f64>(<usize>load<i32>(columns + (c << 2)) + day);
    if (x == 0) continue;
    const by = c < columnCount ? byBase : byRest;
    const tangent = tangents + load<i32>(places + (c << 2)) * row;
    const times = f64x2.splat(x);
    for (let i: i32 = 0; i < row; i += 16) {
      v128.store(tangent + i, f64x2.add(v128.load(tangent + i), f64x2.mul(times, v128.load(by + i))));
    }
  }
}

/**
 * After `forward`: adds Σ g gᵀ over the positions to `matrix` (rows of an even number of entries), g the derivatives of
 * ln q by all parameters, from the tangents of the forward recursion. The last parameter is ln tau. `tangents` has a row of
 * levels for each parameter, `sums` and `step` an entry; all of them and `matrix` hold zeros; `room` has three rows and four
 * entries.
 */
export function information(
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
  parameters: i32,
  tau: f64,
  tangents: usize,
  sums: usize,
  step: usize,
  matrix: usize,
  room: usize,
): void {
  const row: i32 = (levels + (levels & 1)) << 3;
  const wide: i32 = (parameters + (parameters & 1)) << 3;
  const n = f64x2.splat(levels - 1);
  const time = tangents + (parameters - 1) * row;
  // One entry before and one after the law of the day before are read, with weight 0.
  const before = room + 2 * row + 16;
  for (let k: i32 = 0; k < positions; k++) {
    const at: usize = k * row;
    if (k > 0) {
      const by = f64x2.splat((0.5 * <f64>load<i32>(leaps + (k << 2))) / tau);
      v128.store(before - 16, f64x2.splat(0));
      v128.store(before + row, f64x2.splat(0));
      const past = v128.load64_splat(scale + (k << 3) - 8);
      for (let i: i32 = 0; i < row; i += 16) v128.store(before + i, f64x2.mul(past, v128.load(alpha + at - row + i)));
      let level = f64x2.replace_lane(f64x2.splat(0), 1, 1);
      for (let i: i32 = 0; i < row; i += 16) {
        const flow = flowAt(before + i, level, n);
        v128.store(time + i, f64x2.add(v128.load(time + i), f64x2.mul(by, flow)));
        level = f64x2.add(level, f64x2.splat(2));
      }
      // What the even row adds beyond the last level must not flow back.
      if (levels & 1) store<f64>(time + row - 8, 0);
    }
    const inverse = v128.load64_splat(scale + (k << 3));
    const theta: usize = load<i32>(thetas + (k << 2));
    for (let p: i32 = 0; p < parameters && k > 0; p++) {
      const tangent = tangents + p * row;
      transit(theta, tangent, room, levels, row, load<f64>(scale + (k << 3)));
      let i: i32 = 0;
      do {
        v128.store(tangent + i, f64x2.mul(v128.load(room + i), v128.load(emission + at + i)));
        i += 16;
      } while (i < row);
    }
    for (let s: i32 = 0; s < streams; s++) {
      addSlopes(records + <usize>s * RECORD, k, row, alpha + at, inverse, zeta, tangents, room);
    }
    for (let p: i32 = 0; p < parameters; p++) {
      let sum = f64x2.splat(0);
      for (let i: i32 = 0; i < row; i += 16) {
        sum = f64x2.add(sum, f64x2.mul(v128.load(law + i), v128.load(tangents + p * row + i)));
      }
      const score = sumOf(sum);
      const here: usize = <usize>p << 3;
      store<f64>(step + here, score - load<f64>(sums + here));
      store<f64>(sums + here, score);
    }
    for (let p: i32 = 0; p < parameters; p++) {
      const one = v128.load64_splat(step + (<usize>p << 3));
      const line = matrix + p * wide;
      for (let i: i32 = 0; i < wide; i += 16) {
        v128.store(line + i, f64x2.add(v128.load(line + i), f64x2.mul(one, v128.load(step + i))));
      }
    }
  }
}

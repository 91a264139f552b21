import { knotAt, logNear, prepare } from './knots';
import { BASE, BEYOND, COUNTS, DAY_AT, EVENTFUL, EVENTFUL_COUNT, LIFT, pointer, RECORD, REST, WEIGHTS } from './record';
import { singleDensity, singleExponential, singleLogarithm } from './singles';

/** A mean below this counts as this. */
export const LEAST: f32 = 1e-30;

@inline function take(costs: usize, cost: v128): void {
  v128.store(costs, f32x4.add(v128.load(costs), cost));
}

/** Adds −ln f of a stream to the costs of all positions, but for what no level shares, which is returned. */
@inline function join(record: usize, positions: i32, costs: usize, row: i32): f64 {
  const shared = prepare(record, row);
  const dayAt = pointer(record, DAY_AT);
  const beyonds = pointer(record, BEYOND);
  const weights = pointer(record, WEIGHTS);
  for (let k: i32 = 0; k < positions; k++) {
    const t = load<i32>(dayAt + (k << 2));
    if (t < 0) continue;
    const day: usize = <usize>t << 2;
    const knot = knotAt(record, day, row);
    const beyond = v128.load32_splat(beyonds + day);
    const half = f32x4.mul(f32x4.splat(0.5), f32x4.mul(beyond, beyond));
    const weight = v128.load32_splat(weights + day);
    const here = costs + k * row;
    take(here, f32x4.mul(weight, logNear(knot, beyond, half, row)));
    if (row > 16) {
      take(here + 16, f32x4.mul(weight, logNear(knot + 16, beyond, half, row)));
      take(here + 32, f32x4.mul(weight, logNear(knot + 32, beyond, half, row)));
    }
  }
  const counts = pointer(record, COUNTS);
  const lines = pointer(record, BASE);
  const rests = pointer(record, REST);
  const lift = pointer(record, LIFT);
  const eventful = pointer(record, EVENTFUL);
  const count = load<i32>(record + EVENTFUL_COUNT);
  for (let event: i32 = 0; event < count; event++) {
    const k = load<i32>(eventful + (event << 2));
    const day: usize = <usize>load<i32>(dayAt + (k << 2)) << 2;
    const times = f32x4.neg(v128.load32_splat(counts + day));
    const base = singleExponential(v128.load32_splat(lines + day));
    const rest = v128.load32_splat(rests + day);
    for (let i: i32 = 0; i < row; i += 16) {
      const m = f32x4.add(f32x4.mul(base, v128.load(lift + i)), rest);
      take(costs + k * row + i, f32x4.mul(times, singleLogarithm(f32x4.pmax(f32x4.splat(LEAST), m))));
    }
  }
  return shared;
}

/** e^(lowest − cost); what is less than e^−40 of the largest is taken for it, so that no product of it becomes too small. */
@inline function density(cost: v128, lowest: v128): v128 {
  return singleDensity(f32x4.pmax(f32x4.sub(lowest, cost), f32x4.splat(-40)));
}

/** e of every position, up to a scale; returns the sum of the scales' logarithms. */
@inline export function emit(positions: i32, streams: i32, records: usize, emission: usize, row: i32): f64 {
  memory.fill(emission, 0, positions * row);
  let sum: f64 = 0;
  for (let s: i32 = 0; s < streams; s++) sum -= join(records + <usize>s * RECORD, positions, emission, row);
  for (let k: i32 = 0; k < positions; k++) {
    const here = emission + k * row;
    const first = v128.load(here);
    let second = first;
    let third = first;
    let lowest = first;
    if (row > 16) {
      second = v128.load(here, 16);
      third = v128.load(here, 32);
      lowest = f32x4.pmin(first, f32x4.pmin(second, third));
    }
    lowest = f32x4.pmin(lowest, v128.shuffle<f32>(lowest, lowest, 2, 3, 0, 1));
    lowest = f32x4.pmin(lowest, v128.shuffle<f32>(lowest, lowest, 1, 0, 3, 2));
    v128.store(here, density(first, lowest));
    if (row > 16) {
      v128.store(here, density(second, lowest), 16);
      v128.store(here, density(third, lowest), 32);
    }
    sum -= <f64>f32x4.extract_lane(lowest, 0);
  }
  return sum;
}

import { LEAST } from './emissionSingle';
import { knotAt, logNear, shareNear } from './knots';
import { sumOf } from './numbers';
import {
  BASE, BEYOND, BY_BASE, BY_LOADING, BY_REST, BY_SIZE, COLUMN_COUNT, COLUMNS, COUNTS, DAY_AT, DAYS, EVENTFUL, EVENTFUL_COUNT,
  INVERSES, LIFT, LOGS, pointer, PSI, REST, SHARES, SLOPES, TERM_COUNT, WEIGHTS,
} from './record';
import { firstPair, secondPair, singleExponential, sumOfFour } from './singles';

/** What the days of a stream give to the derivatives beside their events: (share, loading, logarithm) of every level, weighted. */
@inline function addShares(record: usize, positions: i32, posterior: usize, zeta: usize, row: i32): void {
  const dayAt = pointer(record, DAY_AT);
  const beyonds = pointer(record, BEYOND);
  const weights = pointer(record, WEIGHTS);
  const shares = pointer(record, SHARES);
  let loaded = f32x4.splat(0);
  let logged = loaded;
  for (let k: i32 = 0; k < positions; k++) {
    const t = load<i32>(dayAt + (k << 2));
    if (t < 0) continue;
    const day: usize = <usize>t << 2;
    const knot = knotAt(record, day, row);
    const beyond = v128.load32_splat(beyonds + day);
    const half = f32x4.mul(f32x4.splat(0.5), f32x4.mul(beyond, beyond));
    const here = posterior + k * row;
    let g = v128.load(here);
    let sum = f32x4.mul(g, shareNear(knot, beyond, row));
    let upwards = f32x4.mul(sum, v128.load(zeta));
    logged = f32x4.add(logged, f32x4.mul(g, logNear(knot, beyond, half, row)));
    if (row > 16) {
      g = v128.load(here, 16);
      let share = f32x4.mul(g, shareNear(knot + 16, beyond, row));
      sum = f32x4.add(sum, share);
      upwards = f32x4.add(upwards, f32x4.mul(share, v128.load(zeta, 16)));
      logged = f32x4.add(logged, f32x4.mul(g, logNear(knot + 16, beyond, half, row)));
      g = v128.load(here, 32);
      share = f32x4.mul(g, shareNear(knot + 32, beyond, row));
      sum = f32x4.add(sum, share);
      upwards = f32x4.add(upwards, f32x4.mul(share, v128.load(zeta, 32)));
      logged = f32x4.add(logged, f32x4.mul(g, logNear(knot + 32, beyond, half, row)));
    }
    loaded = f32x4.add(loaded, f32x4.mul(v128.load32_splat(weights + day), upwards));
    v128.store_lane<f32>(shares + day, sumOfFour(sum), 0);
  }
  store<f64>(record + BY_LOADING, -<f64>f32x4.extract_lane(sumOfFour(loaded), 0));
  store<f64>(record + BY_SIZE, <f64>f32x4.extract_lane(sumOfFour(logged), 0) / load<f64>(record + PSI));
}

/** From the shares of all days, their derivatives by base and rest, and by psi in all. */
@inline function spreadShares(record: usize): void {
  const psi = load<f64>(record + PSI);
  const counts = pointer(record, COUNTS);
  const rest = pointer(record, REST);
  const logs = pointer(record, LOGS);
  const inverses = pointer(record, INVERSES);
  const weights = pointer(record, WEIGHTS);
  const shares = pointer(record, SHARES);
  const byBase = pointer(record, BY_BASE);
  const byRest = pointer(record, BY_REST);
  const size = f32x4.splat(<f32>psi);
  const one = f32x4.splat(1);
  const end: usize = ((load<i32>(record + DAYS) + 3) >> 2) << 4;
  let bySize = f64x2.splat(0);
  for (let at: usize = 0; at < end; at += 16) {
    const weight = v128.load(weights + at);
    const share = v128.load(shares + at);
    const weighed = f32x4.mul(weight, v128.load(inverses + at));
    const ofBase = f32x4.neg(f32x4.mul(weight, share));
    const ofRest = f32x4.mul(f32x4.mul(weighed, size), f32x4.sub(share, one));
    v128.store(byBase + at, ofBase);
    v128.store(byRest + at, ofRest);
    // ln(1 + psi rest)/psi − (y + 1/psi) (psi rest + share)/(1 + psi rest); a day without data has no weight.
    const seen = f32x4.sub(weight, f32x4.min(weight, v128.load(counts + at)));
    const excited = f32x4.add(f32x4.mul(size, v128.load(rest + at)), share);
    const part = f32x4.sub(f32x4.mul(seen, v128.load(logs + at)), f32x4.mul(weighed, excited));
    bySize = f64x2.add(bySize, f64x2.add(firstPair(part), secondPair(part)));
  }
  store<f64>(record + BY_SIZE, load<f64>(record + BY_SIZE) + sumOf(bySize));
}

/** Adds the derivatives of y ln m of the days with events. */
@inline function addEvents(record: usize, posterior: usize, zeta: usize, row: i32): void {
  const dayAt = pointer(record, DAY_AT);
  const counts = pointer(record, COUNTS);
  const lines = pointer(record, BASE);
  const rests = pointer(record, REST);
  const lift = pointer(record, LIFT);
  const byBase = pointer(record, BY_BASE);
  const byRest = pointer(record, BY_REST);
  const eventful = pointer(record, EVENTFUL);
  const count = load<i32>(record + EVENTFUL_COUNT);
  let byLoading = f32x4.splat(0);
  for (let event: i32 = 0; event < count; event++) {
    const k = load<i32>(eventful + (event << 2));
    const day: usize = <usize>load<i32>(dayAt + (k << 2)) << 2;
    const base = singleExponential(v128.load32_splat(lines + day));
    const rest = v128.load32_splat(rests + day);
    const y = v128.load32_splat(counts + day);
    const here = posterior + k * row;
    let ones = f32x4.splat(0);
    let lifted = ones;
    let loaded = ones;
    for (let i: i32 = 0; i < row; i += 16) {
      const up = v128.load(lift + i);
      const m = f32x4.pmax(f32x4.splat(LEAST), f32x4.add(f32x4.mul(base, up), rest));
      const one = f32x4.div(f32x4.mul(y, v128.load(here + i)), m);
      const ups = f32x4.mul(one, up);
      ones = f32x4.add(ones, one);
      lifted = f32x4.add(lifted, ups);
      loaded = f32x4.add(loaded, f32x4.mul(ups, v128.load(zeta + i)));
    }
    store<f32>(byRest + day, load<f32>(byRest + day) + f32x4.extract_lane(sumOfFour(ones), 0));
    store<f32>(byBase + day, load<f32>(byBase + day) + f32x4.extract_lane(sumOfFour(f32x4.mul(base, lifted)), 0));
    byLoading = f32x4.add(byLoading, f32x4.mul(base, loaded));
  }
  store<f64>(record + BY_LOADING, load<f64>(record + BY_LOADING) + <f64>f32x4.extract_lane(sumOfFour(byLoading), 0));
}

/** Carries the derivatives by ln base and by rest back to the parameters of the stream. */
@inline function pullSingle(record: usize): void {
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  const slopes = pointer(record, SLOPES);
  const end: usize = ((load<i32>(record + DAYS) + 3) >> 2) << 4;
  for (let c: i32 = 0; c < all; c++) {
    const column: usize = load<i32>(columns + (c << 2));
    const by = pointer(record, c < columnCount ? BY_BASE : BY_REST);
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < end; at += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(column + at), v128.load(by + at)));
    }
    store<f64>(slopes + (c << 3), f32x4.extract_lane(sumOfFour(sum), 0));
  }
}

/** Derivatives of ln f of all days of a stream by its parameters, given the posterior of the levels. */
@inline export function slopesSingle(record: usize, positions: i32, posterior: usize, zeta: usize, row: i32): void {
  addShares(record, positions, posterior, zeta, row);
  spreadShares(record);
  addEvents(record, posterior, zeta, row);
  pullSingle(record);
}

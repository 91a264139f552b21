/**
 * Emissions in single precision. With u = psi base/(1 + psi rest) a day's ln(1+x) is ln(1 + psi rest) + ln(1 + u e^(c zeta)), and
 * the second is a function of ln u alone. Its rows of levels are made at knots of ln u that days come near, with its first and
 * second derivative; a day takes them from its knot, which costs a third of a logarithm.
 */
import { sumOf } from './numbers';
import { WIDEST } from './rates';
import {
  BASE, BEYOND, CHAINED, COLUMN_COUNT, COLUMNS, COUNTS, COVERAGE, DAYS, INVERSES, KNOT_OF, KNOTS, KNOWN, LIFT, LOGS, PARAMETERS,
  pointer, PSI, REST, TERM_COUNT, WEIGHTS,
} from './record';
import { firstPair, secondPair, singleExponential, singleLogarithm, singleLogarithmPlusOne } from './singles';

/** Knots to a unit of ln u, and how far they go to both sides; below, ln u is taken for the lowest. */
const DENSITY: f32 = 32;
const FARTHEST: f32 = 24;
const MIDDLE: i32 = 768;
const KNOT_COUNT: i32 = 1537;

/** Adding it rounds to whole numbers, which are then its lowest bits. */
const ROUNDING: f32 = 12582912;

/** What the third derivative adds to the first on average over the days around a knot, 1/(24 DENSITY²). */
const AROUND: f32 = 1.0 / (24 * 32 * 32);

/** Makes ln(1 + u e^(c zeta)) of four levels, and its first two derivatives by ln u, s and s(1−s). */
@inline function makeFour(u: v128, lift: usize, knot: usize, row: i32): void {
  const x = f32x4.mul(u, v128.load(lift));
  singleLogarithmPlusOne(x, knot, knot + row);
  const inverse = v128.load(knot + row);
  const share = f32x4.mul(x, inverse);
  const second = f32x4.mul(share, inverse);
  const third = f32x4.mul(second, f32x4.sub(inverse, share));
  v128.store(knot + row, f32x4.add(share, f32x4.mul(f32x4.splat(AROUND), third)));
  v128.store(knot + (row << 1), second);
}

/** Σ column · parameter of four days, of the columns from one to another. */
@inline function sumColumns(columns: usize, parameters: usize, from: i32, to: i32, at: usize): v128 {
  let sum = f32x4.splat(0);
  for (let c: i32 = from; c < to; c++) {
    const column = v128.load(<usize>load<i32>(columns + (c << 2)) + at);
    sum = f32x4.add(sum, f32x4.mul(f32x4.splat(<f32>load<f64>(parameters + (c << 3))), column));
  }
  return sum;
}

/** Makes ready what the emissions of a stream rest on; returns its cost that no level shares, Σ (y + 1/psi) ln(1 + psi rest). */
@inline export function prepare(record: usize, row: i32): f64 {
  const days = load<i32>(record + DAYS);
  const psi = <f32>load<f64>(record + PSI);
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  const parameters = pointer(record, PARAMETERS);
  const coverage = pointer(record, COVERAGE);
  const counts = pointer(record, COUNTS);
  const lines = pointer(record, BASE);
  const rests = pointer(record, REST);
  const logs = pointer(record, LOGS);
  const inverses = pointer(record, INVERSES);
  const weights = pointer(record, WEIGHTS);
  const chained = pointer(record, CHAINED);
  const knotOf = pointer(record, KNOT_OF);
  const beyond = pointer(record, BEYOND);
  const known = pointer(record, KNOWN);
  const knots = pointer(record, KNOTS);
  const lift = pointer(record, LIFT);
  const size = f32x4.splat(psi);
  const perSize = f32x4.splat(1 / psi);
  const logOfSize = singleLogarithm(size);
  const rounding = f32x4.splat(ROUNDING);
  const end: usize = ((days + 3) >> 2) << 4;
  let cost = f64x2.splat(0);
  for (let at: usize = 0; at < end; at += 16) {
    let line = sumColumns(columns, parameters, 0, columnCount, at);
    line = f32x4.pmin(f32x4.pmax(line, f32x4.splat(-WIDEST)), f32x4.splat(WIDEST));
    if (coverage !== 0) line = f32x4.add(line, v128.load(coverage + at));
    const rest = sumColumns(columns, parameters, columnCount, all, at);
    v128.store(lines + at, line);
    v128.store(rests + at, rest);
    const log = singleLogarithmPlusOne(f32x4.mul(size, rest), logs + at, inverses + at);
    const place = f32x4.pmax(f32x4.splat(-FARTHEST), f32x4.add(line, f32x4.sub(logOfSize, log)));
    const rounded = f32x4.add(f32x4.mul(f32x4.pmin(f32x4.splat(FARTHEST), place), f32x4.splat(DENSITY)), rounding);
    v128.store(knotOf + at, i32x4.add(i32x4.sub(rounded, rounding), i32x4.splat(MIDDLE)));
    v128.store(beyond + at, f32x4.sub(place, f32x4.mul(f32x4.sub(rounded, rounding), f32x4.splat(1 / DENSITY))));
    const weight = f32x4.mul(v128.load(chained + at), f32x4.add(v128.load(counts + at), perSize));
    v128.store(weights + at, weight);
    const part = f32x4.mul(weight, log);
    cost = f64x2.add(cost, f64x2.add(firstPair(part), secondPair(part)));
  }
  memory.fill(known, 0, KNOT_COUNT);
  for (let at: usize = 0; at < end; at += 4) {
    const index = load<i32>(knotOf + at);
    if (load<u8>(known + index) != 0) continue;
    store<u8>(known + index, 1);
    const knot = knots + index * (3 * row);
    const u = singleExponential(f32x4.splat(<f32>(index - MIDDLE) * (1 / DENSITY)));
    makeFour(u, lift, knot, row);
    if (row > 16) {
      makeFour(u, lift + 16, knot + 16, row);
      makeFour(u, lift + 32, knot + 32, row);
    }
  }
  return sumOf(cost);
}

/** The knot of a day. */
@inline export function knotAt(record: usize, day: usize, row: i32): usize {
  return pointer(record, KNOTS) + load<i32>(pointer(record, KNOT_OF) + day) * (3 * row);
}

/** ln(1 + u e^(c zeta)) of four levels near a knot. */
@inline export function logNear(knot: usize, beyond: v128, half: v128, row: i32): v128 {
  const line = f32x4.add(v128.load(knot), f32x4.mul(beyond, v128.load(knot + row)));
  return f32x4.add(line, f32x4.mul(half, v128.load(knot + (row << 1))));
}

/** Its derivative by ln u, the wave's share of x/(1+x). */
@inline export function shareNear(knot: usize, beyond: v128, row: i32): v128 {
  return f32x4.add(v128.load(knot + row), f32x4.mul(beyond, v128.load(knot + (row << 1))));
}

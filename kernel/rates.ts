import { exponential, sumOf } from './numbers';
import {
  BASE, BY_BASE, BY_REST, COLUMNS, COLUMN_COUNT, COVERAGE, PARAMETERS, pointer, REST, SLOPES, TERM_COUNT,
} from './record';

/** Largest absolute log endemic rate, so that no column can overflow the exponential. */
export const WIDEST: f32 = 60;

/** base_t = o_t exp(X_t beta) and rest_t of a stream, from its parameters. */
export function means(record: usize, days: i32): void {
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  const parameters = pointer(record, PARAMETERS);
  const coverage = pointer(record, COVERAGE);
  const base = pointer(record, BASE);
  const rest = pointer(record, REST);
  const end = ((days + 1) >> 1) << 4;
  for (let at: i32 = 0; at < end; at += 16) {
    let line = f64x2.splat(0);
    for (let c: i32 = 0; c < columnCount; c++) {
      const column = v128.load(<usize>load<i32>(columns + (c << 2)) + at);
      line = f64x2.add(line, f64x2.mul(v128.load64_splat(parameters + (c << 3)), column));
    }
    let added = f64x2.splat(0);
    for (let c: i32 = columnCount; c < all; c++) {
      const column = v128.load(<usize>load<i32>(columns + (c << 2)) + at);
      added = f64x2.add(added, f64x2.mul(v128.load64_splat(parameters + (c << 3)), column));
    }
    line = f64x2.pmin(f64x2.pmax(line, f64x2.splat(-WIDEST)), f64x2.splat(WIDEST));
    let rate = exponential(line);
    if (coverage !== 0) rate = f64x2.mul(rate, v128.load(coverage + at));
    v128.store(base + at, rate);
    v128.store(rest + at, added);
  }
}

/** Carries derivatives by ln base_t and by rest_t back to the parameters of a stream. */
export function pullBack(record: usize, days: i32): void {
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  const slopes = pointer(record, SLOPES);
  const end = ((days + 1) >> 1) << 4;
  for (let c: i32 = 0; c < all; c++) {
    const column = load<i32>(columns + (c << 2));
    const by = pointer(record, c < columnCount ? BY_BASE : BY_REST);
    let sum = f64x2.splat(0);
    for (let at: i32 = 0; at < end; at += 16) {
      sum = f64x2.add(sum, f64x2.mul(v128.load(column + at), v128.load(by + at)));
    }
    store<f64>(slopes + (c << 3), sumOf(sum));
  }
}

import {
  COLUMNS, COLUMN_COUNT, COVERAGE, LINES, PARAMETERS, pointer, REST, SINGLE_LINES, SINGLE_REST, SINGLES, TERM_COUNT,
} from './record';
import { toSingles } from './singles';

/** Largest absolute log endemic rate, so that no column can overflow the exponential. */
const WIDEST: f64 = 60;

/** ln base_t = ln o_t + X_t beta and rest_t of a stream of the smooth wave, from its parameters; singles too. `pairs` is even. */
export function lines(record: usize, pairs: i32): void {
  const columns = pointer(record, COLUMNS);
  const columnCount = load<i32>(record + COLUMN_COUNT);
  const all = columnCount + load<i32>(record + TERM_COUNT);
  const coverage = pointer(record, COVERAGE);
  const line = pointer(record, LINES);
  const rest = pointer(record, REST);
  const row: usize = <usize>pairs << 3;
  const singles = pointer(record, SINGLES);
  const end: usize = <usize>pairs << 4;
  const widest = f64x2.splat(WIDEST);
  for (let at: usize = 0; at < end; at += 32) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    for (let c: i32 = 0; c < columnCount; c++) {
      const by = parameter(record, c);
      const column = <usize>load<i32>(columns + (c << 2)) + at;
      a = f64x2.add(a, f64x2.mul(by, v128.load(column)));
      b = f64x2.add(b, f64x2.mul(by, v128.load(column, 16)));
    }
    a = f64x2.pmin(f64x2.pmax(a, f64x2.neg(widest)), widest);
    b = f64x2.pmin(f64x2.pmax(b, f64x2.neg(widest)), widest);
    if (coverage !== 0) {
      a = f64x2.add(a, v128.load(coverage + at));
      b = f64x2.add(b, v128.load(coverage + at, 16));
    }
    v128.store(line + at, a);
    v128.store(line + at, b, 16);
    v128.store(singles + SINGLE_LINES * row + (at >> 1), toSingles(a, b));
    a = f64x2.splat(0);
    b = f64x2.splat(0);
    for (let c: i32 = columnCount; c < all; c++) {
      const by = parameter(record, c);
      const column = <usize>load<i32>(columns + (c << 2)) + at;
      a = f64x2.add(a, f64x2.mul(by, v128.load(column)));
      b = f64x2.add(b, f64x2.mul(by, v128.load(column, 16)));
    }
    v128.store(rest + at, a);
    v128.store(rest + at, b, 16);
    v128.store(singles + SINGLE_REST * row + (at >> 1), toSingles(a, b));
  }
}

@inline function parameter(record: usize, c: i32): v128 {
  return v128.load64_splat(pointer(record, PARAMETERS) + (c << 3));
}

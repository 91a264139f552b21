/** Bytes of a row of eleven levels, and of two. */
const ELEVEN: i32 = 96;
const TWO: i32 = 16;

/** sum + two entries of a column · value. */
@inline function addColumn(sum: v128, theta: usize, value: v128): v128 {
  return f64x2.add(sum, f64x2.mul(v128.load(theta), value));
}

/** into = Θ·values·by; `theta` holds Θ by columns. */
@inline export function transit(theta: usize, values: usize, into: usize, levels: i32, row: i32, by: f64): void {
  const last = values + (levels << 3);
  const scale = f64x2.splat(by);
  let from = values;
  if (row == ELEVEN) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    do {
      const value = v128.load64_splat(from);
      a = addColumn(a, theta, value);
      b = addColumn(b, theta + 16, value);
      c = addColumn(c, theta + 32, value);
      d = addColumn(d, theta + 48, value);
      e = addColumn(e, theta + 64, value);
      f = addColumn(f, theta + 80, value);
      theta += ELEVEN;
      from += 8;
    } while (from < last);
    v128.store(into, f64x2.mul(a, scale));
    v128.store(into, f64x2.mul(b, scale), 16);
    v128.store(into, f64x2.mul(c, scale), 32);
    v128.store(into, f64x2.mul(d, scale), 48);
    v128.store(into, f64x2.mul(e, scale), 64);
    v128.store(into, f64x2.mul(f, scale), 80);
    return;
  }
  if (row == TWO) {
    const first = f64x2.mul(v128.load(theta), v128.load64_splat(values));
    v128.store(into, f64x2.mul(addColumn(first, theta + TWO, v128.load64_splat(values, 8)), scale));
    return;
  }
  let i: i32 = 0;
  do {
    let sum = f64x2.splat(0);
    let at = theta + i;
    from = values;
    do {
      sum = addColumn(sum, at, v128.load64_splat(from));
      at += row;
      from += 8;
    } while (from < last);
    v128.store(into + i, f64x2.mul(sum, scale));
    i += 16;
  } while (i < row);
}

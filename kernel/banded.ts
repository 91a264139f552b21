import { logarithm, sumOf, swap } from './numbers';
import { FIRST, offDiagonal, SECOND, WEIGHT } from './prior';

/** A row of the factor: 1/D, L to the row before, L to the one before that, each for both halves of the record. */
const ROW: usize = 48;
const ONE: usize = 16;
const TWO: usize = 32;

/**
 * Factor of A = Q + diag(`diagonal`) from both ends of the record at once, and the first half of the solution of A x = `right`
 * into `into`; returns ln|A|, NaN where A is not positive definite. Row p of the factor eliminates day p from the front and
 * day p from the end, each by what its own two neighbours outside it left; the two days that meet in the middle remain with a
 * matrix of two rows. The row behind the last holds its inverse and the L by which each half reaches over the middle.
 * Where a pivot is not positive that row holds in its place the number of the failed row and a seed of `fallingDirection`.
 * Source: golubVanLoan2013.
 */
export function factor(pairs: i32, diagonal: usize, prior: usize, rows: usize, right: usize, into: usize): f64 {
  return eliminate(false, pairs, diagonal, prior, rows, right, into);
}

/** The same of Q + H, with s − Qz on the right side, from s and H in single precision (`light`) and −Qz. */
export function factorLight(pairs: i32, light: usize, prior: usize, rows: usize, product: usize, into: usize): f64 {
  return eliminate(true, pairs, light, prior, rows, product, into);
}

@inline function eliminate(
  light: bool,
  pairs: i32,
  diagonal: usize,
  prior: usize,
  rows: usize,
  right: usize,
  into: usize,
): f64 {
  const weight = load<f64>(prior + WEIGHT);
  const first = load<f64>(prior + FIRST);
  const second = load<f64>(prior + SECOND);
  const between = f64x2.splat(offDiagonal(prior));
  const two = f64x2.splat(weight * second);
  let own = f64x2.splat(weight);
  let one = f64x2.splat(0);
  let far = f64x2.splat(0);
  let inverse = f64x2.splat(0);
  let inverseTwo = f64x2.splat(0);
  let below = f64x2.splat(0);
  let pivot = f64x2.splat(1);
  let before = f64x2.splat(0);
  let beforeTwo = f64x2.splat(0);
  let logs = f64x2.splat(0);
  let product = f64x2.splat(1);
  const last = rows + <usize>pairs * ROW;
  let row = rows;
  for (let p: i32 = 0; p < pairs; p++) {
    // The pivot of the row before: the one in the middle is not yet whole.
    if (!i64x2.all_true(f64x2.gt(pivot, f64x2.splat(0)))) {
      v128.store(last, v128.and(f64x2.le(pivot, f64x2.splat(0)), f64x2.splat(1)));
      v128.store(last + ONE, f64x2.splat(p - 1));
      // So that `fallingDirection` finds nothing inside the failed row.
      v128.store(row + TWO, f64x2.splat(0));
      return NaN;
    }
    product = f64x2.mul(product, pivot);
    if (v128.any_true(v128.or(f64x2.gt(product, f64x2.splat(1e100)), f64x2.lt(product, f64x2.splat(1e-100))))) {
      logs = f64x2.add(logs, logarithm(product));
      product = f64x2.splat(1);
    }
    const at: usize = <usize>p << 4;
    let slope = v128.load(right + at);
    let curvature: v128;
    if (light) {
      const singles = diagonal + (at >> 1);
      slope = f64x2.add(slope, f64x2.promote_low_f32x4(v128.load64_zero(singles)));
      curvature = f64x2.promote_low_f32x4(v128.load64_zero(singles + (<usize>pairs << 3)));
    } else curvature = v128.load(diagonal + at);
    const near = f64x2.sub(one, f64x2.mul(far, below));
    const lowerTwo = f64x2.mul(far, inverseTwo);
    const lowerOne = f64x2.mul(near, inverse);
    const rest = f64x2.sub(f64x2.add(own, curvature), f64x2.mul(lowerTwo, far));
    pivot = f64x2.sub(rest, f64x2.mul(f64x2.mul(near, near), inverse));
    inverseTwo = inverse;
    inverse = f64x2.div(f64x2.splat(1), pivot);
    below = lowerOne;
    v128.store(row, inverse);
    v128.store(row + ONE, lowerOne);
    v128.store(row + TWO, lowerTwo);
    row += ROW;
    const moved = f64x2.sub(slope, f64x2.mul(lowerTwo, beforeTwo));
    beforeTwo = before;
    before = f64x2.sub(moved, f64x2.mul(lowerOne, before));
    v128.store(into + at, before);
    if (p == 0) {
      own = f64x2.splat(weight * (1 + first * first));
      one = f64x2.splat(-weight * first);
    } else if (p == 1) {
      own = f64x2.splat(weight * (1 + first * first + second * second));
      one = between;
      far = two;
    }
  }
  const across = f64x2.mul(two, inverseTwo);
  v128.store(last + TWO, across);
  const middle = f64x2.sub(pivot, swap(f64x2.mul(across, two)));
  const tie = f64x2.extract_lane(between, 0) - f64x2.extract_lane(two, 0) * sumOf(below);
  const p0 = f64x2.extract_lane(middle, 0);
  const p1 = f64x2.extract_lane(middle, 1);
  const determinant = p0 * p1 - tie * tie;
  if (!(p0 > 0 && p1 > 0 && determinant > 0)) {
    let seed = f64x2.splat(0);
    if (p0 <= 0) seed = f64x2.replace_lane(seed, 0, 1);
    else if (p1 <= 0) seed = f64x2.replace_lane(seed, 1, 1);
    else if (determinant <= 0) seed = f64x2.replace_lane(f64x2.splat(-tie / p0), 1, 1);
    v128.store(last, seed);
    v128.store(last + ONE, f64x2.splat(pairs - 1));
    return NaN;
  }
  v128.store(last, f64x2.mul(swap(middle), f64x2.splat(1 / determinant)));
  v128.store(last + ONE, f64x2.splat(-tie / determinant));
  v128.store(into + (<usize>(pairs - 1) << 4), f64x2.sub(before, swap(f64x2.mul(across, beforeTwo))));
  return sumOf(f64x2.add(logs, logarithm(product))) + f64x2.extract_lane(logarithm(f64x2.splat(determinant)), 0);
}

/**
 * From the factor, row by row: −½ the diagonal of A⁻¹, the expected information's part in the derivatives. Into `sums`: Σ E[r²]
 * over the residuals of the prior under the covariance A⁻¹, Σ E[r²] derived by the prior's numbers (`slopes`), and the
 * variances and the covariance of both days in the middle. Source: takahashi1973.
 */
export function invert(pairs: i32, rows: usize, prior: usize, slopes: usize, into: usize, sums: usize): void {
  const a = f64x2.splat(load<f64>(prior + FIRST));
  const b = f64x2.splat(load<f64>(prior + SECOND));
  const byA = f64x2.splat(load<f64>(slopes + FIRST));
  const byB = f64x2.splat(load<f64>(slopes + SECOND));
  const aa = f64x2.mul(a, a);
  const bb = f64x2.mul(b, b);
  const ab = f64x2.mul(a, b);
  const byAA = f64x2.mul(a, byA);
  const byBB = f64x2.mul(b, byB);
  const byAB = f64x2.add(f64x2.mul(byA, b), f64x2.mul(a, byB));
  const half = f64x2.splat(-0.5);
  const last = rows + <usize>pairs * ROW;
  // A⁻¹ at (p+1, p+1), (p+2, p+1), (p+2, p+2): in the middle day p+2 is the other half's last.
  let s11 = v128.load(last);
  let s21 = v128.load(last + ONE);
  let s22 = swap(s11);
  v128.store(sums + 32, s11);
  v128.store(sums + 48, s21);
  v128.store(into + (<usize>(pairs - 1) << 4), f64x2.mul(half, s11));
  let squares = f64x2.splat(0);
  let bySquares = f64x2.splat(0);
  let row = last - ROW;
  for (let p: i32 = pairs - 2; p >= 0; p--) {
    const lowerOne = v128.load(row + ONE);
    const lowerTwo = v128.load(row + ROW + TWO);
    row -= ROW;
    const s20 = f64x2.neg(f64x2.add(f64x2.mul(lowerOne, s21), f64x2.mul(lowerTwo, s22)));
    const s10 = f64x2.neg(f64x2.add(f64x2.mul(lowerOne, s11), f64x2.mul(lowerTwo, s21)));
    const s00 = f64x2.sub(f64x2.sub(v128.load(row), f64x2.mul(lowerOne, s10)), f64x2.mul(lowerTwo, s20));
    v128.store(into + (<usize>p << 4), f64x2.mul(half, s00));
    const crossed = f64x2.sub(f64x2.sub(f64x2.mul(b, s20), f64x2.mul(a, s10)), f64x2.mul(ab, s21));
    const whole = f64x2.add(s00, f64x2.add(f64x2.mul(aa, s11), f64x2.mul(bb, s22)));
    squares = f64x2.add(squares, f64x2.add(whole, f64x2.add(crossed, crossed)));
    const byCrossed = f64x2.sub(f64x2.sub(f64x2.mul(byB, s20), f64x2.mul(byA, s10)), f64x2.mul(byAB, s21));
    const byWhole = f64x2.add(f64x2.mul(byAA, s11), f64x2.mul(byBB, s22));
    bySquares = f64x2.add(bySquares, f64x2.add(byWhole, byCrossed));
    s22 = s11;
    s21 = s10;
    s11 = s00;
  }
  store<f64>(sums, sumOf(squares));
  store<f64>(sums + 8, 2 * sumOf(bySquares));
}

/** The other half of the solution, in place; returns its largest absolute entry. */
export function solve(pairs: i32, rows: usize, vector: usize): f64 {
  const last = rows + <usize>pairs * ROW;
  const end = vector + (<usize>(pairs - 1) << 4);
  const right = v128.load(end);
  let one = f64x2.add(f64x2.mul(v128.load(last), right), f64x2.mul(v128.load(last + ONE), swap(right)));
  let two = swap(one);
  let largest = f64x2.abs(one);
  v128.store(end, one);
  let row = last - ROW;
  for (let at = end - 16; at >= vector; at -= 16) {
    // L from the next row to this one, and from the row after next.
    const whole = f64x2.sub(
      f64x2.mul(v128.load(at), v128.load(row - ROW)),
      f64x2.mul(v128.load(row + ROW + TWO), two),
    );
    two = one;
    one = f64x2.sub(whole, f64x2.mul(v128.load(row + ONE), one));
    v128.store(at, one);
    largest = f64x2.pmax(largest, f64x2.abs(one));
    row -= ROW;
  }
  const a = f64x2.extract_lane(largest, 0);
  const b = f64x2.extract_lane(largest, 1);
  return a > b ? a : b;
}

/**
 * After `factor` found A not positive definite: a direction x along which A does not rise, x'Ax = the failed pivot ≤ 0 (or
 * the sum of two, one of each half), 0 inside the failed row. 0 where the pivot is no number. Source: nocedalWright2006.
 */
export function fallingDirection(pairs: i32, rows: usize, direction: usize): i32 {
  const last = rows + <usize>pairs * ROW;
  const failed = <i32>load<f64>(last + ONE);
  let one = v128.load(last);
  if (!v128.any_true(f64x2.ne(one, f64x2.splat(0)))) return 0;
  let two = failed == pairs - 1 ? swap(one) : f64x2.splat(0);
  for (let p: i32 = pairs - 1; p > failed; p--) v128.store(direction + (<usize>p << 4), f64x2.splat(0));
  v128.store(direction + (<usize>failed << 4), one);
  let row = rows + <usize>failed * ROW;
  for (let p: i32 = failed - 1; p >= 0; p--) {
    const here = f64x2.neg(
      f64x2.add(f64x2.mul(v128.load(row + ONE), one), f64x2.mul(v128.load(row + ROW + TWO), two)),
    );
    two = one;
    one = here;
    v128.store(direction + (<usize>p << 4), here);
    row -= ROW;
  }
  return 1;
}

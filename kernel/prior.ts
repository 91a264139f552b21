import { sumOf, swap } from './numbers';

/** The smooth wave's prior or its derivatives, in bytes: z_t = first·z_{t−1} − second·z_{t−2} + e, weight = 1/var e. */
export const FIRST: usize = 0;
export const SECOND: usize = 8;
export const WEIGHT: usize = 16;
/** Of two neighbouring days alone: lag-1 correlation r, and 1/(1 − r²). */
const LAG_ONE: usize = 24;
const WEIGHT_ONE: usize = 32;

/** Entry of Q beside the diagonal, away from the ends. */
@inline export function offDiagonal(prior: usize): f64 {
  return -load<f64>(prior + WEIGHT) * load<f64>(prior + FIRST) * (1 + load<f64>(prior + SECOND));
}

/**
 * z'Qz, and writes −Qz; by residuals, so that slow waves keep their precision. The wave runs backwards as it runs forwards: its
 * residuals are taken from the two days in the middle outwards, r_p = z_p − first·z_{p+1} + second·z_{p+2} in both halves.
 */
export function priorQuadratic(pairs: i32, prior: usize, z: usize, product: usize): f64 {
  const first = f64x2.splat(load<f64>(prior + FIRST));
  const second = f64x2.splat(load<f64>(prior + SECOND));
  const weight = f64x2.splat(load<f64>(prior + WEIGHT));
  const middle = v128.load(z + (<usize>(pairs - 1) << 4));
  let sum = f64x2.splat(0);
  // Residuals, over minus their variance, of the rows p − 1 and p − 2; values of the rows p and p + 1.
  let one = f64x2.splat(0);
  let two = f64x2.splat(0);
  let here = v128.load(z);
  let next = v128.load(z + 16);
  for (let p: i32 = 0; p < pairs - 1; p++) {
    const at: usize = <usize>p << 4;
    const later = p < pairs - 2 ? v128.load(z + at + 32) : swap(middle);
    const residual = f64x2.add(f64x2.sub(here, f64x2.mul(first, next)), f64x2.mul(second, later));
    const weighted = f64x2.neg(f64x2.mul(weight, residual));
    sum = f64x2.sub(sum, f64x2.mul(residual, weighted));
    const back = f64x2.add(f64x2.sub(weighted, f64x2.mul(first, one)), f64x2.mul(second, two));
    v128.store(product + at, back);
    two = one;
    one = weighted;
    here = next;
    next = later;
  }
  const tie = load<f64>(prior + LAG_ONE);
  const over = load<f64>(prior + WEIGHT_ONE);
  const centre = f64x2.mul(f64x2.splat(-over), f64x2.sub(middle, f64x2.mul(f64x2.splat(tie), swap(middle))));
  const own = f64x2.sub(f64x2.mul(second, f64x2.add(two, swap(one))), f64x2.mul(first, one));
  v128.store(product + (<usize>(pairs - 1) << 4), f64x2.add(centre, own));
  const start = f64x2.extract_lane(middle, 0);
  const residual = f64x2.extract_lane(middle, 1) - tie * start;
  return sumOf(sum) + start * start + over * residual * residual;
}

/**
 * Sums over the residuals r of z and q of x, and their derivatives r′ and q′ by the prior's numbers (`slopes`): Σ r², Σ r r′,
 * Σ q r, Σ (q r′ + q′ r).
 */
export function priorSlopes(pairs: i32, prior: usize, slopes: usize, z: usize, x: usize, sums: usize): void {
  const first = f64x2.splat(load<f64>(prior + FIRST));
  const second = f64x2.splat(load<f64>(prior + SECOND));
  const byFirst = f64x2.splat(load<f64>(slopes + FIRST));
  const bySecond = f64x2.splat(load<f64>(slopes + SECOND));
  let squares = f64x2.splat(0);
  let bySquares = f64x2.splat(0);
  let products = f64x2.splat(0);
  let byProducts = f64x2.splat(0);
  const end: usize = <usize>(pairs - 1) << 4;
  let z2 = swap(v128.load(z + end));
  let x2 = swap(v128.load(x + end));
  let z1 = v128.load(z + end);
  let x1 = v128.load(x + end);
  for (let p: i32 = pairs - 2; p >= 0; p--) {
    const z0 = v128.load(z + (<usize>p << 4));
    const x0 = v128.load(x + (<usize>p << 4));
    const r = f64x2.add(f64x2.sub(z0, f64x2.mul(first, z1)), f64x2.mul(second, z2));
    const q = f64x2.add(f64x2.sub(x0, f64x2.mul(first, x1)), f64x2.mul(second, x2));
    const byR = f64x2.sub(f64x2.mul(bySecond, z2), f64x2.mul(byFirst, z1));
    const byQ = f64x2.sub(f64x2.mul(bySecond, x2), f64x2.mul(byFirst, x1));
    squares = f64x2.add(squares, f64x2.mul(r, r));
    bySquares = f64x2.add(bySquares, f64x2.mul(r, byR));
    products = f64x2.add(products, f64x2.mul(q, r));
    byProducts = f64x2.add(byProducts, f64x2.add(f64x2.mul(q, byR), f64x2.mul(byQ, r)));
    z2 = z1;
    x2 = x1;
    z1 = z0;
    x1 = x0;
  }
  store<f64>(sums, sumOf(squares));
  store<f64>(sums + 8, sumOf(bySquares));
  store<f64>(sums + 16, sumOf(products));
  store<f64>(sums + 24, sumOf(byProducts));
}

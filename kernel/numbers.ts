/** Adding this to a number below 2^51 leaves its nearest integer in the low bits. */
const ROUNDING: f64 = 6755399441055744.0;
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** x = 2^k (1 + f) with 1 + f between √½ and √2, for positive normal x: k, as an integer. */
@inline export function exponentOf(x: v128): v128 {
  return i64x2.shr_s(i64x2.sub(x, i64x2.splat(0x3fe6a09e667f3bcd)), 52);
}

/** x/2^k. */
@inline export function scaleDown(x: v128, k: v128): v128 {
  return i64x2.sub(x, i64x2.shl(k, 52));
}

/**
 * ln(2^k (1 + f)) to one unit in the last place, given s = f/(2+f): ln(1+f) = f − (f²/2 − s (f²/2 + R)), R a polynomial in s².
 * Source: fdlibm.
 */
@inline export function joinLogarithm(k: v128, f: v128, s: v128): v128 {
  const z = f64x2.mul(s, s);
  let r = f64x2.splat(1.479819860510658591e-1);
  r = f64x2.add(f64x2.mul(r, z), f64x2.splat(1.531383769920937332e-1));
  r = f64x2.add(f64x2.mul(r, z), f64x2.splat(1.818357216161805012e-1));
  r = f64x2.add(f64x2.mul(r, z), f64x2.splat(2.222219843214978396e-1));
  r = f64x2.add(f64x2.mul(r, z), f64x2.splat(2.857142874366239149e-1));
  r = f64x2.add(f64x2.mul(r, z), f64x2.splat(3.999999999940941908e-1));
  r = f64x2.add(f64x2.mul(r, z), f64x2.splat(6.666666666666735130e-1));
  r = f64x2.mul(r, z);
  const half = f64x2.mul(f64x2.mul(f, f), f64x2.splat(0.5));
  const times = f64x2.sub(i64x2.add(k, i64x2.splat(0x4338000000000000)), f64x2.splat(ROUNDING));
  const low = f64x2.add(f64x2.mul(s, f64x2.add(half, r)), f64x2.mul(times, f64x2.splat(LN2_LOW)));
  return f64x2.sub(f64x2.mul(times, f64x2.splat(LN2_HIGH)), f64x2.sub(f64x2.sub(half, low), f));
}

/** ln x of positive normal numbers. */
@inline export function logarithm(x: v128): v128 {
  const k = exponentOf(x);
  const f = f64x2.sub(scaleDown(x, k), f64x2.splat(1));
  return joinLogarithm(k, f, f64x2.div(f, f64x2.add(f, f64x2.splat(2))));
}

/** e^x for x ≤ 700, to 4e-16; below −708 as at −708. */
@inline export function exponential(y: v128): v128 {
  const x = f64x2.pmax(y, f64x2.splat(-708.0));
  const t = f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), f64x2.splat(ROUNDING));
  const n = f64x2.sub(t, f64x2.splat(ROUNDING));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, f64x2.splat(LN2_HIGH))),
    f64x2.mul(n, f64x2.splat(LN2_LOW)),
  );
  let p = f64x2.splat(1.0 / 479001600.0);
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 39916800.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 3628800.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 362880.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 40320.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 5040.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 720.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 120.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 24.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 6.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(0.5));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0));
  return i64x2.add(p, i64x2.shl(t, 52));
}

@inline export function sumOf(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}


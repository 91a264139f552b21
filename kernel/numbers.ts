/**
 * Numbers that the loops need again and again. From memory each is one instruction; written out, the engine would build it anew
 * in every turn.
 */
const TABLE: usize = memory.data<f64>([
  // Logarithm (fdlibm): coefficients of z, z², …
  6.666666666666735130e-1,
  3.999999999940941908e-1,
  2.857142874366239149e-1,
  2.222219843214978396e-1,
  1.818357216161805012e-1,
  1.531383769920937332e-1,
  1.479819860510658591e-1,
  // ln 2, in two parts; log2 e
  6.93147180369123816490e-1,
  1.90821492927058770002e-10,
  1.4426950408889634,
  // Adding this to a number below 2^51 leaves its nearest integer in the low bits.
  6755399441055744.0,
  // 2^52 + 2048
  4503599627372544.0,
  // Exponential: 1/n!
  1.0,
  1.0 / 2.0,
  1.0 / 6.0,
  1.0 / 24.0,
  1.0 / 120.0,
  1.0 / 720.0,
  1.0 / 5040.0,
  1.0 / 40320.0,
  1.0 / 362880.0,
  1.0 / 3628800.0,
  1.0 / 39916800.0,
  1.0 / 479001600.0,
  -708.0,
  2.0,
], 16);
const L: i32 = 0;
const LN2_HIGH: i32 = 7;
const LN2_LOW: i32 = 8;
const LOG2_E: i32 = 9;
const ROUNDING: i32 = 10;
const SHIFTED: i32 = 11;
const E: i32 = 11; // 1/n! at E + n
const ONE: i32 = 12;
const LOWEST: i32 = 24;
const TWO: i32 = 25;

@inline function constant(k: i32): v128 {
  return v128.load64_splat(TABLE + (<usize>k << 3));
}

const BITS: usize = memory.data<i64>([
  0x3fe6a09e667f3bcd, // √½
  -4503599627370496, // sign and exponent
  -9223372036854775808, // sign
  0x4330000000000000, // 2^52
], 16);

@inline function bits(k: i32): v128 {
  return v128.load64_splat(BITS + (<usize>k << 3));
}

/** a + b x. */
@inline function line(x: v128, a: i32, b: i32): v128 {
  return f64x2.add(constant(a), f64x2.mul(x, constant(b)));
}

/** x = 2^k (1 + f) with 1 + f between √½ and √2, for positive normal x: k, in the place of an exponent. */
@inline export function exponentOf(x: v128): v128 {
  return v128.and(i64x2.sub(x, bits(0)), bits(1));
}

/** x/2^k. */
@inline export function scaleDown(x: v128, k: v128): v128 {
  return i64x2.sub(x, k);
}

/**
 * ln(2^k (1 + f)) to one unit in the last place, given s = f/(2+f): ln(1+f) = f − (f²/2 − s (f²/2 + R)), R a polynomial in s².
 * Source: fdlibm.
 */
@inline export function joinLogarithm(k: v128, f: v128, s: v128): v128 {
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  const even = f64x2.mul(w, f64x2.add(constant(L + 1), f64x2.mul(w, line(w, L + 3, L + 5))));
  const high = f64x2.mul(f64x2.mul(w, w), line(w, L + 4, L + 6));
  const odd = f64x2.mul(z, f64x2.add(line(w, L, L + 2), high));
  const r = f64x2.add(even, odd);
  const half = f64x2.mul(f64x2.mul(f, f), constant(E + 2));
  // k + 2048 in the low bits of 2^52.
  const count = v128.or(i64x2.shr_u(v128.xor(k, bits(2)), 52), bits(3));
  const times = f64x2.sub(count, constant(SHIFTED));
  const low = f64x2.add(f64x2.mul(s, f64x2.add(half, r)), f64x2.mul(times, constant(LN2_LOW)));
  return f64x2.sub(f64x2.mul(times, constant(LN2_HIGH)), f64x2.sub(f64x2.sub(half, low), f));
}

/** ln x of positive normal numbers. */
@inline export function logarithm(x: v128): v128 {
  const k = exponentOf(x);
  const f = f64x2.sub(scaleDown(x, k), constant(ONE));
  return joinLogarithm(k, f, f64x2.div(f, f64x2.add(f, constant(TWO))));
}

/** ln x of one positive normal number. */
@inline export function logarithmOf(x: f64): f64 {
  return f64x2.extract_lane(logarithm(f64x2.splat(x)), 0);
}

/** e^x for x ≤ 700, to 4e-16; below −708 as at −708. */
@inline export function exponential(y: v128): v128 {
  const x = f64x2.pmax(y, constant(LOWEST));
  const t = f64x2.add(f64x2.mul(x, constant(LOG2_E)), constant(ROUNDING));
  const n = f64x2.sub(t, constant(ROUNDING));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, constant(LN2_HIGH))),
    f64x2.mul(n, constant(LN2_LOW)),
  );
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const high = f64x2.add(line(r, E + 10, E + 11), f64x2.mul(r2, constant(E + 12)));
  const middle = f64x2.add(
    f64x2.add(line(r, E + 6, E + 7), f64x2.mul(r2, line(r, E + 8, E + 9))),
    f64x2.mul(r4, high),
  );
  const rest = f64x2.add(
    f64x2.add(line(r, E + 2, E + 3), f64x2.mul(r2, line(r, E + 4, E + 5))),
    f64x2.mul(r4, middle),
  );
  const p = f64x2.add(constant(ONE), f64x2.add(r, f64x2.mul(r2, rest)));
  return i64x2.add(p, i64x2.shl(t, 52));
}

/** Both lanes in the other order. */
@inline export function swap(x: v128): v128 {
  return v128.shuffle<f64>(x, x, 1, 0);
}

@inline export function sumOf(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

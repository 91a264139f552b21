/** Numbers in single precision, four to an instruction, where a search is on its way and exact values do not matter yet. */
const TABLE: usize = memory.data<f32>([
  1.0, 1.0 / 2.0, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0, 1.0 / 720.0, 1.0 / 5040.0, // 1/n!, n > 0
  1.442695, 12582912.0, 0.693359375, -2.12194440e-4, // log2 e; what rounds; ln 2 in two parts
  -80.0, 80.0,
  0.66666662693, 0.40000972152, 0.28498786688, 0.24279078841, // logarithm (fdlibm, single): coefficients of z, z², …
  0.69314718056, 0.5, 2.0, // ln 2
  1.0000000719, 0.9999996911, 0.4999889266, 0.1666757655, 0.0419156292, 0.0082976192, // e^x between ±ln 2/2: nearest polynomial
], 16);
const LOG2_E: i32 = 7;
const ROUNDING: i32 = 8;
const LN2_HIGH: i32 = 9;
const LN2_LOW: i32 = 10;
const LOWEST: i32 = 11;
const HIGHEST: i32 = 12;
const ONE: i32 = 0;
const L: i32 = 13;
const LN2: i32 = 17;
const HALF: i32 = 18;
const TWO: i32 = 19;
const E: i32 = 20;

@inline function constant(k: i32): v128 {
  return v128.load32_splat(TABLE + (<usize>k << 2));
}

const BITS: usize = memory.data<i32>([
  0x3f3504f3, // √½
  -8388608, // sign and exponent
  0x3f800000, // 1
], 16);

@inline function bits(k: i32): v128 {
  return v128.load32_splat(BITS + (<usize>k << 2));
}

/** a + b x. */
@inline function line(x: v128, a: i32, b: i32): v128 {
  return f32x4.add(constant(a), f32x4.mul(x, constant(b)));
}

/** e^x, to 2e-7; above 80 as at 80, 0 below −80. */
@inline export function singleExponential(y: v128): v128 {
  const x = f32x4.pmin(f32x4.pmax(y, constant(LOWEST)), constant(HIGHEST));
  const t = f32x4.add(f32x4.mul(x, constant(LOG2_E)), constant(ROUNDING));
  const n = f32x4.sub(t, constant(ROUNDING));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, constant(LN2_HIGH))), f32x4.mul(n, constant(LN2_LOW)));
  const r2 = f32x4.mul(r, r);
  const high = f32x4.add(line(r, 3, 4), f32x4.mul(r2, line(r, 5, 6)));
  const rest = f32x4.add(line(r, 1, 2), f32x4.mul(r2, high));
  const p = f32x4.add(constant(0), f32x4.add(r, f32x4.mul(r2, rest)));
  return v128.and(i32x4.add(p, i32x4.shl(t, 23)), f32x4.ge(y, constant(LOWEST)));
}

/** e^x of −40 ≤ x ≤ 0, to 2e-7. */
@inline export function singleDensity(x: v128): v128 {
  const t = f32x4.add(f32x4.mul(x, constant(LOG2_E)), constant(ROUNDING));
  const r = f32x4.sub(x, f32x4.mul(f32x4.sub(t, constant(ROUNDING)), constant(LN2)));
  const r2 = f32x4.mul(r, r);
  const high = f32x4.add(line(r, E + 2, E + 3), f32x4.mul(r2, line(r, E + 4, E + 5)));
  const p = f32x4.add(line(r, E, E + 1), f32x4.mul(r2, high));
  return i32x4.add(p, i32x4.shl(t, 23));
}

/** Four numbers, rounded, from two pairs. */
@inline export function toSingles(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 2);
}

@inline export function firstPair(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

@inline export function secondPair(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f64>(x, x, 1, 0));
}

/** x = 2^k (1 + f) with 1 + f between √½ and √2, for positive normal x: k, in the place of an exponent. */
@inline function exponentOf(x: v128): v128 {
  return v128.and(i32x4.sub(x, bits(0)), bits(1));
}

/** ln(2^k (1 + f)), given s = f/(2+f). Source: fdlibm. */
@inline function joinLogarithm(k: v128, f: v128, s: v128): v128 {
  const z = f32x4.mul(s, s);
  const w = f32x4.mul(z, z);
  const r = f32x4.add(f32x4.mul(z, line(w, L, L + 2)), f32x4.mul(w, line(w, L + 1, L + 3)));
  const half = f32x4.mul(f32x4.mul(f, f), constant(HALF));
  const times = f32x4.convert_i32x4_s(i32x4.shr_s(k, 23));
  const less = f32x4.sub(half, f32x4.mul(s, f32x4.add(half, r)));
  return f32x4.add(f32x4.mul(times, constant(LN2)), f32x4.sub(f, less));
}

/** ln x of positive normal numbers. */
@inline export function singleLogarithm(x: v128): v128 {
  const k = exponentOf(x);
  const f = f32x4.sub(i32x4.sub(x, k), constant(ONE));
  return joinLogarithm(k, f, f32x4.div(f, f32x4.add(f, constant(TWO))));
}

/** Stores ln(1+x) and 1/(1+x) for x ≥ 0, also of a small one to 1e-7 of it; returns the logarithm. */
@inline export function singleLogarithmPlusOne(x: v128, logs: usize, inverses: usize): v128 {
  const k = exponentOf(f32x4.add(x, constant(ONE)));
  const scale = i32x4.sub(bits(2), k);
  const f = f32x4.add(f32x4.mul(x, scale), f32x4.sub(scale, constant(ONE)));
  // One division gives s = f/(2+f) of the logarithm and 1/(1+f) of the inverse.
  const scaled = f32x4.add(f, constant(ONE));
  const beyond = f32x4.add(f, constant(TWO));
  const both = f32x4.div(constant(ONE), f32x4.mul(scaled, beyond));
  const log = joinLogarithm(k, f, f32x4.mul(f, f32x4.mul(scaled, both)));
  v128.store(logs, log);
  v128.store(inverses, f32x4.mul(f32x4.mul(beyond, both), scale));
  return log;
}

/** The sum of four, in every lane. */
@inline export function sumOfFour(x: v128): v128 {
  const halves = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.add(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2));
}

/** Numbers in single precision, four to an instruction, for places on the way whose exact values do not matter. */
const TABLE: usize = memory.data<f32>([
  1.0, 1.0 / 2.0, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0, 1.0 / 720.0, 1.0 / 5040.0, // 1/n!, n > 0
  1.442695, 12582912.0, 0.693359375, -2.12194440e-4, // log2 e; what rounds; ln 2 in two parts
  -80.0, 80.0,
], 16);
const LOG2_E: i32 = 7;
const ROUNDING: i32 = 8;
const LN2_HIGH: i32 = 9;
const LN2_LOW: i32 = 10;
const LOWEST: i32 = 11;
const HIGHEST: i32 = 12;

@inline function constant(k: i32): v128 {
  return v128.load32_splat(TABLE + (<usize>k << 2));
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

import { logarithm, sumOf } from './numbers';
import { CROWDED, CROWDED_COUNTS, CROWDED_DAYS, EVENT_DAYS, EVENTS, pointer } from './record';

/** A product that leaves these bounds gives way to its logarithm. */
const FAR: f64 = 1e100;
const NEAR: f64 = 1e-100;

/**
 * Σ y ln(m/(1 + psi m)) from the ratios of all days, `single` or double: the first few events of each day as factors of a
 * product, whatever more a day has by its logarithm.
 */
@inline export function eventLogs(single: bool, record: usize, ratios: usize): f64 {
  const events = pointer(record, EVENT_DAYS);
  const far = f64x2.splat(FAR);
  const near = f64x2.splat(NEAR);
  const one = f64x2.splat(1);
  let logs = f64x2.splat(0);
  let product = one;
  for (let k: i32 = 0, end = load<i32>(record + EVENTS) << 2; k < end; k += 8) {
    product = f64x2.mul(product, ratiosAt(single, ratios, events + k));
    if (v128.any_true(v128.or(f64x2.gt(product, far), f64x2.lt(product, near)))) {
      logs = f64x2.add(logs, logarithm(product));
      product = one;
    }
  }
  if (!i64x2.all_true(f64x2.gt(product, f64x2.splat(0)))) return NaN;
  const crowded = pointer(record, CROWDED_DAYS);
  const counts = pointer(record, CROWDED_COUNTS);
  for (let k: i32 = 0, end = load<i32>(record + CROWDED) << 2; k < end; k += 8) {
    const ratio = ratiosAt(single, ratios, crowded + k);
    logs = f64x2.add(logs, f64x2.mul(v128.load(counts + (k << 1)), logarithm(ratio)));
  }
  return sumOf(f64x2.add(logs, logarithm(product)));
}

/** The ratios of two days of a list of their places. */
@inline function ratiosAt(single: bool, ratios: usize, list: usize): v128 {
  const a = ratios + (load<i32>(list) >> <i32>single);
  const b = ratios + (load<i32>(list, 4) >> <i32>single);
  if (single) return f64x2.promote_low_f32x4(v128.load32_lane(b, v128.load32_zero(a), 1));
  return v128.load64_lane(b, v128.load64_zero(a), 1);
}

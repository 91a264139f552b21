import { eventLogs } from './events';
import { logarithm, sumOf } from './numbers';
import {
  LOADING, pointer, PSI, SINGLE_COUNTS, SINGLE_LINES, SINGLE_RATIOS, SINGLE_REST, SINGLE_SEEN, SINGLES, SMOOTH_RECORD,
} from './record';
import { firstPair, secondPair, singleExponential, toSingles } from './singles';

/** Beyond this psi m singles give no value; a product beyond it gives way to its logarithm. */
const WIDEST: f32 = 1e15;

/**
 * Σ ln f at z in single precision, up to terms of the counts alone; writes its slope s and, one row of days behind, H, as
 * singles. `pairs` is even.
 */
export function lightSlopes(pairs: i32, streams: i32, records: usize, z: usize, slopes: usize): f64 {
  memory.fill(slopes, 0, <usize>pairs << 4);
  let height: f64 = 0;
  for (let k: i32 = 0; k < streams; k++) height += addLight(pairs, records + <usize>k * SMOOTH_RECORD, z, slopes);
  return height;
}

@inline function addLight(pairs: i32, record: usize, z: usize, slopes: usize): f64 {
  const row: usize = <usize>pairs << 3;
  const seen = pointer(record, SINGLES) + SINGLE_SEEN * row;
  const counts = seen + (SINGLE_COUNTS - SINGLE_SEEN) * row;
  const lines = seen + (SINGLE_LINES - SINGLE_SEEN) * row;
  const rest = seen + (SINGLE_REST - SINGLE_SEEN) * row;
  const ratios = seen + (SINGLE_RATIOS - SINGLE_SEEN) * row;
  const curvatures = slopes + row;
  const psi = load<f64>(record + PSI);
  const size = f32x4.splat(<f32>psi);
  const c = f32x4.splat(<f32>load<f64>(record + LOADING));
  const one = f32x4.splat(1);
  const widest = f32x4.splat(WIDEST);
  let logs = f64x2.splat(0);
  let product = one;
  // In a loop of their own the exponentials of many days are on their way at once.
  for (let at: usize = 0; at < row; at += 16) {
    const place = z + (at << 1);
    const lift = f32x4.mul(c, toSingles(v128.load(place), v128.load(place, 16)));
    v128.store(ratios + at, singleExponential(f32x4.add(v128.load(lines + at), lift)));
  }
  for (let at: usize = 0; at < row; at += 16) {
    const mask = v128.load(seen + at);
    const y = v128.load(counts + at);
    const e = v128.load(ratios + at);
    const m = f32x4.add(e, v128.load(rest + at));
    const x = f32x4.mul(size, m);
    const onePlusX = f32x4.add(one, x);
    const inverse = v128.and(f32x4.div(one, f32x4.mul(m, onePlusX)), mask);
    v128.store(ratios + at, f32x4.mul(m, f32x4.mul(m, inverse)));
    product = f32x4.mul(product, f32x4.add(one, v128.and(x, mask)));
    if (v128.any_true(f32x4.gt(product, widest))) {
      if (v128.any_true(f32x4.gt(x, widest))) return NaN;
      logs = f64x2.add(logs, logarithm(f64x2.mul(firstPair(product), secondPair(product))));
      product = one;
    }
    const u = f32x4.mul(f32x4.sub(y, m), inverse);
    const ce = f32x4.mul(c, e);
    const uce = f32x4.mul(u, ce);
    const weight = f32x4.mul(f32x4.mul(ce, inverse), ce);
    const curved = f32x4.add(weight, f32x4.mul(f32x4.mul(weight, u), f32x4.add(onePlusX, x)));
    v128.store(slopes + at, f32x4.add(v128.load(slopes + at), uce));
    const bent = f32x4.sub(curved, f32x4.mul(c, uce));
    v128.store(curvatures + at, f32x4.add(v128.load(curvatures + at), bent));
  }
  const sum = sumOf(f64x2.add(logs, logarithm(f64x2.mul(firstPair(product), secondPair(product)))));
  return eventLogs(true, record, ratios) - sum / psi;
}

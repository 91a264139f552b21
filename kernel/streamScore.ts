import { sumOf } from './numbers';
import { weighRows } from './streamBasis';
import {
  ADDED, ANSWERS, BY_E, BYTES, column, COUNTS, ENDEMIC, FACTOR, field, GRADIENT, LOCAL, MEAN, MODIFIERS, OWN, SPONTANEOUS, weights,
} from './streamRecord';
import { sumProduct } from './streamSlopes';

/**
 * Of an added answer (`isAnswer`) or modifier at effect 0: its slope, by return; its information, left in the record; and
 * in the place of the gradient its expected curvature with every other parameter of the mean.
 */
export function score(record: usize, psi: f64, isAnswer: bool): f64 {
  const bytes = field(record, BYTES);
  const counts = field(record, COUNTS);
  const spontaneous = field(record, SPONTANEOUS);
  const factors = field(record, FACTOR);
  const means = field(record, MEAN);
  const added = field(record, ADDED);
  const byE = weights(record, BY_E);
  const times = f64x2.splat(psi);
  const one = f64x2.splat(1);
  let gradient = f64x2.splat(0);
  let own = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const mean = v128.load(means + at);
    const precision = f64x2.div(one, f64x2.mul(mean, f64x2.add(f64x2.mul(times, mean), one)));
    const change = f64x2.mul(v128.load(added + at), isAnswer ? v128.load(factors + at) : mean);
    const weight = f64x2.mul(precision, change);
    gradient = f64x2.add(gradient, f64x2.mul(weight, f64x2.sub(v128.load(counts + at), mean)));
    own = f64x2.add(own, f64x2.mul(weight, change));
    v128.store(byE + at, f64x2.mul(weight, v128.load(spontaneous + at)));
    v128.store(byE + bytes + at, f64x2.mul(weight, v128.load(factors + at)));
    v128.store(byE + 2 * bytes + at, f64x2.mul(weight, mean));
  }
  store<f64>(record + OWN, sumOf(own));
  const local = load<i32>(record + LOCAL);
  const endemic = load<i32>(record + ENDEMIC);
  const answers = endemic + load<i32>(record + ANSWERS);
  const all = answers + load<i32>(record + MODIFIERS);
  const into = field(record, GRADIENT);
  if (local > 0) weighRows(record, byE, into);
  for (let c: i32 = 0; c < all; c++) {
    const kind: usize = c < endemic ? 0 : c < answers ? 1 : 2;
    store<f64>(into + ((local + c) << 3), sumProduct(byE + kind * bytes, column(record, c), bytes));
  }
  return sumOf(gradient);
}

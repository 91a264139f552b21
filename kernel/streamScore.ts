import { sumOf } from './numbers';
import { weighRows } from './streamBasis';
import {
  ADDED, ANSWERS, BYTES, column, COUNTS, ENDEMIC, FACTOR, field, GRADIENT, LOCAL, MEAN, MODIFIERS, OWN, SPONTANEOUS, weights,
} from './streamRecord';

/** Columns of weights: with endemic columns, answers and modifiers; of the slope; of the information; and the column weighed. */
const BY_SLOPE: usize = 3;
const BY_OWN: usize = 4;
const WEIGHED: usize = 5;

/** Writes what the tests of all added answers (`isAnswer`), or of all modifiers, have in common. */
export function prepareScore(record: usize, psi: f64, isAnswer: bool): void {
  const bytes = field(record, BYTES);
  const counts = field(record, COUNTS);
  const spontaneous = field(record, SPONTANEOUS);
  const factors = field(record, FACTOR);
  const means = field(record, MEAN);
  const first = weights(record, 0);
  const one = f64x2.splat(1);
  for (let at: usize = 0; at < bytes; at += 16) {
    const mean = v128.load(means + at);
    const h = v128.load(factors + at);
    const precision = f64x2.div(one, f64x2.mul(mean, f64x2.add(f64x2.mul(f64x2.splat(psi), mean), one)));
    const effect = isAnswer ? h : mean;
    const weight = f64x2.mul(precision, effect);
    let to = first + at;
    v128.store(to, f64x2.mul(weight, v128.load(spontaneous + at)));
    v128.store(to + bytes, f64x2.mul(weight, h));
    v128.store(to + 2 * bytes, f64x2.mul(weight, mean));
    v128.store(to + BY_SLOPE * bytes, f64x2.mul(weight, f64x2.sub(v128.load(counts + at), mean)));
    v128.store(to + BY_OWN * bytes, f64x2.mul(weight, effect));
  }
}

/**
 * Of an added column at effect 0: its slope, by return; its information, left in the record; and in the place of the
 * gradient its expected curvature with every other parameter of the mean.
 */
export function score(record: usize): f64 {
  const bytes = field(record, BYTES);
  const added = field(record, ADDED);
  const byE = weights(record, 0);
  const bySlope = weights(record, BY_SLOPE);
  const byOwn = weights(record, BY_OWN);
  const weighed = weights(record, WEIGHED);
  let gradient = f64x2.splat(0);
  let own = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(added + at);
    gradient = f64x2.add(gradient, f64x2.mul(x, v128.load(bySlope + at)));
    own = f64x2.add(own, f64x2.mul(f64x2.mul(x, x), v128.load(byOwn + at)));
    v128.store(weighed + at, f64x2.mul(x, v128.load(byE + at)));
  }
  store<f64>(record + OWN, sumOf(own));
  const local = load<i32>(record + LOCAL);
  const endemic = load<i32>(record + ENDEMIC);
  const answers = endemic + load<i32>(record + ANSWERS);
  const all = answers + load<i32>(record + MODIFIERS);
  const into = field(record, GRADIENT);
  if (local > 0) weighRows(record, weighed, into);
  for (let c: i32 = 0; c < all; c++) {
    const kind: usize = c < endemic ? 0 : c < answers ? 1 : 2;
    const weight = weights(record, kind);
    const other = column(record, c);
    let sum = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += 16)
      sum = f64x2.add(sum, f64x2.mul(f64x2.mul(v128.load(added + at), v128.load(other + at)), v128.load(weight + at)));
    store<f64>(into + ((local + c) << 3), sumOf(sum));
  }
  return sumOf(gradient);
}

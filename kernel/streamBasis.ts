import { sumOf } from './numbers';
import {
  BAND, BYTES, CURVATURE, field, LOCAL, PAIRS, PRODUCTS, ROW, ROWS, STRETCHES, STRETCH_COUNT, SUMS, VALUES, weights,
} from './streamRecord';

/** Room before and behind a diagonal of the band and all rows of coefficients, in bytes. */
const MARGIN: usize = 32;

/** into[j] = Σ_t weight_t column_j[t] of every local column j. */
export function weighRows(record: usize, weight: usize, into: usize): void {
  const bytes = field(record, BYTES);
  const values = field(record, VALUES);
  const sums = field(record, SUMS);
  const row = field(record, ROW);
  memory.fill(sums, 0, row);
  let stretch = field(record, STRETCHES);
  const last = stretch + load<i32>(record + STRETCH_COUNT) * 12;
  for (; stretch < last; stretch += 12) {
    const to = field(stretch, 4);
    let p = f64x2.splat(0);
    let q = f64x2.splat(0);
    let r = f64x2.splat(0);
    let s = f64x2.splat(0);
    for (let at = field(stretch, 0); at < to; at += 16) {
      const w = v128.load(weight + at);
      const v = values + at;
      p = f64x2.add(p, f64x2.mul(w, v128.load(v)));
      q = f64x2.add(q, f64x2.mul(w, v128.load(v + bytes)));
      r = f64x2.add(r, f64x2.mul(w, v128.load(v + 2 * bytes)));
      s = f64x2.add(s, f64x2.mul(w, v128.load(v + 3 * bytes)));
    }
    const sum = sums + (field(stretch, 8) << 3);
    addTo(sum, p);
    addTo(sum + 8, q);
    addTo(sum + 16, r);
    addTo(sum + 24, s);
  }
  const local = load<i32>(record + LOCAL);
  let coefficients = field(record, ROWS);
  for (let j: i32 = 0; j < local; j++) {
    let own = f64x2.splat(0);
    for (let b: usize = 0; b < row; b += 16)
      own = f64x2.add(own, f64x2.mul(v128.load(coefficients + b), v128.load(sums + b)));
    store<f64>(into + (j << 3), sumOf(own));
    coefficients += row;
  }
}

@inline function addTo(place: usize, sum: v128): void {
  store<f64>(place, load<f64>(place) + sumOf(sum));
}

/** Curvature of local columns k ≤ j, from the weights of pairs of endemic columns. */
export function crossRows(record: usize, width: i32): void {
  fillBand(record);
  const row = field(record, ROW);
  const diagonal = row + 2 * MARGIN;
  const band = field(record, BAND) + MARGIN;
  const rows = field(record, ROWS);
  const products = field(record, PRODUCTS);
  const local = load<i32>(record + LOCAL);
  const curvature = field(record, CURVATURE);
  for (let j: i32 = 0; j < local; j++) {
    const coefficients = rows + <usize>j * row;
    const product = products + <usize>j * row;
    for (let b: usize = 0; b < row; b += 16) {
      const r = coefficients + b;
      let d = band + b;
      let sum = f64x2.mul(v128.load(d), v128.load(r));
      for (let by: usize = 8; by <= 24; by += 8) {
        d += diagonal;
        sum = f64x2.add(sum, f64x2.mul(v128.load(d), v128.load(r + by)));
        sum = f64x2.add(sum, f64x2.mul(v128.load(d - by), v128.load(r - by)));
      }
      v128.store(product + b, sum);
    }
    // Products of earlier rows are there already.
    const into = curvature + ((j * width) << 3);
    let k: i32 = 0;
    for (; k + 3 <= j; k += 4) fourProducts(coefficients, products + <usize>k * row, row, into + (k << 3));
    for (; k <= j; k++) {
      let sum = f64x2.splat(0);
      const other = products + <usize>k * row;
      for (let b: usize = 0; b < row; b += 16)
        sum = f64x2.add(sum, f64x2.mul(v128.load(coefficients + b), v128.load(other + b)));
      store<f64>(into + (k << 3), sumOf(sum));
    }
  }
}

/** into[n] = Σ_b a[b] c[n][b] of four rows n of c, so that each value of a is read once. */
@inline function fourProducts(a: usize, c: usize, row: usize, into: usize): void {
  let p = f64x2.splat(0);
  let q = f64x2.splat(0);
  let r = f64x2.splat(0);
  let s = f64x2.splat(0);
  for (let b: usize = 0; b < row; b += 16) {
    const value = v128.load(a + b);
    p = f64x2.add(p, f64x2.mul(value, v128.load(c + b)));
    q = f64x2.add(q, f64x2.mul(value, v128.load(c + b + row)));
    r = f64x2.add(r, f64x2.mul(value, v128.load(c + b + 2 * row)));
    s = f64x2.add(s, f64x2.mul(value, v128.load(c + b + 3 * row)));
  }
  store<f64>(into, sumOf(p));
  store<f64>(into + 8, sumOf(q));
  store<f64>(into + 16, sumOf(r));
  store<f64>(into + 24, sumOf(s));
}

/** Diagonal d at b: Σ_t weight_t function_b[t] function_{b+d}[t]. */
function fillBand(record: usize): void {
  const bytes = field(record, BYTES);
  const values = field(record, VALUES);
  const weight = weights(record, PAIRS);
  const diagonal = field(record, ROW) + 2 * MARGIN;
  const band = field(record, BAND);
  memory.fill(band, 0, 4 * diagonal);
  let stretch = field(record, STRETCHES);
  const last = stretch + load<i32>(record + STRETCH_COUNT) * 12;
  for (; stretch < last; stretch += 12) {
    const to = field(stretch, 4);
    let pp = f64x2.splat(0);
    let pq = f64x2.splat(0);
    let pr = f64x2.splat(0);
    let ps = f64x2.splat(0);
    let qq = f64x2.splat(0);
    let qr = f64x2.splat(0);
    let qs = f64x2.splat(0);
    let rr = f64x2.splat(0);
    let rs = f64x2.splat(0);
    let ss = f64x2.splat(0);
    for (let at = field(stretch, 0); at < to; at += 16) {
      const w = v128.load(weight + at);
      const v = values + at;
      const p = v128.load(v);
      const q = v128.load(v + bytes);
      const r = v128.load(v + 2 * bytes);
      const s = v128.load(v + 3 * bytes);
      const wp = f64x2.mul(w, p);
      const wq = f64x2.mul(w, q);
      const wr = f64x2.mul(w, r);
      pp = f64x2.add(pp, f64x2.mul(wp, p));
      pq = f64x2.add(pq, f64x2.mul(wp, q));
      pr = f64x2.add(pr, f64x2.mul(wp, r));
      ps = f64x2.add(ps, f64x2.mul(wp, s));
      qq = f64x2.add(qq, f64x2.mul(wq, q));
      qr = f64x2.add(qr, f64x2.mul(wq, r));
      qs = f64x2.add(qs, f64x2.mul(wq, s));
      rr = f64x2.add(rr, f64x2.mul(wr, r));
      rs = f64x2.add(rs, f64x2.mul(wr, s));
      ss = f64x2.add(ss, f64x2.mul(f64x2.mul(w, s), s));
    }
    const first = band + MARGIN + (field(stretch, 8) << 3);
    addTo(first, pp);
    addTo(first + 8, qq);
    addTo(first + 16, rr);
    addTo(first + 24, ss);
    addTo(first + diagonal, pq);
    addTo(first + diagonal + 8, qr);
    addTo(first + diagonal + 16, rs);
    addTo(first + 2 * diagonal, pr);
    addTo(first + 2 * diagonal + 8, qs);
    addTo(first + 3 * diagonal, ps);
  }
}

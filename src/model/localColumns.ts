/**
 * Columns made of functions that each live on a short stretch of the record, as the bends of a trend are: sums over the
 * steps then visit four functions a step in place of every column. Exact: the same sums in another order.
 */

/** Four functions of a row of them live on every step. */
export interface LocalBasis {
  /** Functions in all. */
  readonly size: number;
  /** The first of the four on each step. */
  readonly first: Int32Array;
  /** Their values, four a step. */
  readonly values: Float64Array;
}

/** What a column is in a local basis: values[t] = Σ_i coefficients[first[t] + i] · basis values[4t + i], i = 0 … 3. */
export interface LocalColumn {
  readonly basis: LocalBasis;
  readonly coefficients: Float64Array;
}

/** The leading columns of a packed design in their common basis. */
export interface LocalColumns {
  /** How many columns. */
  readonly count: number;
  readonly basis: LocalBasis;
  /** Coefficients, a row of `size` for each column. */
  readonly rows: Float64Array;
  /** Room for sums by function, and for four diagonals of their products. */
  readonly sums: Float64Array;
  readonly band: Float64Array;
  readonly product: Float64Array;
}

/** Below this many columns the detour gains nothing. */
const FEWEST = 6;

/** The columns at the head of `columns` that share a basis, on the steps `at`; null where they are few. */
export function packLocalColumns(
  columns: readonly { readonly local?: LocalColumn }[],
  at: Int32Array,
): LocalColumns | null {
  const whole = columns[0]?.local?.basis;
  if (!whole) return null;
  const other = columns.findIndex(({ local }) => local?.basis !== whole);
  const count = other < 0 ? columns.length : other;
  if (count < FEWEST) return null;
  const { size } = whole;
  const first = new Int32Array(at.length);
  const values = new Float64Array(4 * at.length);
  for (let i = 0; i < at.length; i++) {
    const t = at[i]!;
    first[i] = whole.first[t]!;
    for (let k = 0; k < 4; k++) values[4 * i + k] = whole.values[4 * t + k]!;
  }
  const rows = new Float64Array(size * count);
  for (let j = 0; j < count; j++) rows.set(columns[j]!.local!.coefficients, j * size);
  return {
    ...{ count, basis: { size, first, values }, rows },
    sums: new Float64Array(size),
    band: new Float64Array(4 * size),
    product: new Float64Array(size * count),
  };
}

/** sum = Σ theta_j column_j over the local columns. */
export function sumLocalColumns(local: LocalColumns, theta: Float64Array, sum: Float64Array): void {
  const { count, basis, rows, sums } = local;
  const { size, first, values } = basis;
  sums.fill(0);
  for (let j = 0, at = 0; j < count; j++, at += size) {
    for (let b = 0; b < size; b++) sums[b]! += rows[at + b]! * theta[j]!;
  }
  // What is the same throughout a stretch stays in variables, here and below: the steps of a stretch are many.
  let stretch = -1;
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let i = 0, k = 0; i < sum.length; i++, k += 4) {
    const b = first[i]!;
    if (b !== stretch) {
      stretch = b;
      p = sums[b]!;
      q = sums[b + 1]!;
      r = sums[b + 2]!;
      s = sums[b + 3]!;
    }
    sum[i] = values[k]! * p + values[k + 1]! * q + values[k + 2]! * r + values[k + 3]! * s;
  }
}

/** into[to + j] = Σ_i weight_i column_j[i] of every local column j. */
export function weighLocalColumns(
  local: LocalColumns,
  weight: Float64Array,
  into: Float64Array,
  to: number,
): void {
  const { count, basis, rows, sums } = local;
  const { size, first, values } = basis;
  sums.fill(0);
  let stretch = 0;
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let i = 0, k = 0; i < weight.length; i++, k += 4) {
    const b = first[i]!;
    if (b !== stretch) {
      sums[stretch] = p;
      sums[stretch + 1] = q;
      sums[stretch + 2] = r;
      sums[stretch + 3] = s;
      stretch = b;
      p = sums[b]!;
      q = sums[b + 1]!;
      r = sums[b + 2]!;
      s = sums[b + 3]!;
    }
    const w = weight[i]!;
    if (w === 0) continue;
    p += w * values[k]!;
    q += w * values[k + 1]!;
    r += w * values[k + 2]!;
    s += w * values[k + 3]!;
  }
  sums[stretch] = p;
  sums[stretch + 1] = q;
  sums[stretch + 2] = r;
  sums[stretch + 3] = s;
  for (let j = 0; j < count; j++) {
    let own = 0;
    for (let b = 0; b < size; b++) own += rows[j * size + b]! * sums[b]!;
    into[to + j] = own;
  }
}

/** into[j·width + k] = Σ_i weight_i column_j[i] column_k[i] of local columns k ≤ j. */
export function crossLocalColumns(
  local: LocalColumns,
  weight: Float64Array,
  into: Float64Array,
  width: number,
): void {
  const { count, basis, rows, band, product } = local;
  const { size } = basis;
  fillBand(basis, weight, band);
  // A row of `product` is the band times a row of coefficients.
  for (let j = 0, row = 0; j < count; j++, row += size) {
    for (let b = 0; b < size; b++) {
      let sum = 0;
      const to = Math.min(size, b + 4);
      for (let other = Math.max(0, b - 3); other < b; other++)
        sum += band[4 * other + b - other]! * rows[row + other]!;
      for (let other = b; other < to; other++) sum += band[4 * b + other - b]! * rows[row + other]!;
      product[row + b] = sum;
    }
  }
  for (let j = 0; j < count; j++) {
    const row = j * size;
    let k = 0;
    for (; k + 3 <= j; k += 4) fourProducts(rows, row, product, k * size, size, into, j * width + k);
    for (; k <= j; k++) {
      let sum = 0;
      for (let b = 0; b < size; b++) sum += rows[row + b]! * product[k * size + b]!;
      into[j * width + k] = sum;
    }
  }
}

/** into[to + n] = Σ_b a[row + b] · c[other + n·size + b] of four rows n of c, so that each value of a is read once. */
function fourProducts(
  a: Float64Array,
  row: number,
  c: Float64Array,
  other: number,
  size: number,
  into: Float64Array,
  to: number,
): void {
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let b = 0; b < size; b++) {
    const value = a[row + b]!;
    const at = other + b;
    p += value * c[at]!;
    q += value * c[at + size]!;
    r += value * c[at + 2 * size]!;
    s += value * c[at + 3 * size]!;
  }
  into[to] = p;
  into[to + 1] = q;
  into[to + 2] = r;
  into[to + 3] = s;
}

/** band[4b + d] = Σ_i weight_i value of function b · value of function b + d. */
function fillBand({ first, values }: LocalBasis, weight: Float64Array, band: Float64Array): void {
  band.fill(0);
  for (let from = 0; from < weight.length;) {
    let to = from + 1;
    while (to < weight.length && first[to] === first[from]) to++;
    addStretch(values, weight, from, to, band, 4 * first[from]!);
    from = to;
  }
}

/** Adds the steps `from` … `to` − 1, on which the same four functions live; these begin at `at` of the band. */
function addStretch(
  values: Float64Array,
  weight: Float64Array,
  from: number,
  to: number,
  band: Float64Array,
  at: number,
): void {
  let pp = band[at]!;
  let pq = band[at + 1]!;
  let pr = band[at + 2]!;
  let ps = band[at + 3]!;
  let qq = band[at + 4]!;
  let qr = band[at + 5]!;
  let qs = band[at + 6]!;
  let rr = band[at + 8]!;
  let rs = band[at + 9]!;
  let ss = band[at + 12]!;
  for (let i = from; i < to; i++) {
    const w = weight[i]!;
    if (w === 0) continue;
    const p = values[4 * i]!;
    const q = values[4 * i + 1]!;
    const r = values[4 * i + 2]!;
    const s = values[4 * i + 3]!;
    const wp = w * p;
    const wq = w * q;
    const wr = w * r;
    pp += wp * p;
    pq += wp * q;
    pr += wp * r;
    ps += wp * s;
    qq += wq * q;
    qr += wq * r;
    qs += wq * s;
    rr += wr * r;
    rs += wr * s;
    ss += w * s * s;
  }
  band[at] = pp;
  band[at + 1] = pq;
  band[at + 2] = pr;
  band[at + 3] = ps;
  band[at + 4] = qq;
  band[at + 5] = qr;
  band[at + 6] = qs;
  band[at + 8] = rr;
  band[at + 9] = rs;
  band[at + 12] = ss;
}

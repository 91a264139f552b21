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
  /** Coefficients, a row of `count` for each function. */
  readonly transfer: Float64Array;
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
  const transfer = new Float64Array(size * count);
  for (let j = 0; j < count; j++) {
    const { coefficients } = columns[j]!.local!;
    for (let b = 0; b < size; b++) transfer[b * count + j] = coefficients[b]!;
  }
  return {
    ...{ count, basis: { size, first, values }, transfer },
    sums: new Float64Array(size),
    band: new Float64Array(4 * size),
    product: new Float64Array(size * count),
  };
}

/** sum = Σ theta_j column_j over the local columns. */
export function sumLocalColumns(local: LocalColumns, theta: Float64Array, sum: Float64Array): void {
  const { count, basis, transfer, sums } = local;
  const { size, first, values } = basis;
  for (let b = 0; b < size; b++) {
    let own = 0;
    for (let j = 0; j < count; j++) own += transfer[b * count + j]! * theta[j]!;
    sums[b] = own;
  }
  for (let i = 0, k = 0; i < sum.length; i++, k += 4) {
    const b = first[i]!;
    sum[i] =
      values[k]! * sums[b]! +
      values[k + 1]! * sums[b + 1]! +
      values[k + 2]! * sums[b + 2]! +
      values[k + 3]! * sums[b + 3]!;
  }
}

/** into[to + j] = Σ_i weight_i column_j[i] of every local column j. */
export function weighLocalColumns(
  local: LocalColumns,
  weight: Float64Array,
  into: Float64Array,
  to: number,
): void {
  const { count, basis, transfer, sums } = local;
  const { size, first, values } = basis;
  sums.fill(0);
  for (let i = 0, k = 0; i < weight.length; i++, k += 4) {
    const w = weight[i]!;
    if (w === 0) continue;
    const b = first[i]!;
    sums[b]! += w * values[k]!;
    sums[b + 1]! += w * values[k + 1]!;
    sums[b + 2]! += w * values[k + 2]!;
    sums[b + 3]! += w * values[k + 3]!;
  }
  for (let j = 0; j < count; j++) {
    let own = 0;
    for (let b = 0; b < size; b++) own += transfer[b * count + j]! * sums[b]!;
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
  const { count, basis, transfer, band, product } = local;
  const { size } = basis;
  fillBand(basis, weight, band);
  // product = band · transfer, then transferᵀ · product.
  for (let b = 0; b < size; b++) {
    const row = b * count;
    product.fill(0, row, row + count);
    for (let other = Math.max(0, b - 3); other < Math.min(size, b + 4); other++) {
      const entry = band[4 * Math.min(b, other) + Math.abs(other - b)]!;
      if (entry === 0) continue;
      const from = other * count;
      for (let j = 0; j < count; j++) product[row + j]! += entry * transfer[from + j]!;
    }
  }
  for (let j = 0; j < count; j++) into.fill(0, j * width, j * width + j + 1);
  for (let b = 0; b < size; b++) {
    const row = b * count;
    for (let j = 0; j < count; j++) {
      const coefficient = transfer[row + j]!;
      const to = j * width;
      for (let k = 0; k <= j; k++) into[to + k]! += coefficient * product[row + k]!;
    }
  }
}

/** band[4b + d] = Σ_i weight_i value of function b · value of function b + d. */
function fillBand({ first, values }: LocalBasis, weight: Float64Array, band: Float64Array): void {
  band.fill(0);
  for (let i = 0, k = 0; i < weight.length; i++, k += 4) {
    const w = weight[i]!;
    if (w === 0) continue;
    const at = 4 * first[i]!;
    const [p, q, r, s] = [values[k]!, values[k + 1]!, values[k + 2]!, values[k + 3]!];
    const wp = w * p;
    const wq = w * q;
    const wr = w * r;
    band[at]! += wp * p;
    band[at + 1]! += wp * q;
    band[at + 2]! += wp * r;
    band[at + 3]! += wp * s;
    band[at + 4]! += wq * q;
    band[at + 5]! += wq * r;
    band[at + 6]! += wq * s;
    band[at + 8]! += wr * r;
    band[at + 9]! += wr * s;
    band[at + 12]! += w * s * s;
  }
}

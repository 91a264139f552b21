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
  /** Room for sums by function. */
  readonly sums: Float64Array;
}

/** Below this many columns the detour gains nothing. */
const FEWEST = 6;

/** The columns at the head of `columns` that share a basis, on the steps `at` (null: on all); null where they are few. */
export function packLocalColumns(
  columns: readonly { readonly local?: LocalColumn }[],
  at: Int32Array | null,
): LocalColumns | null {
  const whole = columns[0]?.local?.basis;
  if (!whole) return null;
  const other = columns.findIndex(({ local }) => local?.basis !== whole);
  const count = other < 0 ? columns.length : other;
  if (count < FEWEST) return null;
  const { size } = whole;
  const rows = new Float64Array(size * count);
  for (let j = 0; j < count; j++) rows.set(columns[j]!.local!.coefficients, j * size);
  return {
    ...{ count, basis: at ? { size, ...pickSteps(whole, at) } : whole, rows },
    sums: new Float64Array(size),
  };
}

/** The basis on some steps: a view where these are one stretch, as they mostly are, else a copy. */
function pickSteps({ first, values }: LocalBasis, at: Int32Array): Pick<LocalBasis, 'first' | 'values'> {
  const begin = at[0] ?? 0;
  const end = begin + at.length;
  if (at.length > 0 && at[at.length - 1] === end - 1)
    return { first: first.subarray(begin, end), values: values.subarray(4 * begin, 4 * end) };
  const picked = { first: new Int32Array(at.length), values: new Float64Array(4 * at.length) };
  for (let i = 0; i < at.length; i++) {
    const t = at[i]!;
    picked.first[i] = first[t]!;
    for (let k = 0; k < 4; k++) picked.values[4 * i + k] = values[4 * t + k]!;
  }
  return picked;
}

/** sum = Σ theta_j column_j over the local columns. */
export function sumLocalColumns(local: LocalColumns, theta: Float64Array, sum: Float64Array): void {
  const { count, basis, rows, sums } = local;
  const { size, first, values } = basis;
  sums.fill(0);
  for (let j = 0, at = 0; j < count; j++, at += size) {
    for (let b = 0; b < size; b++) sums[b]! += rows[at + b]! * theta[j]!;
  }
  // What is the same throughout a stretch stays in variables: the steps of a stretch are many.
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

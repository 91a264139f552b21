/**
 * Symmetric matrices that are zero left of an edge in every row. The Cholesky factor has the same envelope.
 * Source: georgeLiu1981.
 */
export interface Envelope {
  readonly edge: Int32Array;
  /** Where row i would begin if it reached back to column 0: entry (i, j) is values[start[i] + j], edge[i] ≤ j ≤ i. */
  readonly start: Int32Array;
  readonly values: Float64Array;
}

export function makeEnvelope(edge: Int32Array): Envelope {
  const start = new Int32Array(edge.length);
  let size = 0;
  for (let i = 0; i < edge.length; i++) {
    start[i] = size - edge[i]!;
    size += i - edge[i]! + 1;
  }
  return { edge, start, values: new Float64Array(size) };
}

/**
 * Writes the Cholesky factor of `matrix` into `factor` with rows marked in `frozen` replaced by those of the identity.
 * Returns −1, or the first row whose pivot is not above 1e-13 of its diagonal.
 */
export function factorEnvelope(
  matrix: Envelope,
  frozen: Uint8Array,
  ridge: number,
  factor: Envelope,
): number {
  const { edge, start } = matrix;
  const values = factor.values;
  values.set(matrix.values);
  for (let i = 0; i < edge.length; i++) {
    const row = start[i]!;
    const left = edge[i]!;
    if (frozen[i]) {
      values.fill(0, row + left, row + i);
      values[row + i] = 1;
      continue;
    }
    for (let j = left; j < i; j++) {
      if (frozen[j]) {
        values[row + j] = 0;
        continue;
      }
      const other = start[j]!;
      let sum = values[row + j]!;
      for (let k = Math.max(left, edge[j]!); k < j; k++) sum -= values[row + k]! * values[other + k]!;
      values[row + j] = sum / values[other + j]!;
    }
    const diagonal = values[row + i]! * (1 + ridge);
    let pivot = diagonal;
    for (let k = left; k < i; k++) pivot -= values[row + k]! * values[row + k]!;
    if (!(pivot > 1e-13 * Math.abs(diagonal))) return i;
    values[row + i] = Math.sqrt(pivot);
  }
  return -1;
}

/** Solves L Lᵀ x = b in place. */
export function solveEnvelope({ edge, start, values }: Envelope, b: Float64Array): void {
  const n = edge.length;
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    if (sum === 0 && edge[i] === i) continue;
    const row = start[i]!;
    for (let k = edge[i]!; k < i; k++) sum -= values[row + k]! * b[k]!;
    b[i] = sum / values[row + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = start[i]!;
    const value = (b[i] = b[i]! / values[row + i]!);
    if (value === 0) continue;
    for (let k = edge[i]!; k < i; k++) b[k]! -= values[row + k]! * value;
  }
}

/**
 * Symmetric matrices with `width` diagonals below the main one, stored by rows: entry (i, i − d) at
 * i·(width+1) + d, d = 0 … width; entries before the first column are not read.
 */
export interface BandedMatrix {
  readonly order: number;
  readonly width: number;
  readonly entries: Float64Array;
}

/** A banded matrix of zeros. */
export function makeBanded(order: number, width: number): BandedMatrix {
  return { order, width, entries: new Float64Array(order * (width + 1)) };
}

/**
 * Cholesky factor L (A = L Lᵀ) of a banded matrix, in place. Returns the log determinant of A, or null when A is not
 * positive definite (the entries are then partly overwritten). n·width² operations. Source: golubVanLoan2013.
 */
export function factorBanded(matrix: BandedMatrix): number | null {
  const { order, width, entries } = matrix;
  const w = width + 1;
  let logDeterminant = 0;
  for (let i = 0; i < order; i++) {
    const row = i * w;
    const reach = Math.min(i, width);
    for (let d = reach; d >= 0; d--) {
      const j = i - d;
      const other = j * w;
      let sum = entries[row + d]!;
      for (let k = d + 1; k <= reach && k - d <= width; k++) {
        sum -= entries[row + k]! * entries[other + k - d]!;
      }
      if (d > 0) {
        entries[row + d] = sum / entries[other]!;
      } else {
        if (!(sum > 0) || sum === Infinity) return null;
        entries[row] = Math.sqrt(sum);
        logDeterminant += Math.log(sum);
      }
    }
  }
  return logDeterminant;
}

/** Solves L Lᵀ x = right side, in place, given the factor. */
export function solveBanded(factor: BandedMatrix, vector: Float64Array): void {
  const { order, width, entries } = factor;
  const w = width + 1;
  for (let i = 0; i < order; i++) {
    let sum = vector[i]!;
    const reach = Math.min(i, width);
    for (let d = 1; d <= reach; d++) sum -= entries[i * w + d]! * vector[i - d]!;
    vector[i] = sum / entries[i * w]!;
  }
  for (let i = order - 1; i >= 0; i--) {
    let sum = vector[i]!;
    const reach = Math.min(order - 1 - i, width);
    for (let d = 1; d <= reach; d++) sum -= entries[(i + d) * w + d]! * vector[i + d]!;
    vector[i] = sum / entries[i * w]!;
  }
}

/**
 * The entries of A⁻¹ inside the band, given the factor of A, into a matrix of the same shape: the recursion of
 * Takahashi from the last row upwards. Source: takahashi1973.
 */
export function invertBanded(factor: BandedMatrix, inverse: BandedMatrix): void {
  const { order, width, entries } = factor;
  const out = inverse.entries;
  const w = width + 1;
  for (let i = order - 1; i >= 0; i--) {
    const pivot = entries[i * w]!;
    const reach = Math.min(order - 1 - i, width);
    // (A⁻¹)_{ij} = [i = j]/L_ii² − Σ_k L_ki (A⁻¹)_{kj} / L_ii over the rows k = i+1 … i+width.
    for (let d = reach; d >= 0; d--) {
      const j = i + d;
      let sum = d === 0 ? 1 / pivot : 0;
      for (let k = 1; k <= reach; k++) {
        const row = Math.max(i + k, j);
        const column = Math.min(i + k, j);
        sum -= entries[(i + k) * w + k]! * out[row * w + row - column]!;
      }
      out[j * w + d] = sum / pivot;
    }
  }
}

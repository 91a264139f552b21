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
 * positive definite: the rows before the first pivot that is not positive are then factored, and that pivot stays on
 * the diagonal (`fallingDirection` reads it). n·width² operations. Source: golubVanLoan2013.
 */
export function factorBanded(matrix: BandedMatrix): number | null {
  const { order, width, entries } = matrix;
  if (width === 2) return factorFiveDiagonals(order, entries);
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
        entries[row] = sum;
        if (!(sum > 0) || sum === Infinity) return null;
        entries[row] = Math.sqrt(sum);
        logDeterminant += Math.log(sum);
      }
    }
  }
  return logDeterminant;
}

/** The same for two diagonals below the main one, written out; one logarithm serves many pivots. */
function factorFiveDiagonals(order: number, entries: Float64Array): number | null {
  let logDeterminant = 0;
  let product = 1;
  // Row i − 1 of the factor: pivot and entry below row i − 2; and the pivot of row i − 2.
  let pivotOne = 1;
  let belowOne = 0;
  let pivotTwo = 1;
  for (let i = 0, at = 0; i < order; i++, at += 3) {
    const two = i > 1 ? entries[at + 2]! / pivotTwo : 0;
    const one = i > 0 ? (entries[at + 1]! - two * belowOne) / pivotOne : 0;
    const sum = entries[at]! - one * one - two * two;
    entries[at + 2] = two;
    entries[at + 1] = one;
    entries[at] = sum;
    if (!(sum > 0) || sum === Infinity) return null;
    const pivot = Math.sqrt(sum);
    entries[at] = pivot;
    product *= sum;
    if (product > 1e100 || product < 1e-100) {
      logDeterminant += Math.log(product);
      product = 1;
    }
    pivotTwo = pivotOne;
    pivotOne = pivot;
    belowOne = one;
  }
  return logDeterminant + Math.log(product);
}

/**
 * After `factorBanded` returned null: a direction x along which the matrix does not rise, x'Ax = the failed pivot ≤ 0,
 * with x = 1 at the failed row and 0 below it. False when the pivot is not a finite number. Source: nocedalWright2006.
 */
export function fallingDirection(factor: BandedMatrix, direction: Float64Array): boolean {
  const { order, width, entries } = factor;
  const w = width + 1;
  let failed = 0;
  while (failed < order && entries[failed * w]! > 0 && entries[failed * w]! < Infinity) failed++;
  direction.fill(0);
  if (failed === order || !Number.isFinite(entries[failed * w]!)) return false;
  direction[failed] = 1;
  for (let i = failed - 1; i >= 0; i--) {
    let sum = 0;
    const reach = Math.min(failed - i, width);
    for (let d = 1; d <= reach; d++) sum -= entries[(i + d) * w + d]! * direction[i + d]!;
    direction[i] = sum / entries[i * w]!;
  }
  return true;
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

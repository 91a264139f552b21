/**
 * Symmetric matrices with two diagonals below the main one, stored by rows: entry (i, i − d) at 3i + d, d = 0, 1, 2;
 * entries before the first column are not read.
 */
export interface BandedMatrix {
  readonly order: number;
  readonly entries: Float64Array;
}

/** A banded matrix of zeros. */
export function makeBanded(order: number): BandedMatrix {
  return { order, entries: new Float64Array(3 * order) };
}

/**
 * Factor of A = `matrix` + diag(`diagonal`) = L D Lᵀ, L with ones on its diagonal: 1/D on the diagonal of `factor` (which
 * may be `matrix`), L below it. Returns the log determinant of A, or null when A is not positive definite: the rows before the first
 * pivot that is not positive are then factored, and that pivot stays on the diagonal (`fallingDirection` reads it).
 * One division a row; one logarithm serves many pivots. Source: golubVanLoan2013.
 */
export function factorBanded(
  matrix: BandedMatrix,
  diagonal: Float64Array,
  factor: BandedMatrix,
): number | null {
  const { order, entries } = matrix;
  const into = factor.entries;
  let logDeterminant = 0;
  let product = 1;
  // Of rows i − 1 and i − 2: 1/D, and L(i−1, i−2).
  let inverseOne = 1;
  let inverseTwo = 1;
  let belowOne = 0;
  for (let i = 0, at = 0; i < order; i++, at += 3) {
    const two = i > 1 ? entries[at + 2]! : 0;
    const one = i > 0 ? entries[at + 1]! - two * belowOne : 0;
    const lowerTwo = two * inverseTwo;
    const lowerOne = one * inverseOne;
    const pivot = entries[at]! + diagonal[i]! - lowerOne * one - lowerTwo * two;
    into[at + 2] = lowerTwo;
    into[at + 1] = lowerOne;
    into[at] = pivot;
    if (!(pivot > 0) || pivot === Infinity) return null;
    inverseTwo = inverseOne;
    inverseOne = 1 / pivot;
    belowOne = lowerOne;
    into[at] = inverseOne;
    product *= pivot;
    if (product > 1e100 || product < 1e-100) {
      logDeterminant += Math.log(product);
      product = 1;
    }
  }
  return logDeterminant + Math.log(product);
}

/**
 * After `factorBanded` returned null: a direction x along which the matrix does not rise, x'Ax = the failed pivot ≤ 0,
 * with x = 1 at the failed row and 0 below it. False when the pivot is not a finite number. Source: nocedalWright2006.
 */
export function fallingDirection({ order, entries }: BandedMatrix, direction: Float64Array): boolean {
  let failed = 0;
  while (failed < order && entries[3 * failed]! > 0 && entries[3 * failed]! < Infinity) failed++;
  direction.fill(0);
  if (failed === order || !Number.isFinite(entries[3 * failed]!)) return false;
  direction[failed] = 1;
  for (let i = failed - 1; i >= 0; i--) {
    const two = i + 2 <= failed ? entries[3 * i + 8]! * direction[i + 2]! : 0;
    direction[i] = -entries[3 * i + 4]! * direction[i + 1]! - two;
  }
  return true;
}

/** Solves A x = right side, in place, given the factor. */
export function solveBanded({ order, entries }: BandedMatrix, vector: Float64Array): void {
  let one = 0;
  let two = 0;
  for (let i = 0, at = 0; i < order; i++, at += 3) {
    const here = vector[i]! - entries[at + 1]! * one - entries[at + 2]! * two;
    vector[i] = here;
    two = one;
    one = here;
  }
  one = 0;
  two = 0;
  let lowerOne = 0;
  let lowerTwo = 0;
  let lowerNext = 0;
  for (let i = order - 1, at = 3 * i; i >= 0; i--, at -= 3) {
    const here = vector[i]! * entries[at]! - lowerOne * one - lowerTwo * two;
    vector[i] = here;
    two = one;
    one = here;
    // L(i, i−1), L(i+1, i−1) for the row above.
    lowerOne = entries[at + 1]!;
    lowerTwo = lowerNext;
    lowerNext = entries[at + 2]!;
  }
}

/**
 * The entries of A⁻¹ inside the band, given the factor of A, into a matrix of the same shape: the recursion of
 * Takahashi from the last row upwards. Source: takahashi1973.
 */
export function invertBanded({ order, entries }: BandedMatrix, inverse: BandedMatrix): void {
  const out = inverse.entries;
  // A⁻¹ at (i+1, i+1), (i+2, i+1), (i+2, i+2); L(i+1, i), L(i+2, i).
  let s11 = 0;
  let s21 = 0;
  let s22 = 0;
  let lowerOne = 0;
  let lowerTwo = 0;
  let lowerNext = 0;
  for (let i = order - 1, at = 3 * i; i >= 0; i--, at -= 3) {
    const s20 = -lowerOne * s21 - lowerTwo * s22;
    const s10 = -lowerOne * s11 - lowerTwo * s21;
    const s00 = entries[at]! - lowerOne * s10 - lowerTwo * s20;
    if (i + 2 < order) out[at + 8] = s20;
    if (i + 1 < order) out[at + 4] = s10;
    out[at] = s00;
    s22 = s11;
    s21 = s10;
    s11 = s00;
    lowerOne = entries[at + 1]!;
    lowerTwo = lowerNext;
    lowerNext = entries[at + 2]!;
  }
}

/** Small dense symmetric positive definite systems, row by row in one Float64Array of n·n entries. */

/**
 * Replaces the lower triangle of a symmetric matrix by its Cholesky factor L (A = L Lᵀ); reads only the lower triangle.
 * Returns −1, or the first row whose pivot is not above `tolerance` times its diagonal: that row is (nearly) a
 * combination of the rows before it, or the matrix is not positive definite.
 */
export function choleskyFactor(matrix: Float64Array, n: number, tolerance = 1e-13): number {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) {
      const other = j * n;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[row + k]! * matrix[other + k]!;
      matrix[row + j] = sum / matrix[other + j]!;
    }
    const diagonal = matrix[row + i]!;
    let pivot = diagonal;
    for (let k = 0; k < i; k++) pivot -= matrix[row + k]! * matrix[row + k]!;
    if (!(pivot > tolerance * Math.abs(diagonal))) return i;
    matrix[row + i] = Math.sqrt(pivot);
  }
  return -1;
}

/** Solves L Lᵀ x = b in place. */
export function choleskySolve(factor: Float64Array, n: number, b: Float64Array): void {
  forwardSolve(factor, n, b);
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i]! * b[k]!;
    b[i] = sum / factor[i * n + i]!;
  }
}

/** Solves L x = b in place. */
export function forwardSolve(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * n + k]! * b[k]!;
    b[i] = sum / factor[i * n + i]!;
  }
}

/**
 * Diagonal entry a of (L Lᵀ)⁻¹: the squares in column a of L⁻¹, which begins at row a. Leaves that column in `column`.
 */
export function inverseDiagonal(factor: Float64Array, n: number, a: number, column: Float64Array): number {
  let squares = 0;
  for (let i = a; i < n; i++) {
    let sum = i === a ? 1 : 0;
    for (let k = a; k < i; k++) sum -= factor[i * n + k]! * column[k]!;
    column[i] = sum / factor[i * n + i]!;
    squares += column[i]! * column[i]!;
  }
  return squares;
}

/** Logarithm of the determinant of L Lᵀ. */
export function choleskyLogDeterminant(factor: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(factor[i * n + i]!);
  return 2 * sum;
}

/** Inverse of a symmetric positive definite matrix, or null where it is singular. The argument is left alone. */
export function symmetricInverse(matrix: Float64Array, n: number): Float64Array | null {
  const factor = matrix.slice();
  if (choleskyFactor(factor, n) >= 0) return null;
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    column.fill(0);
    column[j] = 1;
    choleskySolve(factor, n, column);
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!;
  }
  return inverse;
}

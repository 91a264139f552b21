/**
 * Largest |eigenvalue| of a square matrix: mean growth of a chain of answers by generation; below 1 exchanges die out.
 * lim ‖Mⁿ‖^(1/n) by repeated squaring, rescaled, so that cycles and repeated eigenvalues do no harm. 0 when empty.
 */
export function spectralRadius(matrix: readonly ArrayLike<number>[]): number {
  let power: Float64Array[] = matrix.map((row) => Float64Array.from(row));
  let logScale = 0;
  let exponent = 1;
  for (let squaring = 0; squaring < 60; squaring++) {
    const size = power.reduce((most, row) => row.reduce((m, value) => Math.max(m, Math.abs(value)), most), 0);
    if (size === 0) return 0;
    logScale += Math.log(size) / exponent;
    power = square(power.map((row) => row.map((value) => value / size)));
    exponent *= 2;
  }
  return Math.exp(logScale);
}

function square(matrix: readonly Float64Array[]): Float64Array[] {
  return matrix.map((row) =>
    row.map((_, column) => row.reduce((sum, value, middle) => sum + value * matrix[middle]![column]!, 0)),
  );
}

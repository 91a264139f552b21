/**
 * Largest |eigenvalue| of a square matrix: mean growth of a chain of answers by generation; below 1 exchanges die out.
 * lim ‖Mⁿ‖^(1/n) by repeated squaring, rescaled, so that cycles and repeated eigenvalues do no harm. 0 when empty.
 * Taken block by block: what does not come back to where it started has no part in an eigenvalue.
 */
export function spectralRadius(matrix: readonly ArrayLike<number>[]): number {
  let largest = 0;
  for (const block of blocksOf(matrix)) {
    const own =
      block.length === 1
        ? Math.abs(matrix[block[0]!]![block[0]!]!)
        : radiusOfBlock(block.map((row) => Float64Array.from(block, (column) => matrix[row]![column]!)));
    largest = Math.max(largest, own);
  }
  return largest;
}

/** Rows that lead to each other through entries other than 0, together. */
function blocksOf(matrix: readonly ArrayLike<number>[]): number[][] {
  const places = [...matrix.keys()];
  const next = matrix.map((row) => places.filter((column) => row[column] !== 0));
  const reached = places.map((start) => {
    const seen = new Set([start]);
    // A set hands over what is added to it on the way.
    for (const place of seen) for (const one of next[place]!) seen.add(one);
    return seen;
  });
  return places
    .map((start) => [...reached[start]!].filter((one) => reached[one]!.has(start)))
    .filter((block, start) => block.every((one) => one >= start));
}

function radiusOfBlock(block: readonly Float64Array[]): number {
  let power = block;
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

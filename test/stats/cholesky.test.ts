import { describe, expect, it } from 'vitest';
import {
  choleskyFactor,
  choleskyLogDeterminant,
  choleskySolve,
  forwardSolve,
  inverseDiagonal,
  randomStream,
  symmetricInverse,
} from '../../src/stats/index.ts';

function makePositive(n: number, seed: number): Float64Array {
  const random = randomStream(seed, 'matrix');
  const root = Float64Array.from({ length: n * n }, () => random.normal());
  return Float64Array.from({ length: n * n }, (_, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    let sum = i === j ? 0.1 : 0;
    for (let k = 0; k < n; k++) sum += root[i * n + k]! * root[j * n + k]!;
    return sum;
  });
}

const multiply = (matrix: Float64Array, x: Float64Array) =>
  Float64Array.from(x, (_, i) => x.reduce((sum, value, j) => sum + matrix[i * x.length + j]! * value, 0));

describe('Cholesky', () => {
  it.each([1, 2, 7, 20])('finds the diagonal of the inverse of %i equations without the rest', (n) => {
    const matrix = makePositive(n, n);
    const inverse = symmetricInverse(matrix, n)!;
    const factor = matrix.slice();
    expect(choleskyFactor(factor, n)).toBe(-1);
    const column = new Float64Array(n).fill(NaN);
    for (let a = 0; a < n; a++)
      expect(inverseDiagonal(factor, n, a, column) / inverse[a * n + a]!).toBeCloseTo(1, 10);
  });

  it.each([1, 2, 5, 20])('solves %i equations', (n) => {
    const matrix = makePositive(n, n);
    const x = Float64Array.from({ length: n }, (_, i) => i - 1.5);
    const factor = matrix.slice();
    expect(choleskyFactor(factor, n)).toBe(-1);
    const b = multiply(matrix, x);
    choleskySolve(factor, n, b);
    b.forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 8));
    const inverse = symmetricInverse(matrix, n)!;
    multiply(inverse, multiply(matrix, x)).forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 7));
  });

  it('determinant and half solve of a known matrix', () => {
    const factor = Float64Array.of(4, 2, 2, 10);
    choleskyFactor(factor, 2);
    expect(choleskyLogDeterminant(factor, 2)).toBeCloseTo(Math.log(36), 14);
    const b = Float64Array.of(2, 4);
    forwardSolve(factor, 2, b);
    expect([...b]).toEqual([1, 1]);
  });

  it('names the row that is a combination of the rows before it', () => {
    const matrix = Float64Array.of(2, 1, 3, 1, 2, 3, 3, 3, 6);
    expect(choleskyFactor(matrix.slice(), 3)).toBe(2);
    expect(symmetricInverse(matrix, 3)).toBeNull();
    expect(choleskyFactor(Float64Array.of(-1), 1)).toBe(0);
  });
});

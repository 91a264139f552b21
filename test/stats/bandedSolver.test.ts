import { describe, expect, test } from 'vitest';
import {
  choleskyFactor,
  choleskyLogDeterminant,
  factorBanded,
  fallingDirection,
  invertBanded,
  makeBanded,
  randomStream,
  solveBanded,
  symmetricInverse,
} from '../../src/stats/index.ts';
import type { BandedMatrix } from '../../src/stats/index.ts';

/** A banded matrix that is diagonally dominant, and the same as a dense one. */
function example(order: number, width: number, index: number): { banded: BandedMatrix; dense: Float64Array } {
  const random = randomStream(5, 'banded matrix', index);
  const banded = makeBanded(order, width);
  const dense = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let d = 0; d <= Math.min(i, width); d++) {
      const value = d === 0 ? 2 * width + 1 + random.uniform() : 2 * random.uniform() - 1;
      banded.entries[i * (width + 1) + d] = value;
      dense[i * order + i - d] = value;
      dense[(i - d) * order + i] = value;
    }
  }
  return { banded, dense };
}

describe.each([
  [1, 2],
  [2, 2],
  [3, 2],
  [9, 1],
  [12, 2],
  [10, 4],
  [6, 0],
])('a banded matrix of order %i, width %i', (order, width) => {
  const { banded, dense } = example(order, width, order * 10 + width);
  const inverse = symmetricInverse(dense, order)!;
  const factor = dense.slice();
  choleskyFactor(factor, order);
  const logDeterminant = factorBanded(banded);

  test('has the determinant of the dense one', () => {
    expect(logDeterminant!).toBeCloseTo(choleskyLogDeterminant(factor, order), 11);
  });

  test('solves as the dense inverse does', () => {
    const right = Float64Array.from({ length: order }, (_, i) => Math.sin(i + 1));
    const solved = right.slice();
    solveBanded(banded, solved);
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let j = 0; j < order; j++) sum += inverse[i * order + j]! * right[j]!;
      expect(solved[i]!).toBeCloseTo(sum, 12);
    }
  });

  test('has the entries of the dense inverse inside the band', () => {
    const band = makeBanded(order, width);
    invertBanded(banded, band);
    for (let i = 0; i < order; i++) {
      for (let d = 0; d <= Math.min(i, width); d++) {
        expect(band.entries[i * (width + 1) + d]!).toBeCloseTo(inverse[i * order + i - d]!, 12);
      }
    }
  });
});

test('a matrix that is not positive definite has no factor', () => {
  const banded = makeBanded(3, 1);
  banded.entries.set([1, 0, 1, 2, 1, 0]);
  expect(factorBanded(banded)).toBeNull();
});

test.each([1, 2, 3])('an indefinite matrix of width %i falls along the direction it gives', (width) => {
  const { banded, dense } = example(9, width, 70 + width);
  banded.entries[6 * (width + 1)] = -3;
  dense[6 * 9 + 6] = -3;
  expect(factorBanded(banded)).toBeNull();
  const x = new Float64Array(9);
  expect(fallingDirection(banded, x)).toBe(true);
  let form = 0;
  for (let i = 0; i < 9; i++) for (let j = 0; j < 9; j++) form += x[i]! * dense[i * 9 + j]! * x[j]!;
  expect(form).toBeLessThan(0);
  expect(form).toBeCloseTo(banded.entries[6 * (width + 1)]!, 10);
  expect([x[6], x[7], x[8]]).toEqual([1, 0, 0]);
});

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

/** A diagonal to add to a matrix, the matrix without it, which is indefinite, and their sum as a dense one. */
function example(
  order: number,
  index: number,
): { banded: BandedMatrix; diagonal: Float64Array; dense: Float64Array } {
  const random = randomStream(5, 'banded matrix', index);
  const banded = makeBanded(order);
  const diagonal = Float64Array.from({ length: order }, () => 3 + random.uniform());
  const dense = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let d = 0; d <= Math.min(i, 2); d++) {
      const value = 2 * random.uniform() + (d === 0 ? 0.5 : -1);
      banded.entries[3 * i + d] = value;
      dense[i * order + i - d] = value + (d === 0 ? diagonal[i]! : 0);
      dense[(i - d) * order + i] = dense[i * order + i - d]!;
    }
  }
  return { banded, diagonal, dense };
}

describe.each([1, 2, 3, 12, 400])('a banded matrix of order %i', (order) => {
  const { banded, diagonal, dense } = example(order, order);
  const inverse = symmetricInverse(dense, order)!;
  const dense1 = dense.slice();
  choleskyFactor(dense1, order);
  const factor = makeBanded(order);
  const logDeterminant = factorBanded(banded, diagonal, factor);

  test('has the determinant of the dense one', () => {
    expect(logDeterminant!).toBeCloseTo(choleskyLogDeterminant(dense1, order), 9);
  });

  test('solves as the dense inverse does', () => {
    const right = Float64Array.from({ length: order }, (_, i) => Math.sin(i + 1));
    const solved = right.slice();
    solveBanded(factor, solved);
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let j = 0; j < order; j++) sum += inverse[i * order + j]! * right[j]!;
      expect(solved[i]!).toBeCloseTo(sum, 12);
    }
  });

  test('has the entries of the dense inverse inside the band', () => {
    const band = makeBanded(order);
    invertBanded(factor, band);
    for (let i = 0; i < order; i++) {
      for (let d = 0; d <= Math.min(i, 2); d++) {
        expect(band.entries[3 * i + d]!).toBeCloseTo(inverse[i * order + i - d]!, 12);
      }
    }
  });

  test('may be factored in its own place', () => {
    const own = { ...banded, entries: banded.entries.slice() };
    expect(factorBanded(own, diagonal, own)).toBe(logDeterminant);
    expect(own.entries).toEqual(factor.entries);
  });
});

test('a matrix that is not positive definite has no factor', () => {
  const banded = makeBanded(3);
  banded.entries.set([1, 0, 0, 1, 2, 0, 1, 0, 0]);
  expect(factorBanded(banded, new Float64Array(3), makeBanded(3))).toBeNull();
});

test.each([1, 4, 8])('an indefinite matrix falls along the direction it gives, pivot %i', (failed) => {
  const { banded, diagonal, dense } = example(9, 70 + failed);
  diagonal[failed] = -9;
  dense[failed * 10] = banded.entries[3 * failed]! - 9;
  const factor = makeBanded(9);
  expect(factorBanded(banded, diagonal, factor)).toBeNull();
  const x = new Float64Array(9);
  expect(fallingDirection(factor, x)).toBe(true);
  let form = 0;
  for (let i = 0; i < 9; i++) for (let j = 0; j < 9; j++) form += x[i]! * dense[i * 9 + j]! * x[j]!;
  expect(form).toBeLessThan(0);
  expect(form).toBeCloseTo(factor.entries[3 * failed]!, 10);
  expect([...x.subarray(failed)]).toEqual([1, ...new Array<number>(8 - failed).fill(0)]);
});

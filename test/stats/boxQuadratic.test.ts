import { expect, test } from 'vitest';
import { boxQuadratic, randomStream } from '../../src/stats/index.ts';

const N = 3;

/** Smallest value over a fine grid of the box: never below the true minimum. */
function smallestOnGrid(value: (d: number[]) => number, low: Float64Array, high: Float64Array): number {
  const steps = 40;
  let least = Infinity;
  const at = (k: number, i: number): number => low[i]! + ((high[i]! - low[i]!) * k) / steps;
  for (let p = 0; p <= steps; p++) {
    for (let q = 0; q <= steps; q++) {
      for (let r = 0; r <= steps; r++) least = Math.min(least, value([at(p, 0), at(q, 1), at(r, 2)]));
    }
  }
  return least;
}

test.each(Array.from({ length: 25 }, (_, k) => k))('no point of the box is lower, example %i', (index) => {
  const random = randomStream(17, 'box quadratic', index);
  const root = Array.from({ length: N * N }, () => random.normal());
  const matrix = new Float64Array(N * N);
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      for (let k = 0; k < N; k++)
        matrix[i * N + j] = matrix[i * N + j]! + root[k * N + i]! * root[k * N + j]!;
    }
    matrix[i * N + i] = matrix[i * N + i]! + 0.05;
  }
  const gradient = Float64Array.from({ length: N }, () => 2 * random.normal());
  const low = Float64Array.from({ length: N }, () => (random.uniform() < 0.3 ? 0 : -random.uniform()));
  const high = Float64Array.from({ length: N }, () => (random.uniform() < 0.2 ? 0 : random.uniform()));
  const value = (d: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < N; i++) {
      sum += gradient[i]! * d[i]!;
      for (let j = 0; j < N; j++) sum += 0.5 * d[i]! * matrix[i * N + j]! * d[j]!;
    }
    return sum;
  };
  const step = new Float64Array(N);
  const fall = boxQuadratic(matrix, gradient, low, high, step);
  expect(value(step)).toBeCloseTo(-fall, 12);
  step.forEach((d, i) => {
    expect(d).toBeGreaterThanOrEqual(low[i]!);
    expect(d).toBeLessThanOrEqual(high[i]!);
  });
  expect(-fall).toBeLessThanOrEqual(smallestOnGrid(value, low, high) + 1e-12);
});

test('a matrix that is not positive definite still gives a descent', () => {
  const step = new Float64Array(2);
  const matrix = Float64Array.of(-1, 0, 0, 0);
  expect(
    boxQuadratic(matrix, Float64Array.of(1, -1), Float64Array.of(-1, -1), Float64Array.of(1, 1), step),
  ).toBeGreaterThan(0);
  expect(step[0]! - step[1]!).toBeLessThan(0);
});

test.each([1, 2, 5, 8, 13])(
  'is the solution of %i equations where the box is wide and some may not move',
  (n) => {
    const random = randomStream(18, 'wide box', n);
    const root = Array.from({ length: n * n }, () => random.normal());
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = i === j ? 0.5 : 0;
        for (let k = 0; k < n; k++) sum += root[i * n + k]! * root[j * n + k]!;
        matrix[i * n + j] = sum;
      }
    }
    const gradient = Float64Array.from({ length: n }, () => random.normal());
    const isHeld = (i: number) => i % 4 === 3;
    const bound = (sign: number) => Float64Array.from({ length: n }, (_, i) => (isHeld(i) ? 0 : sign * 1e6));
    const step = new Float64Array(n);
    const gain = boxQuadratic(matrix, gradient, bound(-1), bound(1), step);
    let half = 0;
    for (let i = 0; i < n; i++) {
      half -= (gradient[i]! * step[i]!) / 2;
      let slope = gradient[i]!;
      for (let j = 0; j < n; j++) slope += matrix[i * n + j]! * step[j]!;
      if (isHeld(i)) expect(step[i]).toBe(0);
      else expect(Math.abs(slope), `slope ${i}`).toBeLessThan(1e-9);
    }
    expect(gain / half).toBeCloseTo(1, 9);
  },
);

import { describe, expect, test } from 'vitest';
import { borrowKernel } from '../../../src/evidence/wave/chainKernel.ts';
import { writePrior } from '../../../src/evidence/wave/smoothMemory.ts';
import { smoothPrior, smoothPriorSlopes } from '../../../src/evidence/wave/smoothPrior.ts';
import {
  choleskyFactor,
  choleskyLogDeterminant,
  FIRST_BYTE,
  symmetricInverse,
} from '../../../src/stats/index.ts';
import { plusDiagonal, wholePrecision } from './plainSmoothWave.ts';

const TAU = 4;
/** Where everything lies: each array of days in a room of its own. */
const ROOM = 4096;
const [PRIOR, SLOPES, SUMS, DIAGONAL, RIGHT, INTO, ROWS] = Array.from(
  { length: 7 },
  (_, k) => FIRST_BYTE + k * ROOM,
) as [number, number, number, number, number, number, number];
const prior = smoothPrior(TAU);

/** The kernel with Q of n days, a diagonal and a right side in its memory. */
function prepare(diagonal: ArrayLike<number>, right: ArrayLike<number>) {
  const { kernel } = borrowKernel({}, ROWS + 64 * ROOM);
  writePrior(PRIOR, prior, kernel);
  writePrior(SLOPES, smoothPriorSlopes(TAU), kernel);
  const n = diagonal.length;
  for (const [at, values] of [
    [DIAGONAL, diagonal],
    [RIGHT, right],
  ] as const) {
    const days = new Float64Array(kernel.memory.buffer, at, n);
    for (let t = 0; t < n; t++) days[place(t, n)] = values[t]!;
  }
  const read = (at: number): Float64Array => {
    const days = new Float64Array(kernel.memory.buffer, at, n);
    return days.map((_, t) => days[place(t, n)]!);
  };
  return { kernel, pairs: n / 2, read };
}

/** Day t of n in pairs of one day from the front and one from the end. */
function place(t: number, n: number): number {
  return t < n / 2 ? 2 * t : 2 * (n - 1 - t) + 1;
}

function times(matrix: Float64Array, x: Float64Array): Float64Array {
  return x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * x.length + j]! * value, 0));
}

describe.each([4, 6, 8, 50])('%i days from both ends', (n) => {
  const q = wholePrecision(TAU, n);
  const diagonal = Array.from({ length: n }, (_, t) => 0.3 + 0.2 * Math.sin(t));
  const right = Array.from({ length: n }, (_, t) => Math.cos(t / 2) + t / n);

  test('the wave runs backwards as it runs forwards', () => {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) expect(q[i * n + j]! - q[(n - 1 - i) * n + n - 1 - j]!).toBeCloseTo(0, 10);
  });

  test('determinant, solution, and the diagonal and the residuals of the inverse', () => {
    const a = plusDiagonal(q, diagonal);
    const inverse = symmetricInverse(a, n)!;
    const whole = a.slice();
    choleskyFactor(whole, n);
    const { kernel, pairs, read } = prepare(diagonal, right);
    const logDeterminant = kernel.factor(pairs, DIAGONAL, PRIOR, ROWS, RIGHT, INTO);
    expect(logDeterminant).toBeCloseTo(choleskyLogDeterminant(whole, n), 10);
    const largest = kernel.solve(pairs, ROWS, INTO);
    const solution = read(INTO);
    expect(largest).toBe(Math.max(...solution.map(Math.abs)));
    times(a, solution).forEach((value, t) => expect(value).toBeCloseTo(right[t]!, 10));
    kernel.invert(pairs, ROWS, PRIOR, SLOPES, INTO, SUMS);
    read(INTO).forEach((value, t) => expect(value).toBeCloseTo(-0.5 * inverse[t * n + t]!, 12));
    // Σ E[r²] outwards from the middle, and its derivative, by the whole inverse.
    const squares = ({ first, second }: { first: number; second: number }): number => {
      let sum = 0;
      for (const side of [-1, 1]) {
        for (let t = side < 0 ? pairs - 2 : pairs + 1; t >= 0 && t < n; t += side) {
          const residual = new Float64Array(n);
          [1, -first, second].forEach((by, k) => (residual[t - side * k] = by));
          times(inverse, residual).forEach((value, k) => (sum += value * residual[k]!));
        }
      }
      return sum;
    };
    const [found, bySlopes, , , variance, other, covariance] = new Float64Array(
      kernel.memory.buffer,
      SUMS,
      8,
    );
    expect(found).toBeCloseTo(squares(prior), 10);
    const slopes = smoothPriorSlopes(TAU);
    const moved = (by: number) => ({
      first: prior.first + by * slopes.first,
      second: prior.second + by * slopes.second,
    });
    expect(bySlopes).toBeCloseTo((squares(moved(1e-4)) - squares(moved(-1e-4))) / 2e-4, 6);
    const middle = (i: number, j: number) => inverse[(pairs + i - 1) * n + pairs + j - 1]!;
    expect(variance).toBeCloseTo(middle(0, 0), 12);
    expect(other).toBeCloseTo(middle(1, 1), 12);
    expect(covariance).toBeCloseTo(middle(0, 1), 12);
  });

  test('wherever it is not positive definite, a direction falls', () => {
    for (let t = 0; t < n; t++) {
      const bent = diagonal.map((x, k) => (k === t ? -200 : x));
      const { kernel, pairs, read } = prepare(bent, right);
      // What lies in the memory from before must not matter.
      new Float64Array(kernel.memory.buffer, ROWS, 6 * pairs + 6).fill(NaN);
      expect(kernel.factor(pairs, DIAGONAL, PRIOR, ROWS, RIGHT, INTO), `day ${t}`).toBeNaN();
      expect(kernel.fallingDirection(pairs, ROWS, INTO), `day ${t}`).toBe(1);
      const direction = read(INTO);
      const rise = times(plusDiagonal(q, bent), direction).reduce((s, x, k) => s + x * direction[k]!, 0);
      expect(rise, `day ${t}`).toBeLessThan(0);
    }
  });

  test('no direction falls where a number is missing', () => {
    const { kernel, pairs } = prepare(diagonal.map(() => NaN), right); // prettier-ignore
    expect(kernel.factor(pairs, DIAGONAL, PRIOR, ROWS, RIGHT, INTO)).toBeNaN();
    expect(kernel.fallingDirection(pairs, ROWS, INTO)).toBe(0);
  });
});

test('the wave as a whole may fall where every day and its neighbours outwards rise', () => {
  const n = 8;
  const q = wholePrecision(TAU, n);
  // Barely below the least rise of any direction: then only the two days that meet in the middle, together, show it.
  let least = 0;
  const flat = (): Float64Array => new Float64Array(n).fill(-least);
  while (choleskyFactor(plusDiagonal(q, flat()), n) < 0) least += 1e-3;
  const { kernel, pairs, read } = prepare(flat(), flat());
  expect(kernel.factor(pairs, DIAGONAL, PRIOR, ROWS, RIGHT, INTO)).toBeNaN();
  expect(kernel.fallingDirection(pairs, ROWS, INTO)).toBe(1);
  const direction = read(INTO);
  expect(direction[3]! * direction[4]!).toBeGreaterThan(0);
  const rise = times(plusDiagonal(q, flat()), direction).reduce((s, x, k) => s + x * direction[k]!, 0);
  expect(rise).toBeLessThan(0);
});

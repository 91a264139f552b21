import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedQuasiNewton } from '../../src/stats/index.ts';
import type { BoundedObjective } from '../../src/stats/index.ts';

function within(
  lower: number[],
  upper: number[],
  evaluate: (x: Float64Array, gradient: Float64Array) => number,
): BoundedObjective {
  return { lower, upper, evaluate };
}

const WIDE = 1e6;

function rosenbrock(x: Float64Array, gradient: Float64Array): number {
  const [p, q] = [x[0]!, x[1]!];
  gradient[0] = -400 * p * (q - p * p) - 2 * (1 - p);
  gradient[1] = 200 * (q - p * p);
  return 100 * (q - p * p) ** 2 + (1 - p) ** 2;
}

/** Gradient zero where free, pushing outwards at a bound. */
function expectStationary(objective: BoundedObjective, point: Float64Array, tolerance: number): void {
  const gradient = new Float64Array(point.length);
  objective.evaluate(point, gradient);
  for (let i = 0; i < point.length; i++) {
    if (point[i] === objective.lower[i]) expect(gradient[i]!).toBeGreaterThan(-tolerance);
    else if (point[i] === objective.upper[i]) expect(gradient[i]!).toBeLessThan(tolerance);
    else expect(Math.abs(gradient[i]!)).toBeLessThan(tolerance);
  }
}

describe('boundedQuasiNewton', () => {
  test('a step that promises no more than what is sufficient is not taken', () => {
    const parabola = within([-WIDE], [WIDE], (x, g) => {
      g[0] = 2 * x[0]!;
      return x[0]! ** 2;
    });
    const curvature = Float64Array.of(2);
    const search = (sufficient?: number) =>
      boundedQuasiNewton(parabola, [0.1], { curvature, ...(sufficient === undefined ? {} : { sufficient }) });
    // The parabola falls by .01 to its minimum.
    expect(search(0.011)).toMatchObject({ evaluations: 1, converged: true, point: Float64Array.of(0.1) });
    expect(search(0.009).point[0]).toBeCloseTo(0, 12);
    expect(search().point[0]).toBeCloseTo(0, 12);
  });

  test('finds the minimum of a badly scaled quadratic', () => {
    const scale = [1, 1e2, 1e4];
    const objective = within([-WIDE, -WIDE, -WIDE], [WIDE, WIDE, WIDE], (x, g) => {
      let sum = 0;
      for (let i = 0; i < 3; i++) {
        g[i] = scale[i]! * (x[i]! - i);
        sum += 0.5 * scale[i]! * (x[i]! - i) ** 2;
      }
      return sum;
    });
    const found = boundedQuasiNewton(objective, [5, -3, 0.5]);
    expect(found.converged).toBe(true);
    for (let i = 0; i < 3; i++) expect(found.point[i]!).toBeCloseTo(i, 4);
    expect(found.value).toBeLessThan(1e-9);
  });

  test('needs one step when the curvature is known', () => {
    const objective = within([-9, -9], [9, 9], (x, g) => {
      g[0] = 3 * x[0]! + x[1]! - 1;
      g[1] = x[0]! + 2 * x[1]!;
      return 1.5 * x[0]! ** 2 + x[0]! * x[1]! + x[1]! ** 2 - x[0]!;
    });
    const found = boundedQuasiNewton(objective, [0, 0], { curvature: Float64Array.of(3, 1, 1, 2) });
    expect(found.evaluations).toBeLessThanOrEqual(3);
    expect(found.point[0]!).toBeCloseTo(0.4, 12);
    expect(found.point[1]!).toBeCloseTo(-0.2, 12);
  });

  test('follows the valley of Rosenbrock', () => {
    const found = boundedQuasiNewton(within([-5, -5], [5, 5], rosenbrock), [-1.2, 1]);
    expect(found.converged).toBe(true);
    expect(found.point[0]!).toBeCloseTo(1, 5);
    expect(found.point[1]!).toBeCloseTo(1, 5);
  });

  test.each([
    { lower: [-5, -5], upper: [0.5, 5], at: [0.5, 0.25] },
    { lower: [1.5, -5], upper: [5, 5], at: [1.5, 2.25] },
    { lower: [-5, -5], upper: [5, 0.25], at: [0.5046, 0.25] },
  ])('stops at the bounds of Rosenbrock in $lower … $upper', ({ lower, upper, at }) => {
    const objective = within(lower, upper, rosenbrock);
    const found = boundedQuasiNewton(objective, [0, 0]);
    expect(found.converged).toBe(true);
    expect(found.point[0]!).toBeCloseTo(at[0]!, 3);
    expect(found.point[1]!).toBeCloseTo(at[1]!, 3);
    expectStationary(objective, found.point, 1e-3);
  });

  test('leaves a bound that the start lies on', () => {
    const objective = within([0, 0], [4, 4], (x, g) => {
      g[0] = 2 * (x[0]! - 1);
      g[1] = 2 * (x[1]! + 1);
      return (x[0]! - 1) ** 2 + (x[1]! + 1) ** 2;
    });
    const found = boundedQuasiNewton(objective, [0, 0]);
    expect(found.point[0]!).toBeCloseTo(1, 6);
    expect(found.point[1]).toBe(0);
  });

  test('leaves flat directions alone and holds fixed parameters', () => {
    const objective = within([-5, -5, 2], [5, 5, 2], (x, g) => {
      g.fill(0);
      g[0] = 4 * (x[0]! - x[2]!) ** 3;
      return (x[0]! - x[2]!) ** 4;
    });
    const found = boundedQuasiNewton(objective, [0, 3, 7]);
    expect(found.converged).toBe(true);
    expect(found.point[1]).toBe(3);
    expect(found.point[2]).toBe(2);
    expect(found.value).toBeLessThan(1e-6);
  });

  test('steps back from where the function is not finite', () => {
    const objective = within([-10], [10], (x, g) => {
      if (x[0]! <= 0) return NaN;
      g[0] = 1 - 1 / x[0]!;
      return x[0]! - Math.log(x[0]!);
    });
    const found = boundedQuasiNewton(objective, [0.05]);
    expect(found.point[0]!).toBeCloseTo(1, 5);
  });

  test('does not claim convergence when stopped early', () => {
    const found = boundedQuasiNewton(within([-5, -5], [5, 5], rosenbrock), [-1.2, 1], {
      maximumIterations: 3,
    });
    expect(found.converged).toBe(false);
  });

  test('convex quadratics in boxes: conditions of a minimum hold, and the same bits come twice', () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 25, maxLength: 25 }),
        fc.array(entry, { minLength: 5, maxLength: 5 }),
        (m, c) => {
          const n = 5;
          const objective = within(Array(n).fill(-0.5), Array(n).fill(0.5), (x, g) => {
            let sum = 0;
            for (let i = 0; i < n; i++) {
              let row = 0.1 * x[i]!;
              for (let k = 0; k < n; k++) {
                for (let j = 0; j < n; j++) row += m[k * n + i]! * m[k * n + j]! * x[j]!;
              }
              g[i] = row + c[i]!;
              sum += 0.5 * x[i]! * row + c[i]! * x[i]!;
            }
            return sum;
          });
          const found = boundedQuasiNewton(objective, Array(n).fill(0), { tolerance: 1e-14 });
          expectStationary(objective, found.point, 1e-4);
          const again = boundedQuasiNewton(objective, Array(n).fill(0), { tolerance: 1e-14 });
          expect(Array.from(again.point)).toEqual(Array.from(found.point));
        },
      ),
      { seed: 11, numRuns: 100 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  branchingMatrix,
  simulateCounts,
  spectralRadius,
  type DeclaredTheatre,
} from '../../src/model/index.ts';
import { delay } from './madeRecords.ts';

describe('branching', () => {
  it('is zero without rules, and adds rules between the same streams', () => {
    expect(branchingMatrix(['a', 'b'], []).map((row) => [...row])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const rules = [
      { from: 'a', to: 'b', rho: 0.2 },
      { from: 'a', to: 'b', rho: 0.1 },
    ];
    expect(branchingMatrix(['a', 'b'], rules)[0]![1]).toBeCloseTo(0.3, 15);
    expect(() => branchingMatrix(['a'], rules)).toThrow('"a" to "b"');
  });

  it('has the spectral radius of known matrices, cycles and repeated eigenvalues included', () => {
    expect(spectralRadius([])).toBe(0);
    expect(spectralRadius([[0.4]])).toBeCloseTo(0.4, 12);
    expect(
      spectralRadius([
        [0.15, 0.3],
        [0.3, 0.15],
      ]),
    ).toBeCloseTo(0.45, 12);
    expect(
      spectralRadius([
        [0, 4],
        [0.25, 0],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      spectralRadius([
        [0.5, 9],
        [0, 0.5],
      ]),
    ).toBeCloseTo(0.5, 10);
    expect(
      spectralRadius([
        [0, 1, 0],
        [0, 0, 1],
        [0, 0, 0],
      ]),
    ).toBe(0);
  });

  it('takes the largest of the blocks that feed back into themselves, however the rows are ordered', () => {
    // Rows 0 and 3 answer each other (radius 0.6), 1 and 4 too (0.45); 2 answers itself (0.5); 0 feeds all others.
    const matrix = [
      [0.2, 5, 7, 0.4, 9],
      [0, 0.15, 3, 0, 0.3],
      [0, 0, 0.5, 0, 0],
      [0.4, 2, 0, 0.2, 0],
      [0, 0.3, 0, 0, 0.15],
    ];
    expect(spectralRadius(matrix)).toBeCloseTo(0.6, 12);
    const order = [4, 2, 0, 1, 3];
    expect(spectralRadius(order.map((i) => order.map((j) => matrix[i]![j]!)))).toBeCloseTo(0.6, 12);
    matrix[2]![2] = -0.9;
    expect(spectralRadius(matrix)).toBeCloseTo(0.9, 12);
    matrix[2]![2] = NaN;
    expect(spectralRadius(matrix)).toBeNaN();
  });
});

describe('made counts', () => {
  const theatre: DeclaredTheatre = {
    steps: 20_000,
    streams: [
      { name: 'strikes', logRate: Math.log(0.3), psi: 0.5 },
      { name: 'raids', logRate: Math.log(0.2), psi: 0.5 },
    ],
    rules: [
      { from: 'strikes', to: 'raids', rho: 0.4, delay },
      { from: 'raids', to: 'strikes', rho: 0.3, delay },
    ],
  };

  it('are the same for the same seed and replicate, others for another', () => {
    const short = { ...theatre, steps: 50 };
    expect(simulateCounts(short, 1, 2)).toEqual(simulateCounts(short, 1, 2));
    expect(simulateCounts(short, 1, 2)).not.toEqual(simulateCounts(short, 1, 3));
  });

  it('have the means that the branching matrix says', () => {
    const counts = simulateCounts(theatre, 6);
    const mean = (name: string) => counts[name]!.reduce((sum, count) => sum + count, 0) / theatre.steps;
    // m = rate + R' m
    const denominator = 1 - 0.4 * 0.3;
    expect(mean('strikes')).toBeCloseTo((0.3 + 0.3 * 0.2) / denominator, 1);
    expect(mean('raids')).toBeCloseTo((0.2 + 0.4 * 0.3) / denominator, 1);
  });

  it('obey windows and deterrence', () => {
    const window = new Float64Array(theatre.steps).fill(1, 10_000);
    const changed = simulateCounts(
      {
        ...theatre,
        rules: [],
        modifiers: [
          { to: 'raids', gamma: -1, z: window },
          { to: 'strikes', gamma: -3, z: { meanOf: 'raids', steps: 7 } },
        ],
      },
      6,
    );
    const sum = (name: string, from: number, to: number) =>
      changed[name]!.slice(from, to).reduce((total, count) => total + count, 0);
    const ratio = sum('raids', 10_000, 20_000) / sum('raids', 0, 10_000);
    expect(Math.abs(Math.log(ratio) + 1)).toBeLessThan(0.15);
    expect(sum('strikes', 10_000, 20_000)).toBeGreaterThan(1.2 * sum('strikes', 0, 10_000));
  });

  it('refuse unknown names and rates that run away', () => {
    const explosive = { ...theatre, rules: [{ from: 'raids', to: 'raids', rho: 5, delay }] };
    expect(() => simulateCounts(explosive, 1)).toThrow('runs away');
    expect(() =>
      simulateCounts({ ...theatre, rules: [{ from: 'x', to: 'raids', rho: 1, delay }] }, 1),
    ).toThrow('"x"');
  });
});

/** One battery for all delay families; and the golden kernels. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DELAY_FAMILIES,
  delayWeightDerivatives,
  delayWeights,
  geometricForWindow,
  type DelayChoice,
} from '../../src/model/index.ts';
import { goldenIsMissing, readJson } from './readGolden.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const parameters: Record<string, fc.Arbitrary<number[]>> = {
  geometric: between(0.02, 0.95).map((p) => [p]),
  uniform: fc.constant([]),
  'log-normal': fc.tuple(between(0, 2.5), between(0.3, 2)),
  gamma: fc.tuple(between(0.5, 6), between(0.1, 2)),
  poisson: between(0.2, 8).map((m) => [m]),
  step: fc.array(between(0.05, 3), { minLength: 1, maxLength: 6 }),
};
const windows = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 27 }));
const fixed = { seed: 11, numRuns: 100 };

describe.each(DELAY_FAMILIES.map(({ name }) => name))('%s delay', (family) => {
  const choices = fc
    .tuple(parameters[family]!, windows)
    .map(([own, [from, more]]): DelayChoice => ({ family, parameters: own, from, to: from + more }));

  it('has weights of at least 0 that sum to 1, one for each lag', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const weights = delayWeights(choice);
        expect(weights.length).toBe(choice.to - choice.from + 1);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
      fixed,
    );
  });

  it('has the derivatives that differences give, and they sum to 0', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        delayWeightDerivatives(choice).forEach((derivative, i) => {
          const h = 1e-6 * (1 + choice.parameters[i]!);
          const move = (by: number) =>
            delayWeights({
              ...choice,
              parameters: choice.parameters.map((value, k) => (k === i ? value + by : value)),
            });
          const above = move(h);
          const below = move(-h);
          derivative.forEach((slope, d) => {
            const numeric = (above[d]! - below[d]!) / (2 * h);
            expect(Math.abs(slope - numeric)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
          });
          expect(derivative.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 10);
        });
      }),
      fixed,
    );
  });

  it('refuses parameters outside its range, and empty windows', () => {
    expect(() => delayWeights({ family, parameters: [NaN, NaN, NaN], from: 1, to: 14 })).toThrow(family);
    const [own] = fc.sample(parameters[family]!, { seed: 1, numRuns: 1 });
    expect(() => delayWeights({ family, parameters: own!, from: 0, to: 14 })).toThrow('0 to 14');
    expect(() => delayWeights({ family, parameters: own!, from: 3, to: 2 })).toThrow('3 to 2');
  });
});

describe('delays', () => {
  it('say which family is unknown', () => {
    expect(() => delayWeights({ family: 'weibull', parameters: [], from: 1, to: 2 })).toThrow('weibull');
  });

  it('default: half the mass in the first sixth of the window, but for what is cut off', () => {
    expect(geometricForWindow(14)[0]).toBeCloseTo(0.257, 3);
    const weights = delayWeights({
      family: 'geometric',
      parameters: geometricForWindow(60),
      from: 1,
      to: 60,
    });
    const early = weights.slice(0, 10).reduce((sum, weight) => sum + weight, 0);
    expect(early).toBeCloseTo(0.5 / (1 - 2 ** -6), 12);
    expect([
      ...delayWeights({ family: 'geometric', parameters: geometricForWindow(1), from: 1, to: 1 }),
    ]).toEqual([1]);
    expect(() => geometricForWindow(0)).toThrow('0');
  });

  it.skipIf(goldenIsMissing)('agree with the golden kernels', () => {
    const names: Record<string, string> = { lognormal: 'log-normal' };
    const { kernels } = readJson<{
      kernels: { type: string; a: number; b: number | null; D: number; weights: number[] }[];
    }>('tables', 'result.json');
    expect(kernels.length).toBeGreaterThan(30);
    for (const { type, a, b, D, weights } of kernels) {
      const found = delayWeights({
        family: names[type] ?? type,
        parameters: b === null ? [a] : [a, b],
        from: 1,
        to: D,
      });
      found.forEach((weight, d) => expect(Math.abs(weight - weights[d]!)).toBeLessThan(1e-13));
    }
  });
});

/** Tails of importance weights, and diagnostics of chains. */
import { describe, expect, it } from 'vitest';
import {
  chainDiagnostics,
  fitGeneralisedPareto,
  paretoSmoothedWeights,
  randomStream,
} from '../../src/stats/index.ts';

describe('the generalised Pareto fit', () => {
  it.each([-0.2, 0.1, 0.5, 0.9])('finds shape %f and its scale', (shape) => {
    const random = randomStream(4, 'pareto');
    const draws = Float64Array.from(
      { length: 20_000 },
      () => (2 * Math.expm1(-shape * Math.log(1 - random.uniform()))) / shape,
    ).sort();
    const found = fitGeneralisedPareto(draws);
    expect(Math.abs(found.shape - shape)).toBeLessThan(0.03);
    expect(Math.abs(found.scale - 2)).toBeLessThan(0.08);
  });

  it('is undefined where there is no tail', () => {
    expect(fitGeneralisedPareto(Float64Array.of(1, 2, 3)).shape).toBeNaN();
    expect(fitGeneralisedPareto(new Float64Array(20)).shape).toBeNaN();
  });
});

describe('Pareto-smoothed weights', () => {
  const draw = (spread: number) => {
    const random = randomStream(5, 'weights');
    // Target N(0, 1), proposal N(0, spread²).
    const z = Float64Array.from({ length: 4000 }, () => spread * random.normal());
    return { z, ...paretoSmoothedWeights(z.map((x) => -0.5 * x * x + (0.5 * x * x) / spread ** 2)) };
  };

  it('sum to 1 and give the moments of the target from a wider proposal', () => {
    const { z, weights, shape, effectiveSize } = draw(1.5);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(z.reduce((sum, x, s) => sum + x * x * weights[s]!, 0)).toBeCloseTo(1, 1);
    expect(shape).toBeLessThan(0.3);
    expect(effectiveSize).toBeGreaterThan(2000);
  });

  it('warn of a proposal that is too narrow', () => {
    expect(draw(0.35).shape).toBeGreaterThan(0.7);
  });

  it('keep even weights even', () => {
    const { weights, effectiveSize } = paretoSmoothedWeights(new Float64Array(50).fill(-700));
    expect([...weights].every((weight) => Math.abs(weight - 0.02) < 1e-15)).toBe(true);
    expect(effectiveSize).toBeCloseTo(50, 9);
  });
});

describe('chain diagnostics', () => {
  const chains = (length: number, correlation: number, shift = 0, scale = 1) =>
    [0, 1, 2, 3].map((chain) => {
      const random = randomStream(6, 'chains', chain);
      const values = new Float64Array(length);
      let state = random.normal();
      for (let t = 0; t < length; t++) {
        state = correlation * state + Math.sqrt(1 - correlation ** 2) * random.normal();
        values[t] = state * (chain === 3 ? scale : 1) + (chain === 3 ? shift : 0);
      }
      return values;
    });

  it('find independent draws worth about their number', () => {
    const { rHat, bulkSize, tailSize } = chainDiagnostics(chains(1000, 0));
    expect(rHat).toBeLessThan(1.005);
    expect(Math.abs(bulkSize / 4000 - 1)).toBeLessThan(0.15);
    expect(Math.abs(tailSize / 4000 - 1)).toBeLessThan(0.25);
  });

  it('find correlated draws worth (1 − r)/(1 + r) of it', () => {
    const { bulkSize } = chainDiagnostics(chains(5000, 0.8));
    expect(Math.abs(bulkSize / (20_000 / 9) - 1)).toBeLessThan(0.2);
  });

  it('see a chain elsewhere, and one of another width', () => {
    expect(chainDiagnostics(chains(500, 0, 1)).rHat).toBeGreaterThan(1.05);
    expect(chainDiagnostics(chains(500, 0, 0, 3)).rHat).toBeGreaterThan(1.05);
  });

  it('are undefined where nothing varies', () => {
    expect(chainDiagnostics([new Float64Array(20), new Float64Array(20)]).bulkSize).toBeNaN();
  });
});

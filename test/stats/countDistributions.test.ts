import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clopperPearsonInterval,
  logGamma,
  logRisingFactor,
  negativeBinomialCdf,
  negativeBinomialLogPmf,
  negativeBinomialQuantile,
  poissonCdf,
  poissonLogPmf,
  poissonUpperTail,
  wilsonInterval,
} from '../../src/stats/index.ts';

const fixed = { seed: 7, numRuns: 200 };
const mean = fc.double({ min: 0.01, max: 60, noNaN: true });
const psi = fc.double({ min: 0.001, max: 5, noNaN: true });

describe('negative binomial', () => {
  it('sums to its own distribution function', () => {
    fc.assert(
      fc.property(mean, psi, (mu, spread) => {
        let sum = 0;
        for (let y = 0; y <= 20; y++) {
          sum += Math.exp(negativeBinomialLogPmf(y, mu, spread));
          expect(Math.abs(negativeBinomialCdf(y, mu, spread) - sum)).toBeLessThan(1e-11);
        }
      }),
      fixed,
    );
  });

  it('is Poisson as psi falls to 0, without losing digits on the way', () => {
    for (const y of [0, 1, 7, 60, 500]) {
      for (const spread of [1e-6, 1e-9, 1e-12, 0]) {
        const bound = 1e-12 + spread * (y * y + 900 + 60 * y);
        expect(Math.abs(negativeBinomialLogPmf(y, 30, spread) - poissonLogPmf(y, 30))).toBeLessThan(bound);
      }
    }
  });

  it('the rising factor is one function on both sides of its switch, also between whole counts', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 400, noNaN: true }), psi, (y, spread) => {
        const direct = logGamma(y + 1 / spread) - logGamma(1 / spread) + y * Math.log(spread);
        expect(Math.abs(logRisingFactor(y, spread) - direct)).toBeLessThan(1e-9 * (1 + Math.abs(direct)));
      }),
      fixed,
    );
    const sum = Array.from({ length: 400 }, (_, j) => Math.log1p(0.37 * j)).reduce((a, b) => a + b, 0);
    expect(logRisingFactor(400, 0.37)).toBeCloseTo(sum, 9);
  });

  it('quantiles are the smallest counts that reach the probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), mean, psi, (p, mu, spread) => {
        const y = negativeBinomialQuantile(p, mu, spread);
        expect(negativeBinomialCdf(y, mu, spread)).toBeGreaterThanOrEqual(p);
        if (y > 0) expect(negativeBinomialCdf(y - 1, mu, spread)).toBeLessThan(p);
      }),
      fixed,
    );
  });

  it('says where a count is impossible', () => {
    expect(negativeBinomialLogPmf(-1, 2, 0.5)).toBe(-Infinity);
    expect(negativeBinomialLogPmf(1, 0, 0.5)).toBe(-Infinity);
    expect(negativeBinomialLogPmf(0, 0, 0.5)).toBe(0);
    expect(negativeBinomialCdf(-1, 2, 0.5)).toBe(0);
  });
});

describe('Poisson', () => {
  it('tails are complements', () => {
    expect(poissonCdf(3, 2.5) + poissonUpperTail(4, 2.5)).toBeCloseTo(1, 14);
    expect(poissonUpperTail(0, 2.5)).toBe(1);
    expect(poissonCdf(0, 0)).toBe(1);
  });
});

describe('intervals for a proportion', () => {
  it('published values', () => {
    const exact = clopperPearsonInterval(4, 20);
    expect(exact.lower).toBeCloseTo(0.05733, 4);
    expect(exact.upper).toBeCloseTo(0.43661, 4);
    const score = wilsonInterval(4, 20);
    expect(score.lower).toBeCloseTo(0.08066, 4);
    expect(score.upper).toBeCloseTo(0.41602, 4);
  });

  it('ends at 0 and 1 where nothing or everything was seen', () => {
    expect(wilsonInterval(0, 10).lower).toBe(0);
    expect(clopperPearsonInterval(10, 10).upper).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
    expect(clopperPearsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
  });
});

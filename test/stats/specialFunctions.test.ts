import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  digamma,
  logFactorial,
  logGamma,
  normalCdf,
  normalQuantile,
  normalUpperTail,
  quickExponential,
  regularisedBeta,
  regularisedGammaP,
  regularisedGammaPByShape,
  regularisedGammaQ,
  trigamma,
} from '../../src/stats/index.ts';

const fixed = { seed: 20240514, numRuns: 300 };
const positive = fc.double({ min: 0.01, max: 500, noNaN: true });
const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

function expectRelative(found: number, expected: number, tolerance: number) {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected)));
}

describe('gamma function and its derivatives', () => {
  it('known values', () => {
    expectRelative(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
    expectRelative(logGamma(1), 0, 1e-14);
    expectRelative(logGamma(171), 706.5730622457874, 1e-14);
    expectRelative(digamma(1), -0.5772156649015329, 1e-14);
    expectRelative(digamma(0.5), -0.5772156649015329 - 2 * Math.LN2, 1e-14);
    expectRelative(trigamma(1), Math.PI ** 2 / 6, 1e-14);
    expect(logFactorial(5)).toBeCloseTo(Math.log(120), 13);
    expect(logFactorial(2.5)).toBe(logGamma(3.5));
  });

  it('is undefined outside its domain', () => {
    expect(logGamma(-1)).toBeNaN();
    expect(logGamma(0)).toBe(Infinity);
    expect(digamma(0)).toBeNaN();
    expect(trigamma(-2)).toBeNaN();
    expect(regularisedGammaP(0, 1)).toBeNaN();
    expect(regularisedBeta(1.5, 1, 1)).toBeNaN();
  });

  it('recurrences', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expectRelative(logGamma(x + 1), logGamma(x) + Math.log(x), 1e-13);
        expectRelative(digamma(x + 1), digamma(x) + 1 / x, 1e-13);
        expectRelative(trigamma(x), trigamma(x + 1) + 1 / (x * x), 1e-13);
      }),
      fixed,
    );
  });

  it('derivatives', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 100, noNaN: true }), (x) => {
        const h = 1e-4 * x;
        expectRelative((logGamma(x + h) - logGamma(x - h)) / (2 * h), digamma(x), 1e-6);
        expectRelative((digamma(x + h) - digamma(x - h)) / (2 * h), trigamma(x), 1e-6);
      }),
      fixed,
    );
  });
});

describe('incomplete gamma and beta functions', () => {
  it('P and Q are complements; P is an exponential for shape 1', () => {
    fc.assert(
      fc.property(positive, positive, (a, x) => {
        expectRelative(regularisedGammaP(a, x) + regularisedGammaQ(a, x), 1, 1e-13);
        expectRelative(regularisedGammaQ(1, x), Math.exp(-x), 1e-13);
      }),
      fixed,
    );
  });

  it('slope by shape', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 30, noNaN: true }),
        fc.double({ min: 0.01, max: 60, noNaN: true }),
        (a, x) => {
          const h = 1e-5 * a;
          const numeric = (regularisedGammaP(a + h, x) - regularisedGammaP(a - h, x)) / (2 * h);
          expect(Math.abs(regularisedGammaPByShape(a, x) - numeric)).toBeLessThan(1e-8);
        },
      ),
      fixed,
    );
  });

  it('beta: symmetry, binomial sums and the inverse', () => {
    fc.assert(
      fc.property(share, positive, positive, (x, a, b) => {
        expectRelative(regularisedBeta(x, a, b), 1 - regularisedBeta(1 - x, b, a), 1e-8);
      }),
      fixed,
    );
    expectRelative(regularisedBeta(0.3, 3, 2), 4 * 0.3 ** 3 * 0.7 + 0.3 ** 4, 1e-14);
    expectRelative(regularisedBeta(betaQuantile(0.2, 3, 5), 3, 5), 0.2, 1e-12);
  });
});

describe('normal and chi-square', () => {
  it('known values, far tails included', () => {
    expectRelative(normalQuantile(0.975), 1.959963984540054, 1e-14);
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 11);
    expect(normalUpperTail(3)).toBe(normalCdf(-3));
    expectRelative(chiSquareQuantile(0.95, 1), 3.841458820694124, 1e-13);
    expectRelative(chiSquareQuantile(0.95, 4), 9.487729036781154, 1e-12);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(2)).toBeNaN();
  });

  it('quantile and probability are inverses', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 40 }), (p, degrees) => {
        expectRelative(normalCdf(normalQuantile(p)), p, 1e-13);
        expectRelative(chiSquareCdf(chiSquareQuantile(p, degrees), degrees), p, 1e-10);
      }),
      fixed,
    );
  });
});

describe('the quick exponential', () => {
  it('is the exponential to rounding, over all of its range', () => {
    const exponent = fc.oneof(
      fc.double({ min: -750, max: 720, noNaN: true }),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
    );
    fc.assert(
      fc.property(exponent, (x) => {
        const expected = Math.exp(x);
        if (expected === Infinity) expect(quickExponential(x)).toBe(Infinity);
        else expect(Math.abs(quickExponential(x) - expected)).toBeLessThanOrEqual(1e-15 * expected);
      }),
      { ...fixed, numRuns: 3000 },
    );
  });

  it('is whole powers of two at multiples of ln 2, and keeps what is no number', () => {
    expect(quickExponential(0)).toBe(1);
    expect(quickExponential(10 * Math.LN2)).toBeCloseTo(1024, 10);
    expect(quickExponential(-Infinity)).toBe(0);
    expect(quickExponential(NaN)).toBeNaN();
  });
});

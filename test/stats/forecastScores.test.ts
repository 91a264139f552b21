/** Scores of forecasts given as draws, comparisons of score series, and counts by inversion. */
import { describe, expect, it } from 'vitest';
import {
  blockBootstrap,
  dieboldMariano,
  drawsRankedProbabilityScore,
  ignoranceScore,
  intervalScore,
  invertNegativeBinomial,
  negativeBinomialQuantile,
  randomStream,
  signFlipTest,
  VIEWS_BINS,
} from '../../src/stats/index.ts';
import { goldenIsMissing, readJson } from '../model/readGolden.ts';

describe('drawsRankedProbabilityScore', () => {
  it('is E|X − y| − ½ E|X − X′| of the draws', () => {
    const draws = Float64Array.of(0, 0, 1, 4, 4, 9);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const spread = mean([...draws].flatMap((a) => [...draws].map((b) => Math.abs(a - b))));
    for (const y of [0, 1, 3, 4, 20])
      expect(drawsRankedProbabilityScore(draws, y)).toBeCloseTo(
        mean([...draws].map((x) => Math.abs(x - y))) - spread / 2,
        12,
      );
  });

  it.skipIf(goldenIsMissing)('comes to the golden ranked probability scores with many even draws', () => {
    const tables = readJson<{ nb_scores: { y: number; mu: number; psi: number; rps: number }[] }>(
      'tables',
      'result.json',
    );
    const n = 4000;
    for (const { y, mu, psi, rps } of tables.nb_scores.filter((_, i) => i % 4 === 0)) {
      const draws = Float64Array.from({ length: n }, (_, i) =>
        negativeBinomialQuantile((i + 0.5) / n, mu, psi),
      );
      expect(Math.abs(drawsRankedProbabilityScore(draws, y) - rps)).toBeLessThan(2e-3 * Math.max(1, mu));
    }
  });
});

describe('ignoranceScore', () => {
  it('puts one more draw into every VIEWS bin', () => {
    expect(ignoranceScore([0, 0, 1, 3, 2000], 0)).toBeCloseTo(-Math.log2(3 / 16), 12);
    expect(ignoranceScore([0, 0, 1, 3, 2000], 2)).toBeCloseTo(-Math.log2(2 / 16), 12);
    expect(ignoranceScore([0, 0, 1, 3, 2000], 1001)).toBeCloseTo(-Math.log2(2 / 16), 12);
    expect(ignoranceScore([0, 0, 1, 3, 2000], 30)).toBeCloseTo(-Math.log2(1 / 16), 12);
  });

  it('gives probabilities of the bins that sum to one', () => {
    const draws = [0, 1, 1, 7, 60, 60, 3000];
    const total = VIEWS_BINS.reduce((sum, bin) => sum + 2 ** -ignoranceScore(draws, bin), 0);
    expect(total).toBeCloseTo(1, 12);
  });
});

describe('intervalScore', () => {
  it('is the width, and 2/alpha for every unit outside', () => {
    expect(intervalScore(2, 6, 4, 0.1)).toBe(4);
    expect(intervalScore(2, 6, 0, 0.1)).toBe(44);
    expect(intervalScore(2, 6, 7, 0.2)).toBe(14);
  });
});

describe('comparisons of score series', () => {
  const noise = (seed: number, n: number, shift = 0) => {
    const random = randomStream(seed, 'score differences');
    let before = 0;
    return Float64Array.from(
      { length: n },
      () => (before = 0.5 * before + random.normal()) && before + shift,
    );
  };

  it('Diebold–Mariano without lags is the t test of the mean, but for the divisor', () => {
    const found = dieboldMariano([1, 2, 3, 4, 5, 6, 7, 8], 0)!;
    expect(found.mean).toBe(4.5);
    expect(found.standardError).toBeCloseTo(Math.sqrt(5.25 / 8), 12);
    expect(found.statistic).toBeCloseTo((4.5 / Math.sqrt(5.25 / 8)) * Math.sqrt(7 / 8), 12);
    // R: 2 * pt(-5.1961524227, 7)
    expect(found.pValue).toBeCloseTo(0.00125832023395, 10);
    expect(dieboldMariano([1, 2], 0)).toBeNull();
    expect(dieboldMariano(new Float64Array(20), 1)).toBeNull();
  });

  it('holds its level on differences that go together, and sees a shift', () => {
    const rejects = (shift: number, test: (values: Float64Array, seed: number) => boolean) =>
      Array.from({ length: 300 }, (_, seed) => test(noise(seed, 100, shift), seed)).filter(Boolean).length;
    const mariano = (values: Float64Array) => dieboldMariano(values, 6)!.pValue < 0.1;
    const signs = (values: Float64Array, seed: number) =>
      signFlipTest(values, 8, randomStream(seed, 'signs'), 199)! <= 0.1;
    for (const test of [mariano, signs]) {
      expect(rejects(0, test)).toBeLessThan(60);
      expect(rejects(1, test)).toBeGreaterThan(270);
    }
    // Without regard to the order, far too many differences look real.
    expect(rejects(0, (values) => dieboldMariano(values, 0)!.pValue < 0.1)).toBeGreaterThan(80);
  });

  it('block bootstrap holds the true mean about nine times in ten', () => {
    let held = 0;
    for (let seed = 0; seed < 200; seed++) {
      const values = noise(seed, 150);
      const mean = (places: Uint32Array) => places.reduce((sum, t) => sum + values[t]!, 0) / places.length;
      const [low, high] = blockBootstrap(150, 10, mean, randomStream(seed, 'blocks'), 199)!;
      if (low <= 0 && high >= 0) held++;
    }
    expect(held).toBeGreaterThan(158);
    expect(held).toBeLessThan(195);
  });
});

describe('invertNegativeBinomial', () => {
  it('agrees with the distribution function, however small psi is', () => {
    for (const mean of [1e-4, 0.3, 4, 90, 700, 5000])
      for (const psi of [0, 1e-12, 1e-6, 0.4, 5])
        for (const u of [0.003, 0.2, 0.5, 0.9, 0.9987])
          expect(invertNegativeBinomial(u, mean, psi)).toBe(negativeBinomialQuantile(u, mean, psi));
  });

  it('never falls as the mean rises, and ends at the last uniform number', () => {
    for (let u = 0.01; u < 1; u += 0.07)
      for (let mean = 0.1; mean < 30; mean += 0.7)
        expect(invertNegativeBinomial(u, mean + 0.7, 0.5)).toBeGreaterThanOrEqual(
          invertNegativeBinomial(u, mean, 0.5),
        );
    expect(invertNegativeBinomial(1 - 2 ** -53, 3, 0.5)).toBeLessThan(500);
    expect(() => invertNegativeBinomial(0.5, NaN, 0)).toThrow('NaN');
  });
});

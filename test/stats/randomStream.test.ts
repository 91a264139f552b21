import { describe, expect, it } from 'vitest';
import {
  negativeBinomialCdf,
  poissonCdf,
  randomStream,
  regularisedGammaP,
  normalCdf,
} from '../../src/stats/index.ts';

const DRAWS = 20_000;

/** Kolmogorov's distance between draws and a continuous distribution; 1.95/√n is passed once in a thousand. */
function distance(draws: readonly number[], cdf: (value: number) => number): number {
  const sorted = [...draws].sort((a, b) => a - b);
  return sorted.reduce((worst, value, i) => {
    const probability = cdf(value);
    return Math.max(worst, probability - i / sorted.length, (i + 1) / sorted.length - probability);
  }, 0);
}

/** Largest gap between the share of draws up to k and its probability, over all k. */
function countDistance(draws: readonly number[], cdf: (value: number) => number): number {
  const highest = Math.max(...draws);
  let worst = 0;
  for (let k = 0; k <= highest; k++) {
    worst = Math.max(worst, Math.abs(draws.filter((value) => value <= k).length / draws.length - cdf(k)));
  }
  return worst;
}

const take = (draw: () => number, n = DRAWS) => Array.from({ length: n }, draw);
const limit = 1.95 / Math.sqrt(DRAWS);

describe('random streams', () => {
  it('the same key gives the same numbers, frozen', () => {
    const first = randomStream(1, 'placebo dates', 0);
    const again = randomStream(1, 'placebo dates', 0);
    const numbers = take(first.uniform, 3);
    expect(take(again.uniform, 3)).toEqual(numbers);
    expect(numbers.every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('neighbouring keys give unlike streams', () => {
    const keys = [
      randomStream(1, 'a', 0),
      randomStream(2, 'a', 0),
      randomStream(1, 'b', 0),
      randomStream(1, 'a', 1),
      randomStream(11, 'a', 0),
      randomStream(1, 'a', 11),
    ];
    const series = keys.map(({ uniform }) => take(uniform, 4000));
    for (const [i, one] of series.entries()) {
      for (const other of series.slice(i + 1)) {
        const covariance = one.reduce((sum, value, t) => sum + (value - 0.5) * (other[t]! - 0.5), 0) / 4000;
        expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(4000));
      }
    }
  });

  it('first numbers of many streams are uniform', () => {
    const firsts = Array.from({ length: DRAWS }, (_, index) => randomStream(5, 'first', index).uniform());
    expect(distance(firsts, (value) => value)).toBeLessThan(limit);
  });

  it('follow their distributions', () => {
    const random = randomStream(3, 'distributions');
    expect(distance(take(random.uniform), (value) => value)).toBeLessThan(limit);
    expect(distance(take(random.normal), normalCdf)).toBeLessThan(limit);
    for (const shape of [0.3, 1, 7.5]) {
      const draws = take(() => random.gamma(shape));
      expect(distance(draws, (value) => regularisedGammaP(shape, value))).toBeLessThan(limit);
    }
    for (const mean of [0.2, 4, 35, 180]) {
      expect(
        countDistance(
          take(() => random.poisson(mean)),
          (k) => poissonCdf(k, mean),
        ),
      ).toBeLessThan(limit);
      const draws = take(() => random.negativeBinomial(mean, 0.7));
      expect(countDistance(draws, (k) => negativeBinomialCdf(k, mean, 0.7))).toBeLessThan(limit);
    }
    const whole = take(() => random.integer(5));
    expect(countDistance(whole, (k) => (k + 1) / 5)).toBeLessThan(limit);
  });

  it('refuse impossible parameters', () => {
    expect(() => randomStream(1, 'x').gamma(0)).toThrow('0');
    expect(() => randomStream(1, 'x').poisson(-1)).toThrow('-1');
  });
});

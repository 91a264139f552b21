import { expect, it } from 'vitest';
import {
  quickExponential,
  quickExponentials,
  quickLogarithm,
  quickLogarithms,
  randomStream,
} from '../../src/stats/index.ts';

it('is the logarithm to rounding from 1 on, in its table and beyond', () => {
  const random = randomStream(1, 'points of a quick logarithm', 0);
  const points = [1, 1 + 1e-12, 1.5, 2, 9 - 1e-12, 9, 1e6, 1e300];
  for (let k = 0; k < 20_000; k++) points.push(1 + 9 * random.uniform());
  for (const x of points)
    expect(Math.abs(quickLogarithm(x) - Math.log(x))).toBeLessThan(1e-15 * (1 + Math.log(x)));
});

it('says no number of none', () => {
  expect(quickLogarithm(NaN)).toBeNaN();
  expect(quickLogarithm(Infinity)).toBe(Infinity);
});

it('gives for many what it gives for each, and so does the exponential', () => {
  const random = randomStream(1, 'many points', 0);
  const points = Float64Array.from({ length: 2000 }, () => 40 * (random.uniform() - 0.5));
  points.set([0, 700, -700, 710, -750, Infinity, -Infinity, NaN]);
  const grown = points.slice();
  quickExponentials(grown);
  expect(grown).toEqual(points.map(quickExponential));
  const logarithms = grown.map((value) => 1 + value);
  const expected = logarithms.map(quickLogarithm);
  quickLogarithms(logarithms);
  expect(logarithms).toEqual(expected);
});

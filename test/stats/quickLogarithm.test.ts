import { expect, it } from 'vitest';
import { quickLogarithm, randomStream } from '../../src/stats/index.ts';

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

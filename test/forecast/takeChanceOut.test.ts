import { describe, expect, it } from 'vitest';
import { meanOf, varianceOf } from '../../src/forecast/momentsOf.ts';
import { takeChanceOut } from '../../src/forecast/takeChanceOut.ts';
import { randomStream } from '../../src/stats/index.ts';

const FUTURES = 400;

function draw(seed: number) {
  const random = randomStream(seed, 'controls');
  const normals = () => Array.from({ length: FUTURES }, () => random.normal());
  const [one, two, noise] = [normals(), normals(), normals()];
  const values = one.map((control, p) => 5 + 3 * control - 2 * two[p]! + 0.1 * noise[p]!);
  return { one, two, values };
}

describe('chance is taken out by controls', () => {
  it('what they explain goes, what is expected stays', () => {
    const { one, two, values } = draw(1);
    const left = takeChanceOut([one, two])(values);
    expect(varianceOf(left)).toBeLessThan(0.02);
    expect(varianceOf(values)).toBeGreaterThan(10);
    expect(Math.abs(meanOf(left) - 5)).toBeLessThan(0.02);
  });

  it('the mean is right over many seeds, and not the mean that was drawn', () => {
    const seeds = Array.from({ length: 50 }, (_, index) => draw(index + 10));
    const after = seeds.map(({ one, values }) => meanOf(takeChanceOut([one])(values)));
    const before = seeds.map(({ values }) => meanOf(values));
    expect(Math.abs(meanOf(after) - 5)).toBeLessThan(0.05);
    expect(varianceOf(after)).toBeLessThan(0.6 * varianceOf(before));
  });

  it('a control twice, a constant one, and more than the futures carry change nothing', () => {
    const { one, two, values } = draw(2);
    const zero = one.map(() => 0);
    const once = takeChanceOut([one, two])(values);
    const twice = takeChanceOut([one, zero, two, one])(values);
    twice.forEach((value, p) => expect(value).toBeCloseTo(once[p]!, 8));
    expect(takeChanceOut([one.slice(0, 19)])(values.slice(0, 19))).toEqual(values.slice(0, 19));
    expect(takeChanceOut([])(values)).toEqual(values);
  });
});

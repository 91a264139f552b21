/** Placebo grades: what moves, and what stays. */
import { expect, it } from 'vitest';
import { exchangeGrades } from '../../../src/evidence/judge/exchangeGrades.ts';
import { randomStream } from '../../../src/stats/index.ts';

const trigger = Float64Array.from([1, 0, 2, 1, 0, 0, 1, 1, 0, 1, 0, 0]);
const graded = Float64Array.from([5, 0, 2, 0, 0, 0, 7, 9, 0, 11, 0, 0]);
const gradesOf = (weighed: Float64Array, from: number, to: number) =>
  [...weighed.slice(from, to)]
    .flatMap((sum, at) => (trigger[from + at]! > 0 ? [sum / trigger[from + at]!] : []))
    .sort((p, q) => p - q);

it('exchanges grades inside a block and nowhere else, each trigger of a day alike', () => {
  const draw = exchangeGrades(trigger, graded, 6);
  const seen = new Set<string>();
  for (let index = 0; index < 60; index++) {
    const drawn = draw(randomStream(1, 'grades', index));
    expect(gradesOf(drawn, 0, 6)).toEqual([0, 1, 5]);
    expect(gradesOf(drawn, 6, 12)).toEqual([7, 9, 11]);
    seen.add(drawn.join(' '));
  }
  // Six orders of three in either block.
  expect(seen.size).toBeGreaterThan(25);
  expect(graded[0]).toBe(5);
});

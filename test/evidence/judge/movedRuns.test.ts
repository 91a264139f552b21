import { expect, it } from 'vitest';
import { listRuns, sumBefore, sumMoved } from '../../../src/evidence/judge/movedRuns.ts';

const MARKS = Uint8Array.of(0, 1, 1, 0, 0, 1, 0, 1, 1);
const VALUES = Float64Array.of(5, 1, 0, 2, 7, 3, 1, 4, 6);
const RECORDED = Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 0, 1);

it('lists marked steps as runs, also at both ends', () => {
  const steps = (marks: Uint8Array) => listRuns(marks).map(({ begin, end }) => [begin, end]);
  expect(steps(MARKS)).toEqual([
    [1, 3],
    [5, 6],
    [7, 9],
  ]);
  expect(steps(new Uint8Array(3))).toEqual([]);
  expect(steps(Uint8Array.of(1, 1, 1))).toEqual([[0, 3]]);
});

it('sums over moved runs what adding step by step sums', () => {
  const before = sumBefore(VALUES, RECORDED);
  for (let offset = -12; offset <= 12; offset++) {
    let sum = 0;
    MARKS.forEach((on, step) => {
      if (on && RECORDED[step + offset] === 1) sum += VALUES[step + offset]!;
    });
    expect(sumMoved(before, listRuns(MARKS), offset)).toBe(sum);
  }
});

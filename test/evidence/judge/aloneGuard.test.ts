import { describe, expect, it } from 'vitest';
import { aloneGuard } from '../../../src/evidence/judge/aloneGuard.ts';
import { fitAnswer } from '../../../src/evidence/judge/fitAnswer.ts';
import { cutPair } from '../../../src/evidence/pairSeries.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair } from '../makePair.ts';

const delay = { family: 'geometric', from: 1, to: 14 };
const answer: ClaimTest = { kind: 'answer', trigger: 's1', response: 's2', delay, share: null, nested: null };

function judged(a: Float64Array, b: Float64Array, stepDays: 1 | 7 = 1) {
  const { panel, claimPlan } = makeContext(a, b, answer);
  const sides = { trigger: 's1', response: 's2' };
  const series = cutPair(panel, claimPlan, claimPlan.days, sides, { from: 1, to: 14 });
  const fit = fitAnswer(series, delay);
  if (fit.kind === 'failed') throw new Error(fit.detail);
  return aloneGuard({ ...series, stepDays }, delay, fit);
}

/** Every 25 days news that brings three acts of A at once and as many of B on the days after. */
function shocks(seed: number) {
  const { a, b } = makePair(seed, { days: 1000, rate: 0.12 });
  for (let day = 10; day < 990; day += 25) {
    a[day]! += 3;
    for (const lag of [1, 2, 4]) b[day + lag]! += 1;
  }
  return { a, b };
}

describe('triggers alone on their day', () => {
  it.each([1, 2, 3])('news that brings several acts at once is seen (seed %i)', (seed) => {
    const { a, b } = shocks(seed);
    const guard = judged(a, b);
    expect(guard.passed).toBe(false);
    expect(guard.value).toBeLessThan(0.35);
    expect(guard.detail).toMatch(/per trigger of days with several \(likelihood ratio [\d.]+\)$/);
  });

  it.each([1, 2, 3])('a true answer comes behind both kinds (seed %i)', (seed) => {
    const { a, b } = makePair(seed, { days: 1000, rate: 0.3, rhoAB: 0.5 });
    expect(judged(a, b).passed).toBe(true);
  });

  it('is not asked of weeks, nor where no day holds several', () => {
    const { a, b } = shocks(1);
    expect(judged(a, b, 7).passed).toBeNull();
    const single = a.map((count) => Math.min(1, count));
    expect(judged(single, b)).toMatchObject({ passed: null, value: null });
  });
});

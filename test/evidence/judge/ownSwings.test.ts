/** Changes of series that swing by themselves: no claim is so, and few may be called supported. */
import { describe, expect, it } from 'vitest';
import { judgeChange } from '../../../src/evidence/judge/judgeChange.ts';
import { weighSwings, type SwingBlock } from '../../../src/evidence/judge/weighSwings.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';
import { HALF_YEAR, makeSwings, STEADY } from './madeSwings.ts';

const judge = (counts: Float64Array, test: typeof HALF_YEAR) => {
  const [part] = judgeChange(test, makeContext(counts, counts, test)).parts;
  if (!part) throw new Error('a change has a part');
  return part;
};
const guardOf = (counts: Float64Array, test: typeof HALF_YEAR, name: string) =>
  judge(counts, test).guards.find((guard) => guard.name === name);

describe('a change of a series that swings by itself', () => {
  // A rise is as false as a fall. P(more than 5 of 40) is .01 where one in twenty is false; without the guard one in three is.
  it.each([
    ['a step', HALF_YEAR],
    ['a steady change', STEADY],
  ])('is seldom supported: %s', (_, test) => {
    const found = Array.from({ length: 40 }, (__, index) => {
      const counts = makeSwings(index, { tau: 60, sd: 1 });
      return judge(counts, { ...test, trend: index % 2 === 0 ? 'falls' : 'rises' }).finding;
    });
    expect(found.filter((finding) => finding === 'supported').length).toBeLessThanOrEqual(5);
    expect(found).toContain('not separable');
  });

  it('is supported where it is larger than the swings', () => {
    const steps = Array.from({ length: 20 }, (_, index) =>
      judge(makeSwings(index, { tau: 10, sd: 0.4, step: 0.35 }), HALF_YEAR),
    );
    const slides = Array.from({ length: 20 }, (_, index) =>
      judge(makeSwings(index, { tau: 10, sd: 0.4, slide: 0.15 }), STEADY),
    );
    const [found] = steps.filter(({ finding }) => finding === 'supported');
    expect(found?.sentence).toContain('A change in how much was recorded would look the same.');
    for (const parts of [steps, slides])
      expect(parts.filter(({ finding }) => finding === 'supported').length).toBeGreaterThanOrEqual(10);
  });

  it('is asked of a steady change by other dates too', () => {
    // One slow rise and fall after the other: any half year shows a slope as steep.
    const counts = makeSwings(3, { tau: 1, sd: 0, cycle: 500 });
    expect(guardOf(counts, { ...STEADY, trend: 'falls' }, 'placebo dates')).toMatchObject({ passed: false });
  });

  it('is not asked where the base test finds nothing', () => {
    const flat = makeSwings(1, { tau: 1, sd: 0 });
    expect(guardOf(flat, HALF_YEAR, 'own ups and downs')).toMatchObject({ passed: null, value: null });
  });

  it('is asked of the difference where another stream is compared with', () => {
    const shared = makeSwings(4, { tau: 10, sd: 0.8, rate: 2 });
    const lower = shared.map((count, day) => (day >= 700 && day <= 882 ? Math.floor(count * 0.3) : count));
    const judged = (comparison: string | null) =>
      judgeChange({ ...HALF_YEAR, comparison }, makeContext(shared, lower, HALF_YEAR)).parts[0]!;
    const probability = (comparison: string | null) =>
      judged(comparison).guards.find(({ name }) => name === 'own ups and downs')?.value;
    expect(judged('s1').finding).toBe('supported');
    expect(judged('s1').sentence).not.toContain('how much was recorded');
    expect(probability('s1')).toBeLessThan(0.001);
    expect(probability(null) ?? 1).toBeGreaterThan(5 * (probability('s1') ?? 1));
  });
});

describe('the probability of a contrast', () => {
  const random = randomStream(9, 'blocks', 0);
  const blocks = (swing: (index: number) => number): SwingBlock[] =>
    Array.from({ length: 80 }, (_, index) => ({
      at: 7 * index,
      deviation: 0.5 * random.normal() + swing(index),
      noise: 0.25,
      columns: index < 40 ? [1, 0] : [0, 1],
      weight: index < 40 ? -1 / 40 : 1 / 40,
    }));

  it('is that of independent blocks where nothing swings', () => {
    // Standard error √(2 · .25/40) = .112: 2.5 of them have p = .012 and more as the variance is estimated.
    const value = weighSwings(
      blocks(() => 0),
      2.5 * 0.112,
    );
    expect(value).toBeGreaterThan(0.008);
    expect(value).toBeLessThan(0.08);
  });

  it('grows where neighbours swing together, and with a smaller contrast', () => {
    const swinging = blocks((index) => Math.sin(index / 4));
    expect(weighSwings(swinging, 2.5 * 0.112)).toBeGreaterThan(0.1);
    expect(weighSwings(swinging, 0.1)).toBeGreaterThan(weighSwings(swinging, 0.5));
  });

  it('is one where there are no more blocks than levels', () => {
    expect(weighSwings(blocks(() => 0).slice(39, 41), 3)).toBe(1);
  });
});

/** A change on days that come back, against all other days: such a window lies among its base. */
import { describe, expect, it } from 'vitest';
import { isAmongBase } from '../../../src/evidence/judge/isAmongBase.ts';
import { judgeChange } from '../../../src/evidence/judge/judgeChange.ts';
import { turnedChanges } from '../../../src/evidence/judge/turnedChanges.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';

const STEPS = 1200;
const WINDOWS = [
  { first: 60, last: 240 },
  { first: 480, last: 660 },
];
const isInside = (day: number) => WINDOWS.some(({ first, last }) => day >= first && day <= last);
const CHANGE: Extract<ClaimTest, { kind: 'change' }> = {
  kind: 'change',
  stream: 's1',
  trend: 'falls',
  steadily: false,
  windows: WINDOWS,
  base: [
    { first: 0, last: 59 },
    { first: 241, last: 479 },
    { first: 661, last: STEPS - 1 },
  ],
  baseText: 'all other days (default)',
  comparison: null,
  by: null,
};

const draw = (seed: number, rate: (day: number) => number) => {
  const random = randomStream(seed, 'a recurring change');
  return Float64Array.from({ length: STEPS }, (_, day) => random.poisson(rate(day)));
};
const judge = (counts: Float64Array) => {
  const { parts } = judgeChange(CHANGE, makeContext(counts, counts, CHANGE));
  const [part] = parts;
  if (!part) throw new Error('a change has a part');
  return { ...part, guard: (name: string) => part.guards.find((guard) => guard.name === name) };
};

describe('a change on days that come back', () => {
  it('is supported where the rate falls on these days', () => {
    const verdict = judge(draw(1, (day) => (isInside(day) ? 0.2 : 0.5)));
    expect(verdict.finding).toBe('supported');
    expect(verdict.guard('placebo dates')).toMatchObject({ passed: true });
    expect(verdict.guard('with a straight trend')).toMatchObject({ passed: true });
  });

  it.each([1, 2, 3, 4])('is not, where the rate only grows: more of the window lies early (%i)', (seed) => {
    const verdict = judge(draw(seed, (day) => 0.1 * 8 ** (day / STEPS)));
    expect(verdict.effect?.upper).toBeLessThan(1);
    expect(verdict.finding).toBe('not separable');
  });

  it('is not, where other turns of the window show as much', () => {
    // Slow swings that the window has caught by accident.
    const verdict = judge(draw(5, (day) => 0.4 * Math.exp(Math.sin(((day - 250) * 2 * Math.PI) / 400))));
    expect(verdict.guard('placebo dates')).toMatchObject({ passed: false });
    expect(verdict.finding).toBe('not separable');
  });

  it('of a window before or behind its base is left to other dates', () => {
    const { guards } = judgeChange(
      { ...CHANGE, windows: [{ first: 600, last: 699 }], base: [{ first: 500, last: 599 }] },
      makeContext(
        draw(6, () => 0.5),
        draw(6, () => 0.5),
        CHANGE,
      ),
    ).parts[0]!;
    expect(guards.map(({ name }) => name)).not.toContain('with a straight trend');
  });
});

describe('turns of a window', () => {
  const marks = (days: readonly number[], size = 8) =>
    Uint8Array.from({ length: size }, (_, day) => (days.includes(day) ? 1 : 0));

  it('are every other place on the ring of recorded days, unrecorded ones left out', () => {
    const counts = Float64Array.of(4, 0, 0, 9, 2, 0, 0, 0);
    const recorded = marks([0, 1, 2, 4, 5, 6]);
    const ratios = turnedChanges(counts, recorded, marks([0, 1]), marks([2, 3, 4, 5, 6]));
    // The ring holds 4 0 0 2 0 0; the window takes two places of it, and turns past its end.
    const held = [0, 2, 2, 0, 4];
    expect(ratios).toHaveLength(5);
    held.forEach((sum, turn) =>
      expect(ratios[turn]).toBeCloseTo(Math.log((sum + 0.5) / 2 / ((6 - sum + 0.5) / 4)), 12),
    );
  });

  it('are asked of windows among their base only', () => {
    expect(isAmongBase(marks([2, 5]), marks([0, 1, 3, 4, 6, 7]))).toBe(true);
    expect(isAmongBase(marks([0, 4]), marks([2, 3]))).toBe(true);
    expect(isAmongBase(marks([4, 5]), marks([2, 3]))).toBe(false);
    expect(isAmongBase(marks([2, 3]), marks([4, 5]))).toBe(false);
    expect(isAmongBase(marks([2, 3]), marks([]))).toBe(false);
  });
});

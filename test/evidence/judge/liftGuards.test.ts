/** `more` and `fewer`: news behind which the second side moves is no effect of the first side's acts. */
import { describe, expect, it } from 'vitest';
import { makeRecord, type MadeWorld } from '../../../src/evidence/index.ts';
import { judgeShift } from '../../../src/evidence/judge/judgeShift.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';

type Shift = Extract<ClaimTest, { kind: 'shift' }>;

function judged(how: Shift['how'], days: number, world: MadeWorld, index: number) {
  const sides = { trigger: 's1', response: 's2' };
  const test: Shift = { kind: 'shift', ...sides, how, negated: false, days, nested: null };
  const { a, b } = makeRecord(world, randomStream(3, 'made shifts', index));
  const part = judgeShift(test, makeContext(a, b, test)).parts[0]!;
  return { part, guard: (name: string) => part.guards.find((one) => one.name === name) };
}

const QUIET = { ownA: 0, ownB: 0, psi: 0 };
const NEWS: MadeWorld = {
  ...QUIET,
  days: 1826,
  rateA: 0.05,
  rateB: 0.06,
  news: { everyDays: 28, acts: 3, quickA: 1, quickB: 0.25, late: 1 },
};
const BACKLASH: MadeWorld = { ...QUIET, rateA: 0.08, rateB: 0.2, shift: { gamma: Math.log(2), days: 10 } };
const STILLED: MadeWorld = {
  ...QUIET,
  days: 1500,
  rateA: 0.05,
  rateB: 0.5,
  stilling: { everyDays: 40, times: 0.3, days: 20 },
};
const DETERRED: MadeWorld = {
  ...QUIET,
  days: 1500,
  rateA: 0.06,
  rateB: 0.5,
  shift: { gamma: Math.log(0.6), days: 20 },
};
const ALONE = 'triggers alone on their day';

describe('more', () => {
  it.each([0, 1, 2])('is not supported behind news that brings several triggers at once (%i)', (index) => {
    const { part, guard } = judged('more', 10, NEWS, index);
    expect(part.finding).not.toBe('supported');
    expect(guard(ALONE)?.passed).toBe(false);
  });

  it('is supported behind every trigger, and says what stays open', () => {
    const { part, guard } = judged('more', 10, BACKLASH, 0);
    expect(part.finding).toBe('supported');
    expect(guard(ALONE)?.passed).toBe(true);
    expect(guard('beyond the first two days')?.passed).toBe(true);
    expect(part.sentence).toContain('Still open: a cause that reaches North strikes South first');
  });

  it('of a few days is not supported where one incident in four is coded twice', () => {
    const twice = { rateA: 0.2, rateB: 0.15, days: 1500, codedTwice: 0.25 };
    const { part, guard } = judged('more', 5, twice, 0);
    expect(part.finding).not.toBe('supported');
    expect(guard('beyond the first two days')?.passed).toBe(false);
  });
});

describe('fewer', () => {
  it.each([0, 1])('is not supported behind news that stills the second side (%i)', (index) => {
    const { part } = judged('fewer', 20, STILLED, index);
    expect(part).toMatchObject({ finding: 'not separable', reason: ALONE });
    expect(part.guards.some(({ name }) => name === 'beyond the first two days')).toBe(false);
  });

  it('is supported behind every trigger', () => {
    const { part, guard } = judged('fewer', 20, DETERRED, 0);
    expect(part.finding).toBe('supported');
    expect(guard(ALONE)?.passed).toBe(true);
  });
});

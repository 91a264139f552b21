/** Denials of an answer where the two sides move against each other. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/evidence/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';

const DAYS = 1461;
const delay = { family: 'geometric', from: 1, to: 14 };
const noExtra: ClaimTest = { kind: 'noExtra', trigger: 's1', response: 's2', delay, nested: null };

/** Sixty days in which the first side is busy and the second is not, and sixty the other way round; answers of `rho`. */
function seesaw(seed: number, rho: number, swing: number) {
  const random = randomStream(seed, 'a seesaw', 0);
  const a = new Float64Array(DAYS);
  const b = new Float64Array(DAYS);
  for (let day = 0; day < DAYS; day++) {
    const level = Math.floor(day / 60) % 2 ? swing : 1 / swing;
    a[day] = random.poisson(0.3 * level);
    b[day]! += random.poisson(0.4 / level);
    const answers = random.poisson(rho * a[day]!);
    for (let answer = 0; answer < answers; answer++) {
      const later = day + 1 + Math.floor(random.uniform() * 5);
      if (later < DAYS) b[later]! += 1;
    }
  }
  const context = makeContext(a, b, noExtra);
  const assumptions = { ...context.claim.assumptions, smallestAnswer: { value: 0.3, default: false } };
  const [timing] = judge({ ...context, claim: { ...context.claim, assumptions } }).parts;
  return { timing, guard: timing?.guards.find(({ name }) => name === 'opposite wave') };
}

describe('"no extra"', () => {
  it('is not supported where answers only fill what a wave against them has emptied', () => {
    const { timing, guard } = seesaw(1, 0.35, 2);
    expect(timing?.effect?.upper).toBeLessThan(0.3);
    expect(timing).toMatchObject({ finding: 'not separable', reason: 'opposite wave' });
    expect(guard?.passed).toBe(false);
    expect(timing?.sentence).toContain('An answer may be hidden');
  });

  it('is supported where nothing moves them against each other and nothing follows', () => {
    const { timing, guard } = seesaw(2, 0, 1);
    expect(timing).toMatchObject({ finding: 'supported', reason: 'equivalence' });
    expect(guard?.passed).toBe(true);
  });

  it('is not asked about where the interval reaches an answer of interest', () => {
    expect(seesaw(3, 0.3, 1).guard).toBeUndefined();
  });
});

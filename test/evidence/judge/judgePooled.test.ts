/** `each of`: one strength over places that are too weak by themselves. */
import { describe, expect, it } from 'vitest';
import { commonStrength } from '../../../src/evidence/judge/pooled/commonStrength.ts';
import { pooledRoot, pooledThreshold } from '../../../src/evidence/judge/pooled/poolTests.ts';
import { fitPlace, judgePlaces } from './madePlaces.ts';

describe('one strength for all', () => {
  it('is told with an interval where places are too weak by themselves, and each is told beside it', () => {
    const [timing] = judgePlaces(4, 4, () => ({ rate: 0.12, rhoAB: 0.5 }));
    expect(timing).toMatchObject({ finding: 'supported', reason: 'one strength for all' });
    expect(timing?.effect?.lower).toBeLessThan(0.5);
    expect(timing?.effect?.upper).toBeGreaterThan(0.5);
    const alone = timing?.guards.filter(({ name }) => name === 'each by itself') ?? [];
    expect(alone).toHaveLength(4);
    expect(alone.some(({ detail }) => !detail.includes('supported'))).toBe(true);
  }, 60_000);

  it('lies between the own strengths, is tested by the sum, and tells when they differ', () => {
    const alike = [1, 2, 3].map((seed) => fitPlace(seed, { rate: 0.15, rhoAB: 0.5 }));
    const common = commonStrength(alike);
    const own = alike.map(({ rho }) => rho);
    expect(common?.rho).toBeGreaterThan(Math.min(...own));
    expect(common?.rho).toBeLessThan(Math.max(...own));
    const sum = alike.reduce((total, { likelihoodRatio }) => total + likelihoodRatio, 0);
    expect((common?.likelihoodRatio ?? 0) + (common?.difference.statistic ?? 0)).toBeCloseTo(sum, 2);
    const unlike = commonStrength([
      fitPlace(1, { rate: 0.25, rhoAB: 0.9 }),
      fitPlace(2, { rate: 0.25 }),
      fitPlace(3, { rate: 0.25 }),
    ]);
    expect(unlike?.difference.pValue).toBeLessThan(0.01);
    expect(commonStrength([])).toBeNull();
  });

  it('asks more of the ratio the more places there are, and gains nothing from one place alone', () => {
    expect(pooledThreshold(6.63, 1)).toBeCloseTo(Math.sqrt(6.63), 10);
    expect(pooledThreshold(6.63, 9) - pooledThreshold(6.63, 4)).toBeCloseTo(0.93, 10);
    expect(pooledRoot([4, 4, 4, 4], [1, 1, 1, 1])).toBeCloseTo(4, 10);
    expect(pooledRoot([16, 0, 0, 0], [1, 1, 1, 1])).toBeCloseTo(2, 10);
    expect(pooledRoot([9, 100], [1, 0])).toBeCloseTo(3, 10);
    expect(pooledRoot([9], [0])).toBe(0);
  });

  it('is not supported where half of the places know no answer', () => {
    const [timing] = judgePlaces(1, 4, (place) => ({ rate: 0.12, rhoAB: place % 2 ? 0.8 : 0 }));
    expect(timing?.finding).not.toBe('supported');
  }, 60_000);
});

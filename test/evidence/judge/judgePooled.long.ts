import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../../../src/stats/index.ts';
import type { MadePair } from '../makePair.ts';
import { judgePlaces } from './madePlaces.ts';

/** Records of four places of which "each" was supported. */
function countSupported(
  records: number,
  first: number,
  world: (place: number) => Omit<MadePair, 'days'>,
): number {
  return Array.from({ length: records }, (_, index) => judgePlaces(first + index, 4, world)).filter(
    ([timing]) => timing?.finding === 'supported',
  ).length;
}

describe('each of four places, over many made records', () => {
  it.each([
    ['a wave of ten days of its own', () => ({ rate: 0.2, wave: { tau: 10, deviation: 1 } })],
    ['a wave of thirty days of its own', () => ({ rate: 0.2, wave: { tau: 30, deviation: 1 } })],
    ['nothing', () => ({ rate: 0.15 })],
    ['an answer in every other place only', (place: number) => ({ rate: 0.12, rhoAB: place % 2 ? 0.8 : 0 })],
  ])(
    '%s: at most as often supported as a single claim may be (5 %%, within chance)',
    (_, world) => {
      const records = 40;
      const wrong = countSupported(records, 100, world);
      expect(clopperPearsonInterval(wrong, records, 0.9).lower).toBeLessThan(0.05);
      expect(wrong).toBeLessThan(5);
    },
    1_200_000,
  );

  it('supports an answer of 0.6 in all four in at least half of the records', () => {
    expect(countSupported(20, 100, () => ({ rate: 0.12, rhoAB: 0.6 }))).toBeGreaterThanOrEqual(10);
  }, 1_200_000);
});

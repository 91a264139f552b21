import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../../../src/stats/index.ts';
import { changesIn, holdsTrueDay, madeWithout } from './madeChanges.ts';

describe('change points over many made records', () => {
  it('finds one in at most 5 % of records without any (upper limit 8 %)', () => {
    const records = 300;
    const invented = Array.from({ length: records }, (_, seed) => madeWithout(seed, 730)).filter(
      (counts) => changesIn(counts).changes.length > 0,
    ).length;
    expect(clopperPearsonInterval(invented, records, 0.9).upper).toBeLessThan(0.08);
  }, 120_000);

  it('holds the true day in nine intervals of ten, within two standard errors', () => {
    const records = 300;
    const held = Array.from({ length: records }, (_, seed) => holdsTrueDay(seed)).filter(Boolean).length;
    expect(held / records).toBeGreaterThan(0.9 - 2 * Math.sqrt((0.9 * 0.1) / records));
  }, 120_000);
});

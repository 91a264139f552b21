import { describe, expect, it } from 'vitest';
import { coverageFromTotals, type KnownTotal } from '../../src/model/index.ts';

const DAYS = 200;
/** One recorded event every other day. */
const counts = Float64Array.from({ length: DAYS }, (_, day) => (day % 2 === 0 ? 1 : 0));
const panel = { first: 1000, stepDays: 1 as const, recorded: new Uint8Array(DAYS).fill(1) };
const total = (first: number, last: number, number: number, source = 'Gazette'): KnownTotal => ({
  ...{ source, first: 1000 + first, last: 1000 + last, total: number },
});
const shares = (totals: readonly KnownTotal[], over: Partial<typeof panel> = {}) => {
  const { coverage } = coverageFromTotals(totals, counts, { ...panel, ...over });
  return [0, 10, 50, 99, 100, 150].map((day) => coverage[day]);
};

describe('the share of what happened that a record holds', () => {
  it('is recorded over published on the days of a total, and 1 where nothing is known', () => {
    // 50 recorded on days 0 to 99.
    expect(shares([total(0, 99, 200)])).toEqual([0.25, 0.25, 0.25, 0.25, 1, 1]);
    expect(shares([])).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('follows running totals from one to the next', () => {
    // 20 of 40 on days 0 to 39, then 30 of 120 on days 40 to 99.
    expect(shares([total(0, 99, 160, 'Herald'), total(0, 39, 40)])).toEqual([0.5, 0.5, 0.25, 0.25, 1, 1]);
  });

  it('closes no interval below 20 events and 14 days; what is left over joins the one before', () => {
    const steps = [total(0, 9, 12), total(0, 13, 28), total(0, 99, 200), total(0, 109, 210)];
    const { intervals } = coverageFromTotals(steps, counts, panel);
    expect(intervals).toEqual([
      { first: 1000, last: 1013, published: 28, recorded: 7, share: 0.25, sources: ['Gazette'] },
      { first: 1014, last: 1109, published: 182, recorded: 48, share: 48 / 182, sources: ['Gazette'] },
    ]);
  });

  it('is never above 1, and a source that counted less does not refute one that saw more', () => {
    expect(shares([total(0, 99, 30)])).toEqual([1, 1, 1, 1, 1, 1]);
    expect(shares([total(0, 99, 100), total(40, 60, 5), total(10, 59, 20)])[2]).toBe(0.5);
    // Of two that both show thinning the one of fewer days tells more.
    expect(shares([total(0, 99, 100), total(40, 79, 200)])).toEqual([0.5, 0.5, 0.1, 0.5, 1, 1]);
    // Over the same days the larger count.
    expect(shares([total(40, 79, 100, 'A'), total(40, 79, 200, 'B')])[2]).toBe(0.1);
  });

  it('masks days of which others counted 20 events or more and the record holds none', () => {
    const nothing = new Float64Array(DAYS);
    const { coverage, unrecorded } = coverageFromTotals([total(0, 29, 25)], nothing, panel);
    expect([...unrecorded].reduce((sum, one) => sum + one, 0)).toBe(30);
    expect(coverage.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  it('says which totals tell nothing, and why', () => {
    const recorded = panel.recorded.map((_, day) => Number(day !== 150));
    const totals = [
      total(0, 99, 200),
      total(0, 120, 90),
      total(20, 60, 19),
      total(140, 160, 50),
      total(-5, 50, 99),
      total(150, 250, 80),
    ];
    const { intervals, unused } = coverageFromTotals(totals, counts, { ...panel, recorded });
    expect(intervals).toHaveLength(1);
    expect(unused.map(({ first, reason }) => [first - 1000, reason])).toEqual([
      [0, 'a total lower than an earlier one of the same period'],
      [20, 'fewer than 20 events published'],
      [140, 'days that the record does not cover'],
      [-5, 'days that the record does not cover'],
      [150, 'days that the record does not cover'],
    ]);
  });

  it('takes whole steps of a weekly record', () => {
    const weeks = new Float64Array(20).fill(10);
    const weekly = { first: 1000, stepDays: 7 as const, recorded: new Uint8Array(20).fill(1) };
    const { coverage, intervals } = coverageFromTotals([total(2, 30, 58)], weeks, weekly);
    // Days 7 to 27 are whole weeks of the interval; they hold 30, and 58 in 29 days are 42 in 21.
    expect(intervals[0]?.recorded).toBe(30);
    expect([...coverage.slice(0, 5)]).toEqual([1, 30 / 42, 30 / 42, 30 / 42, 1]);
  });

  it('does not depend on the order of the totals', () => {
    const totals = [total(0, 39, 40), total(0, 99, 160), total(30, 120, 300), total(90, 150, 45)];
    const one = coverageFromTotals(totals, counts, panel);
    expect(coverageFromTotals([...totals].reverse(), counts, panel)).toEqual(one);
  });
});

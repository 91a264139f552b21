import { describe, expect, it } from 'vitest';
import { MADE_KINDS, makeRecord, type MadeWorld } from '../../../src/evidence/index.ts';
import { randomStream } from '../../../src/stats/index.ts';

const draw = (world: MadeWorld, index = 0) => makeRecord(world, randomStream(7, 'made for a test', index));
const sum = (counts: Float64Array, first = 0, last = counts.length) =>
  counts.slice(first, last).reduce((all, count) => all + count, 0);

/** Covariance of A on a day and B some days later. */
function covarianceAt(world: MadeWorld, lag: number, records = 8): number {
  let total = 0;
  for (let index = 0; index < records; index++) {
    const { a, b } = draw(world, index);
    const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
    for (let t = Math.max(0, -lag); t < Math.min(a.length, a.length - lag); t++) {
      total += ((a[t]! - meanA) * (b[t + lag]! - meanB)) / a.length / records;
    }
  }
  return total;
}

describe('a made record', () => {
  it('is the same for the same stream of random numbers and another for another', () => {
    expect(draw({})).toEqual(draw({}));
    expect(draw({}).a).not.toEqual(draw({}, 1).a);
  });

  it('has the rate of its world, with the events that each brings along', () => {
    const { a, b } = draw({ days: 20_000, rateA: 0.2, rateB: 0.4, ownB: 0.5 });
    expect(sum(a) / 20_000).toBeCloseTo(0.2 / 0.85, 1);
    expect(sum(b) / 20_000).toBeCloseTo(0.4 / 0.5, 1);
  });

  it('holds answers behind the acts and not before them', () => {
    expect(covarianceAt({ rhoAB: 0.45 }, 1)).toBeGreaterThan(0.04);
    expect(Math.abs(covarianceAt({ rhoAB: 0.45 }, -3))).toBeLessThan(0.03);
    expect(covarianceAt({ rhoBA: 0.45 }, -1)).toBeGreaterThan(0.04);
  });

  it('holds the effect of a hidden third cause on B five days after A', () => {
    const world = { rateA: 0.15, rateB: 0.15, third: { rate: 0.3, effect: 0.8, late: 5 } };
    expect(covarianceAt(world, 5)).toBeGreaterThan(3 * Math.abs(covarianceAt(world, -5)));
  });

  it('lets a late wave reach B later than A', () => {
    const world = { rateA: 1, rateB: 1, wave: { tau: 10, sd: 1, late: 8 } };
    expect(covarianceAt(world, 8)).toBeGreaterThan(1.3 * covarianceAt(world, -8));
    expect(covarianceAt({ ...world, wave: { tau: 10, sd: 1 } }, 0)).toBeGreaterThan(0.3);
  });

  it('moves the bystanders with a wave of the theatre and not with one of two sides', () => {
    const likeness = (theatre: boolean) => {
      const { a, c } = draw({ rateA: 3, wave: { tau: 60, sd: 1.5, theatre } });
      const months = Array.from({ length: 36 }, (_, k) => [
        sum(a, 30 * k, 30 * k + 30),
        sum(c, 30 * k, 30 * k + 30),
      ]) as [number, number][];
      return correlation(months);
    };
    expect(likeness(true)).toBeGreaterThan(0.7);
    expect(likeness(false)).toBeLessThan(0.6);
  });

  it('grows eightfold, keeps its mean', () => {
    const { a } = draw({ days: 40_000, rateA: 1, ownA: 0, trend: 8 });
    expect(sum(a) / 40_000).toBeCloseTo(1, 1);
    expect(sum(a, 36_000) / sum(a, 0, 4000)).toBeGreaterThan(5);
  });

  it('leaves nothing on days that nobody recorded, and tells only where it should', () => {
    const { a, b, c, missing } = draw({ missing: { spells: 3, told: true } });
    expect(missing).toHaveLength(3);
    for (const [first, last] of missing) {
      expect(last - first + 1).toBeGreaterThanOrEqual(40);
      expect(last).toBeLessThan(1096);
      for (const counts of [a, b, c]) expect(sum(counts, first, last + 1)).toBe(0);
    }
    const untold = draw({ missing: { spells: 3, told: false } });
    expect(untold.missing).toEqual([]);
    expect(untold.a).toEqual(a);
  });

  it('loses events to thin reporting and gains those coded twice', () => {
    expect(sum(draw({ reporting: { least: 0.3, meanDays: 90 } }).a)).toBeLessThan(0.85 * sum(draw({}).a));
    const twice = draw({ rateA: 1, rateB: 0.001, codedTwice: 0.5 });
    expect(sum(twice.b) / sum(twice.a)).toBeCloseTo(0.5, 1);
  });

  it('changes on the claimed days alone', () => {
    const { a, b } = draw({ rateA: 2, rateB: 2, change: { times: 0.25, both: false } });
    expect(sum(b, 700, 883) / sum(b, 517, 700)).toBeLessThan(0.4);
    expect(sum(a, 700, 883) / sum(a, 517, 700)).toBeGreaterThan(0.8);
  });
});

it('every kind has a name of its own and a record that can be drawn', () => {
  expect(new Set(MADE_KINDS.map(({ name }) => name)).size).toBe(MADE_KINDS.length);
  expect(MADE_KINDS.filter(({ group }) => group === 'no rule').length).toBeGreaterThanOrEqual(14);
  for (const { name, world } of MADE_KINDS) {
    const { a, b } = draw(world);
    expect(a, name).toHaveLength(world.days ?? 1096);
    expect(sum(a) * sum(b), name).toBeGreaterThan(0);
  }
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((all, pair) => all + pair[at], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

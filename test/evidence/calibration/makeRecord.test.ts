import { describe, expect, it } from 'vitest';
import { MADE_KINDS, makeRecord, type MadeWorld } from '../../../src/evidence/index.ts';
import { makeLogRates } from '../../../src/evidence/calibration/makeLogRates.ts';
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

  it('dates whole batches on their first day, and loses none', () => {
    const [plain, batches] = [draw({}), draw({ batchDays: 7 })];
    expect(sum(batches.b)).toBe(sum(plain.b));
    batches.b.forEach((count, t) => {
      if (t % 7 !== 0) expect(count).toBe(0);
    });
  });

  it('holds the acts that news bring, of the second side later where it is told later', () => {
    const news = { everyDays: 20, acts: 6, quickA: 0.7, quickB: 0.5 };
    const world = { days: 4000, rateA: 0.05, rateB: 0.05, ownA: 0, ownB: 0 };
    const { a, b } = draw({ ...world, news: { ...news, late: 2 } });
    expect(sum(a) / 4000).toBeCloseTo(0.35, 1);
    expect(sum(b) / 4000).toBeCloseTo(0.35, 1);
    const late = covarianceAt({ ...world, news: { ...news, late: 2 } }, 2, 2);
    expect(late).toBeGreaterThan(2 * covarianceAt({ ...world, news: { ...news, late: 2 } }, -2, 2));
    const once = { ...world, news: { ...news, late: 0 } };
    expect(covarianceAt(once, 0, 2)).toBeGreaterThan(covarianceAt(once, 2, 2));
  });

  it('rises by degrees in saw teeth and falls at once, every year anew in offensives', () => {
    const steps = (world: MadeWorld) => {
      const { a } = makeLogRates(world, 20_000, randomStream(7, 'made for a test', 0));
      return Float64Array.from(a.subarray(1), (rate, t) => rate - a[t]!);
    };
    const teeth = steps({ sawTeeth: true });
    expect(Math.max(...teeth)).toBeLessThan(0.21);
    expect(Math.min(...teeth)).toBeLessThan(-1.5);
    const offensives = steps({ offensives: { times: 6 } });
    expect(offensives.filter((step) => step > 1)).toHaveLength(55);
  });

  it('adds a second wave to the first', () => {
    const one = makeLogRates({ wave: { tau: 5, sd: 1 } }, 500, randomStream(7, 'made for a test', 0));
    const world = { wave: { tau: 5, sd: 1 }, secondWave: { tau: 100, sd: 1 } };
    const two = makeLogRates(world, 500, randomStream(7, 'made for a test', 0));
    const second = two.a.map((rate, t) => rate - one.a[t]!);
    const [jump, spread] = [second[1]! - second[0]!, Math.max(...second) - Math.min(...second)];
    expect(Math.abs(jump)).toBeLessThan(0.6);
    expect(spread).toBeGreaterThan(1);
    two.b.forEach((rate, t) => expect(rate).toBeCloseTo(two.a[t]!, 12));
  });

  it('keeps half of all events from the first claimed day on, of the bystanders too', () => {
    const [whole, half] = [draw({ rateA: 2 }), draw({ rateA: 2, losing: 0.5 })];
    for (const side of ['a', 'b', 'c'] as const) {
      expect(half[side].slice(0, 700)).toEqual(whole[side].slice(0, 700));
      expect(sum(half[side], 700) / sum(whole[side], 700)).toBeCloseTo(0.5, 0);
      expect(sum(half[side], 700)).toBeLessThan(0.65 * sum(whole[side], 700));
    }
  });

  it('loses them from another day on where that is named', () => {
    const [whole, half] = [draw({ rateA: 2 }), draw({ rateA: 2, losing: 0.5, losingFrom: 300 })];
    expect(half.a.slice(0, 300)).toEqual(whole.a.slice(0, 300));
    expect(sum(half.a, 300) / sum(whole.a, 300)).toBeCloseTo(0.5, 1);
  });

  it('holds rows of either side once more as the other side on the same day or the next', () => {
    const quiet = { days: 5000, rateA: 0.2, rateB: 0.001, ownA: 0, ownB: 0 };
    const [once, twice] = [draw(quiet), draw({ ...quiet, sidesSwapped: 0.5 })];
    expect((sum(twice.b) - sum(once.b)) / sum(once.a)).toBeCloseTo(0.5, 1);
    expect(covarianceAt({ ...quiet, sidesSwapped: 0.5 }, 1, 2)).toBeGreaterThan(0.04);
    expect(Math.abs(covarianceAt({ ...quiet, sidesSwapped: 0.5 }, 2, 2))).toBeLessThan(0.02);
  });

  it('holds news on which the first side acts several times and the second falls silent', () => {
    const quiet = { days: 5000, rateA: 0, rateB: 0.5, ownA: 0, ownB: 0 };
    const { a, b } = draw({ ...quiet, stilling: { everyDays: 50, times: 0, days: 5 } });
    const news = [...a.keys()].filter((day) => a[day]! > 0 && day + 5 < a.length);
    expect(news.length).toBeGreaterThan(50);
    for (const day of news) {
      expect(a[day]).toBeGreaterThan(1);
      expect(sum(b, day + 1, day + 6)).toBe(0);
    }
  });

  it('stills the bystanders too in a general calm alone', () => {
    const stilled = (all: boolean) => {
      const { c } = draw({ change: { times: 0.1, both: true, all } });
      return sum(c, 700, 883) / sum(c, 517, 700);
    };
    expect(stilled(true)).toBeLessThan(0.4);
    expect(stilled(false)).toBeGreaterThan(0.5);
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

import { describe, expect, it } from 'vitest';
import { goldenIsMissing, readNumbers } from '../../model/readGolden.ts';
import { changesIn, holdsDayUnder, holdsTrueDay, made, madeWithout, search } from './madeChanges.ts';

describe('findChanges', () => {
  it.skipIf(goldenIsMissing)(
    'finds 150 and 250 with an overdispersion of its own, and nothing in the other',
    () => {
      const golden = readNumbers('changepoints', 'data.csv');
      const two = changesIn(golden['nb_two_changes']!);
      expect(two.changes.map(({ day }) => day - 1000)).toEqual([150, 250]);
      for (const [index, truth] of [150, 250].entries()) {
        const { lower, upper } = two.changes[index]!;
        expect(lower - 1000).toBeLessThanOrEqual(truth);
        expect(upper - 1000).toBeGreaterThanOrEqual(truth);
      }
      expect(two.poissonChanges).toBe(3);
      expect(changesIn(golden['nb_no_change']!).changes).toEqual([]);
    },
  );

  it('adds the segments up to the whole, and states rates a day in a weekly record', () => {
    const counts = made(3, 200, (week) => (week < 120 ? 2 : 9));
    const { changes, segments } = changesIn(counts, { stepDays: 7 });
    expect(segments.reduce((sum, { events }) => sum + events, 0)).toBe(counts.reduce((a, b) => a + b, 0));
    expect(segments.reduce((sum, { recordedDays }) => sum + recordedDays, 0)).toBe(1400);
    expect(changes).toHaveLength(1);
    expect(Math.abs(changes[0]!.day - 1000 - 840)).toBeLessThan(35);
    expect(changes[0]!.rateBefore).toBeCloseTo(segments[0]!.events / segments[0]!.recordedDays, 10);
    expect(changes[0]!.rateAfter).toBeGreaterThan(1);
  });

  it('reads unrecorded days as no data: what stands there changes nothing, and calm there is no calm', () => {
    const recorded = new Uint8Array(900).map((_, day) => (day >= 400 && day < 600 ? 0 : 1));
    const steady = made(5, 900, () => 1);
    const hidden = steady.map((count, day) => (recorded[day] ? count : 0));
    expect(changesIn(hidden, { recorded }).changes).toEqual([]);
    expect(changesIn(hidden).changes.length).toBeGreaterThan(0);
    const flooded = steady.map((count, day) => (recorded[day] ? count : 50));
    expect(changesIn(flooded, { recorded })).toEqual(changesIn(hidden, { recorded }));
  });

  it('says where a change fell among unrecorded days', () => {
    const recorded = new Uint8Array(900).map((_, day) => (day >= 400 && day < 460 ? 0 : 1));
    const { changes } = changesIn(
      made(6, 900, (day) => (day < 430 ? 0.3 : 3)),
      { recorded },
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ day: 1460, lastBefore: 1399 });
  });

  it('gives the same bytes for the same seed, and only the intervals move with another', () => {
    const counts = made(7, 600, (day) => (day < 300 ? 0.5 : 1));
    expect(search(counts)).toEqual(search(counts));
    const [one, other] = [changesIn(counts, {}, 1), changesIn(counts, {}, 2)];
    expect(other.changes.map(({ day }) => day)).toEqual(one.changes.map(({ day }) => day));
  });

  it.each([
    ['too few days', new Float64Array(20).fill(1), /too few for two segments/],
    ['no event', new Float64Array(100), /no event/],
    ['no numbers', new Float64Array(100).fill(NaN), /no counts/],
    ['nothing at all', new Float64Array(0), /too few/],
  ])('%s: says why it was not searched', (_, counts, words) => {
    const found = search(counts);
    expect(found).toMatchObject({ kind: 'not searched' });
    expect(found.kind === 'not searched' && found.detail).toMatch(words);
  });

  it('rarely invents a change, and holds the true day in about nine intervals of ten', () => {
    const invented = Array.from({ length: 24 }, (_, seed) => madeWithout(seed, 365)).filter(
      (counts) => changesIn(counts).changes.length > 0,
    );
    expect(invented.length).toBeLessThanOrEqual(4);
    const held = Array.from({ length: 24 }, (_, seed) => holdsTrueDay(seed)).filter(Boolean);
    expect(held.length).toBeGreaterThanOrEqual(18);
  });

  it('widens the interval of a date where neighbouring days are alike', () => {
    // Half of these intervals missed the day when steps were drawn as independent.
    const wave = { tau: 30, deviation: 0.6 };
    const asked = Array.from({ length: 16 }, (_, seed) => holdsDayUnder({ wave }, 1000 + seed));
    expect(asked.filter((held) => held === true).length).toBeGreaterThanOrEqual(12);
  });
});

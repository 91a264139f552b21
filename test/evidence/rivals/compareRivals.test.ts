import { describe, expect, it } from 'vitest';
import { compareRivals } from '../../../src/evidence/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makePair } from '../makePair.ts';
import { answer, DAYS, makeRivals, threeStreams } from './madeRivals.ts';

const shift = (
  how: 'fewer' | 'more',
  over: Partial<Extract<ClaimTest, { kind: 'shift' }>> = {},
): ClaimTest => ({
  kind: 'shift',
  trigger: 's1',
  response: 's2',
  how,
  negated: false,
  days: 14,
  nested: null,
  ...over,
});
const noExtra: ClaimTest = {
  kind: 'noExtra',
  trigger: 's1',
  response: 's2',
  delay: { family: 'geometric', from: 1, to: 14 },
  nested: null,
};

describe('compareRivals', () => {
  it('tells a planted rule from one that is not there, whichever stands first', () => {
    const tests = { True: answer('s1', 's2'), False: answer('s3', 's2') };
    const streams = threeStreams(1, 0.8);
    const [forth] = compareRivals(makeRivals(streams, tests));
    const [back] = compareRivals(makeRivals(streams, { False: tests.False, True: tests.True }));
    expect(forth).toMatchObject({
      better: 'True',
      notComparable: null,
      blocks: 10,
      outcome: 'South attacks North',
    });
    expect(back?.better).toBe('True');
    expect(back?.difference?.estimate).toBeCloseTo(-(forth?.difference?.estimate ?? 0), 8);
    expect(forth?.overNone[0]?.lower).toBeGreaterThan(0);
    // The parts fit together: first over second is first over none less second over none.
    const [first, second] = forth?.overNone ?? [];
    expect((first?.estimate ?? 0) - (second?.estimate ?? 0)).toBeCloseTo(
      forth?.difference?.estimate ?? NaN,
      8,
    );
    expect(forth?.sentence).toContain('True predicts better on this record');
  });

  it('rarely prefers one of two rules that are not there', () => {
    const tests = { One: answer('s1', 's2'), Other: answer('s3', 's2') };
    const preferred = Array.from({ length: 6 }, (_, seed) =>
      compareRivals(makeRivals(threeStreams(seed + 50, 0), tests)),
    ).filter(([one]) => one?.better !== null);
    expect(preferred.length).toBeLessThanOrEqual(2);
  });

  it('gives a claim of the wrong direction, and one of no effect, the score of no rule', () => {
    const { a, b } = makePair(3, { days: DAYS, rhoAB: 0.8 });
    const lifted = makePair(3, { days: DAYS, rate: 0.1, rateB: 0.2, shift: { gamma: 0.5, days: 14 } });
    const [opposite] = compareRivals(
      makeRivals([lifted.a, lifted.b], { Rises: shift('more'), Falls: shift('fewer') }),
    );
    expect(opposite?.better).toBe('Rises');
    expect(opposite?.overNone[1]?.estimate).toBe(0);
    const [nothing] = compareRivals(makeRivals([a, b], { Answers: answer('s1', 's2'), Nothing: noExtra }));
    expect(nothing).toMatchObject({ better: 'Answers' });
    expect(nothing?.overNone[1]).toMatchObject({ estimate: 0, lower: 0, upper: 0 });
    expect(nothing?.sentence).not.toContain('Neither');
  });

  it('takes every two of more than two, in the order of the file', () => {
    const { a, b } = makePair(3, { days: DAYS });
    const pairs = compareRivals(makeRivals([a, b], { A: answer('s1', 's2'), B: shift('fewer'), C: noExtra }));
    expect(pairs.map(({ claims }) => claims)).toEqual([
      ['A', 'B'],
      ['A', 'C'],
      ['B', 'C'],
    ]);
  });

  const { a, b } = makePair(3, { days: DAYS });
  const total: ClaimTest = {
    kind: 'total',
    stream: 's2',
    quantity: { bound: null, value: 3, none: false },
    perDays: null,
    interval: { first: 0, last: 9 },
  };
  const together: ClaimTest = {
    kind: 'coMovement',
    stream: 's2',
    trend: 'rises',
    other: 's1',
    otherTrend: 'rises',
    days: 14,
  };
  it.each<[string, Record<string, ClaimTest>, RegExp]>([
    ['another outcome', { A: answer('s1', 's2'), B: answer('s2', 's1') }, /scores of different things/],
    ['a form without days', { A: answer('s1', 's2'), B: total }, /only claims that something follows/],
    ['one that looks ahead', { A: answer('s1', 's2'), B: together }, /days to come/],
  ])('%s: says why they cannot be compared', (_, tests, words) => {
    const [pair] = compareRivals(makeRivals([a, b], tests));
    expect(pair).toMatchObject({ difference: null, better: null, overNone: [] });
    expect(pair?.notComparable).toMatch(words);
    expect(pair?.sentence).toMatch(/cannot be compared/);
  });

  it('does not score on too few days or too few events', () => {
    const tests = { A: answer('s1', 's2'), B: noExtra };
    const early = { A: [{ first: 0, last: 500 }], B: [{ first: 450, last: 700 }] };
    expect(compareRivals(makeRivals([a, b], tests, early))[0]?.notComparable).toMatch(
      /recorded steps together/,
    );
    const rare = new Float64Array(DAYS);
    rare[500] = 3;
    expect(compareRivals(makeRivals([a, rare], tests))[0]?.notComparable).toMatch(/3 events .* too few/);
  });

  it('has nothing to say where the file names no rivals', () => {
    expect(compareRivals([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { groupLeftOut } from '../../src/report/groupLeftOut.ts';
import { splitReached } from '../../src/report/splitReached.ts';
import { splitSilent } from '../../src/report/splitSilent.ts';
import type { ShownEffect, ShownStream } from '../../src/report/index.ts';

const stream = (name: string, everRecorded: number, atLeastOne = 0.01) =>
  ({ stream: name, everRecorded, atLeastOne }) as ShownStream;

describe('patterns without an event', () => {
  const many = [stream('a', 0), stream('b', 3), stream('c', 0, 0.04), stream('d', 0), stream('e', 0)];

  it('are told together where they are many, with the largest chance among them', () => {
    const split = splitSilent({ streams: many, days: 30 });
    expect(split.shown.map((one) => one.stream)).toEqual(['b']);
    expect(split.silent).toHaveLength(4);
    expect(split.sentence).toBe(
      'Of 4 patterns the record has no event; what such a silence allows is one within these 30 days in at most 4 % of the futures, each.',
    );
  });

  it('keep their lines where they are few', () => {
    const split = splitSilent({ streams: many.slice(0, 3), days: 30 });
    expect(split).toMatchObject({ silent: [], sentence: null });
    expect(split.shown).toHaveLength(3);
  });
});

describe('patterns that a change does not reach', () => {
  const effect = (name: string, difference: number) =>
    ({ stream: name, effect: { difference, fewer: difference < 0 ? 1 : 0, more: 0 } }) as ShownEffect;
  const effects = [effect('a', 0), effect('b', -2), effect('c', 0), effect('d', 0), effect('e', 0)];

  it('are named in one sentence where they are many', () => {
    const { told, sentence } = splitReached(effects);
    expect(told.map((one) => one.stream)).toEqual(['b']);
    expect(sentence).toMatch(/\(4 patterns\): a; c; d; e\.$/);
  });

  it('are told one by one where they are few, as is an effect that is not told', () => {
    const untold = { ...effect('f', 0), effect: null };
    const { told, sentence } = splitReached([...effects.slice(0, 3), untold]);
    expect(told).toHaveLength(4);
    expect(sentence).toBeNull();
  });
});

it('what is left out is grouped by reason, each name once', () => {
  const leftOut = [
    { what: 'A', why: 'x' },
    { what: 'B', why: 'y' },
    { what: 'C', why: 'x' },
    { what: 'A', why: 'x' },
  ];
  expect(groupLeftOut(leftOut)).toEqual([
    { why: 'x', what: ['A', 'C'] },
    { why: 'y', what: ['B'] },
  ]);
});

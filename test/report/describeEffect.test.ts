import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/evidence/index.ts';
import { describeEffect, isRatio, isUnknown } from '../../src/report/describeEffect.ts';

const effect = (changes: Partial<Effect>): Effect => ({
  name: 'extra answers per trigger',
  estimate: 0.58,
  lower: 0.29,
  upper: 0.91,
  level: 0.9,
  unit: 'events per trigger event',
  ...changes,
});

describe('describeEffect', () => {
  it.each<[string, Partial<Effect>]>([
    ['0.58 events per trigger event, 90 % interval [0.29, 0.91]', {}],
    [
      '× 0.24, 90 % interval [0.11, –]',
      { name: 'rate ratio', unit: 'ratio of rates', estimate: 0.24, lower: 0.11, upper: null },
    ],
    ['96 % of triggers', { unit: 'share of triggers', estimate: 0.96, lower: null, upper: null }],
    ['25 to 28 killed', { unit: 'killed', estimate: null, lower: 25, upper: 28, level: 1 }],
    ['25 killed', { unit: 'killed', estimate: null, lower: 25, upper: 25, level: 1 }],
    ['12 attacks, or more', { unit: 'attacks', estimate: 12, lower: 12, upper: null, level: 1 }],
    ['12 attacks', { unit: 'attacks', estimate: 12, lower: 12, upper: 12, level: 1 }],
    ['–', { estimate: null, lower: null, upper: null }],
  ])('%s', (text, changes) => expect(describeEffect(effect(changes))).toBe(text));

  it('takes a rate ratio for a ratio and a branching ratio for a number of answers', () => {
    expect(isRatio(effect({ name: 'rate ratio after one trigger', unit: 'ratio of rates' }))).toBe(true);
    expect(isRatio(effect({ name: 'branching ratio' }))).toBe(false);
    expect(isUnknown(effect({ estimate: null }))).toBe(false);
  });
});

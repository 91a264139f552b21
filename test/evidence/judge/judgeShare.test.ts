/** The share of answered triggers: what is inside the claim, and what may be called supported. */
import { describe, expect, it } from 'vitest';
import { judgeShare } from '../../../src/evidence/judge/judgeShare.ts';
import type { Quantity } from '../../../src/language/index.ts';
import type { Finding } from '../../../src/evidence/index.ts';

const judge = (
  bound: Quantity['bound'],
  value: number,
  answered: number,
  byChance: number,
  answer: Finding,
) =>
  judgeShare(
    { bound, value, none: false } as Quantity,
    { triggers: 100, answered, byChance, incomplete: 0, sameDay: 0 },
    { trigger: 100, response: 200 },
    answer,
  );

describe('the share of answered triggers', () => {
  it('is supported inside the claim where the answer is', () => {
    expect(judge('at least', 80, 92, 40, 'supported')).toMatchObject({ finding: 'supported', reason: null });
  });

  it.each<Finding>(['not separable', 'too few events', 'contradicted', 'disputed'])(
    'is no stronger than an answer that is %s: dates at random, or a wave, bring many too',
    (answer) => {
      const verdict = judge('at least', 80, 92, 88, answer);
      expect(verdict).toMatchObject({ finding: 'not separable', reason: 'answer by itself' });
      expect(verdict.sentence).toContain('something else may bring that share');
    },
  );

  it('that is claimed to be small needs no answer', () => {
    expect(judge('at most', 20, 8, 10, 'too few events')).toMatchObject({ finding: 'supported' });
  });

  it('is contradicted outside the claim and untold across it, whatever the answer', () => {
    expect(judge('at least', 80, 50, 40, 'supported').finding).toBe('contradicted');
    expect(judge('at least', 80, 81, 40, 'supported').finding).toBe('too few events');
  });

  it('says nothing where nearly every window holds one', () => {
    expect(judge('at least', 80, 99, 97, 'supported')).toMatchObject({
      finding: 'not testable',
      reason: 'window always holds one',
    });
  });
});

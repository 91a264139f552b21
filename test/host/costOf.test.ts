import { expect, it } from 'vitest';
import { costOf } from '../../src/host/costOf.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { makeContext } from '../evidence/makeContext.ts';
import { makePair } from '../evidence/makePair.ts';

const delay = { family: 'uniform', from: 1, to: 7 } as const;
const answer = (trigger: string, response: string): ClaimTest => ({
  ...{ kind: 'answer', trigger, response, delay, share: null, nested: null },
});

it('takes an answer that may be there for far dearer than one that is not', () => {
  const { a, b } = makePair(1, { days: 2000, rhoAB: 0.5 });
  const calm = makePair(2, { days: 2000 });
  const cost = (pair: { a: Float64Array; b: Float64Array }, test: ClaimTest) =>
    costOf(makeContext(pair.a, pair.b, test));
  expect(cost({ a, b }, answer('s1', 's2'))).toBeGreaterThan(5 * cost(calm, answer('s1', 's2')));
});

it('adds up what a claim about several asks', () => {
  const { a, b } = makePair(2, { days: 2000 });
  const one = costOf(makeContext(a, b, answer('s1', 's2')));
  const members = ['here', 'there', 'elsewhere'].map((label) => ({ label, test: answer('s1', 's2') }));
  expect(costOf(makeContext(a, b, { kind: 'each', members }))).toBe(3 * one);
  expect(costOf(makeContext(a, b, { kind: 'untestable', of: 'intent', text: '' }))).toBe(0);
});

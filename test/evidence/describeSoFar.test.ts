/** What is told before all claims are judged is never taken back by the correction for the number of tests. */
import { describe, expect, it } from 'vitest';
import { describeSoFar, judgeClaim, type Judged, type Standing } from '../../src/evidence/index.ts';
import type { Claim } from '../../src/language/index.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { makeContext } from './makeContext.ts';
import { makePair } from './makePair.ts';

const { a, b } = makePair(3, { days: 300 });
const test: ClaimTest = {
  kind: 'change',
  stream: 's2',
  trend: 'falls',
  steadily: false,
  windows: [{ first: 150, last: 200 }],
  base: [{ first: 100, last: 149 }],
  baseText: 'the days before',
  comparison: null,
  by: null,
};
const context = makeContext(a, b, test);
const place = { start: 0, end: 1, line: 1, column: 1 };
const contexts = ['One', 'Two'].map((name) => {
  const claim = { ...context.claim, name, text: name, form: { kind: 'change' }, at: place };
  return { ...context, claim: claim as unknown as Claim };
});
const judged = judgeClaim(context);
/** Supported by a test of this p-value. */
function supported(pValue: number): Standing {
  const parts = judged.judgement.parts
    .slice(0, 1)
    .map((part) => ({ ...part, finding: 'supported' as const }));
  const made: Judged = {
    ...judged,
    judgement: { ...judged.judgement, parts, tests: [{ pValue, parts: [0] }] },
  };
  return { kind: 'judged', judged: made };
}
const waiting = (tests: number): Standing => ({ kind: 'waiting', tests });

describe('verdicts so far', () => {
  it('are told where no test to come can change them', () => {
    const found = describeSoFar(contexts, [supported(0.001), waiting(5)]);
    expect(found.waiting).toEqual(['Two']);
    expect(found.claims[0]?.parts[0]).toMatchObject({ finding: 'supported' });
    expect(found.claims[1]).toMatchObject({ name: 'Two', parts: [], figures: null });
  });

  it('wait where the tests to come could make too many', () => {
    const found = describeSoFar(contexts, [supported(0.01), waiting(5)]);
    expect(found.waiting).toEqual(['One', 'Two']);
    expect(found.claims[0]?.parts).toEqual([]);
    expect(describeSoFar(contexts, [supported(0.01), waiting(3)]).waiting).toEqual(['Two']);
  });
});

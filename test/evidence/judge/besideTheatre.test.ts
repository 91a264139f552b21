/** The rest of the theatre as a third stream: it may only veto, and only where there is enough of it on the judged days. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/evidence/index.ts';
import { theatreKey } from '../../../src/evidence/theatreKey.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';
import { makeTheatre } from '../wave/makeTheatre.ts';

const answer: ClaimTest = {
  kind: 'answer',
  trigger: 's1',
  response: 's2',
  delay: { family: 'geometric', from: 1, to: 14 },
  share: null,
  nested: null,
};

/** A wave reaches B three days late: without the bystanders, whom it moves with A, it passes for an answer. */
const late = makeTheatre({ days: 900, wave: { tau: 10, sd: 1.2, late: 3 } }, 8, 'late seen');

function judged(rest: Float64Array | null, over: { readonly recorded?: Uint8Array } = {}) {
  const theatre = rest && new Map([[theatreKey('s2', 's1'), { counts: rest, texts: ['West strikes East'] }]]);
  const part = judge(makeContext(late.a, late.b, answer, { ...over, ...(theatre ? { theatre } : {}) }))
    .parts[0];
  const guard = (name: string) => part?.guards.find((one) => one.name === name);
  return { part, rest: guard('rest of the theatre'), T1: guard('shared wave (T1)') };
}

describe('the rest of the theatre beside an answer', () => {
  const without = judged(null);
  const beside = judged(late.third.counts);

  it('is not asked where the file has no other pattern', () => {
    expect(without.T1).toMatchObject({ passed: true });
    expect(without.rest).toMatchObject({ passed: null, value: null });
    expect(without.rest?.detail).toContain('no other pattern');
  });

  it('shows a wave that reaches the answering side late, and leaves the other tests as they are', () => {
    expect(beside.part).toMatchObject({ finding: 'not separable', reason: 'rest of the theatre' });
    expect(beside.rest?.passed).toBe(false);
    expect(beside.rest?.detail).toMatch(/^used as a third stream .*: \d+ events of "West strikes East"; T1 /);
    expect(beside.T1).toEqual(without.T1);
  });

  it('says nothing where it is too sparse', () => {
    const few = new Float64Array(900);
    for (let day = 0; day < 19; day++) few[40 * day] = 1;
    expect(judged(few).rest).toMatchObject({ passed: null });
    expect(judged(few).rest?.detail).toContain('too few to show a wave: 19 events');
  });

  it('counts no event of unrecorded days', () => {
    const recorded = new Uint8Array(900).fill(1).fill(0, 800);
    const behind = new Float64Array(900).fill(1, 790, 850);
    expect(judged(behind, { recorded }).rest?.detail).toContain('10 events');
  });
});

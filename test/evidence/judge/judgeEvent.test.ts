import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/evidence/index.ts';
import type { Quantity } from '../../../src/language/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import type { Event } from '../../../src/record/index.ts';
import { makeContext, makeEvent } from '../makeContext.ts';

const day = 100;
const atLeast = (value: number): Quantity => ({ bound: 'at least', value, none: false });
function judgeDated(
  onDay: Event[],
  anyDay: Event[],
  over: Partial<Extract<ClaimTest, { kind: 'event' }>> = {},
) {
  const test: ClaimTest = {
    kind: 'event',
    stream: 's1',
    anyDay: 's2',
    date: { first: day, last: day },
    first: false,
    size: null,
    ...over,
  };
  const empty = new Float64Array(400);
  return judge(
    makeContext(empty, empty, test, {
      events: new Map([
        ['s1', onDay],
        ['s2', anyDay],
      ]),
    }),
  ).parts;
}

describe('dated events', () => {
  it('finds an event whose number of deaths differs from the claim: the Al-Qaim pattern', () => {
    const event = makeEvent('C025', day, { killedLow: 25, killedHigh: 25, killedSide: 'target' });
    const parts = judgeDated([event], [event], { size: { measure: 'killed', quantity: atLeast(50) } });
    expect(parts.map(({ part, finding, reason }) => [part, finding, reason])).toEqual([
      ['event', 'supported', null],
      ['total', 'disputed', 'numbers differ'],
    ]);
    expect(parts[1]?.sentence).toContain('25');
    expect(parts[1]?.sentence).toContain('target side');
  });

  it('takes a range of deaths for what it is', () => {
    const event = makeEvent('X', day, { killedLow: 40, killedHigh: 60 });
    const size = { measure: 'killed', quantity: atLeast(50) };
    expect(judgeDated([event], [event], { size })[1]?.finding).toBe('disputed');
    expect(judgeDated([event], [event], { size: { ...size, quantity: atLeast(40) } })[1]?.finding).toBe(
      'supported',
    );
  });

  it('does not read unstated deaths as none', () => {
    const event = makeEvent('X', day);
    const parts = judgeDated([event], [event], {
      size: { measure: 'killed', quantity: { bound: 'exactly', value: 0, none: true } },
    });
    expect(parts[1]).toMatchObject({ finding: 'not testable', reason: 'below threshold' });
  });

  it('never takes absence from a record that is no census for evidence', () => {
    const parts = judgeDated([], [makeEvent('NEAR', day + 2)]);
    expect(parts[0]).toMatchObject({ finding: 'not testable', reason: 'not found' });
    expect(parts[0]?.sentence).toContain('NEAR');
  });

  it('disputes an event whose doer nobody states', () => {
    const event = makeEvent('U', day, { attribution: 'unattributed' });
    expect(judgeDated([event], [event])[0]).toMatchObject({ finding: 'disputed', reason: 'doer not stated' });
  });

  it('contradicts "first" when an earlier event is on record', () => {
    const event = makeEvent('B', day);
    const parts = judgeDated([event], [makeEvent('A', day - 30), event], { first: true });
    expect(parts[1]).toMatchObject({ finding: 'contradicted', reason: 'earlier event' });
    // None earlier on a record that is no census shows nothing.
    expect(judgeDated([event], [event], { first: true })[1]?.finding).toBe('not testable');
  });

  it('says when the day is not covered', () => {
    const date = { first: 5000, last: 5000 };
    expect(judgeDated([], [], { date })[0]).toMatchObject({
      finding: 'not testable',
      reason: 'window not covered',
    });
  });
});

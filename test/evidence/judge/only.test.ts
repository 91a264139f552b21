/** `only during` and `only … after`: one event outside contradicts, none outside supports only what could have shown it. */
import { describe, expect, it } from 'vitest';
import { judge, type Reading } from '../../../src/evidence/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';

const LENGTH = 400;
const nothing = new Float64Array(LENGTH);
const on = (...days: number[]) => {
  const counts = new Float64Array(LENGTH);
  for (const day of days) counts[day] = 1;
  return counts;
};
const range = (from: number, to: number, every = 1) =>
  Array.from({ length: Math.ceil((to - from) / every) }, (_, index) => from + index * every);

const during: ClaimTest = {
  kind: 'onlyDuring',
  stream: 's2',
  period: 'Season',
  inside: [{ first: 0, last: 199 }],
  outside: [{ first: 200, last: 399 }],
};

describe('only during a period', () => {
  const verdict = (counts: Float64Array, over = {}) =>
    judge(makeContext(nothing, counts, during, over)).parts[0];

  it('is supported where the record could have shown events outside', () => {
    // 80 of 200 days hold one inside; a fifth of that rate is 16 days outside.
    expect(verdict(on(...range(0, 160, 2)))).toMatchObject({ part: 'rate', finding: 'supported' });
  });

  it('is contradicted by one event outside, which it names', () => {
    const one = verdict(on(...range(0, 160, 2), 300));
    expect(one).toMatchObject({ finding: 'contradicted' });
    expect(one?.sentence).toContain('1970-10-28');
  });

  it('says too few where hardly any were to be expected', () => {
    // 10 of 200 days: a fifth of that rate is 2 days outside.
    expect(verdict(on(...range(0, 200, 20)))).toMatchObject({
      finding: 'too few events',
      reason: 'few expected',
    });
  });

  it('counts days with events, not events: a burst on few days shows little', () => {
    const burst = new Float64Array(LENGTH);
    for (const day of range(0, 200, 20)) burst[day] = 50;
    expect(verdict(burst)).toMatchObject({ finding: 'too few events' });
  });

  it('is not settled by a record that is known to miss events', () => {
    expect(verdict(on(...range(0, 160, 2)), { thinned: true })).toMatchObject({
      finding: 'not testable',
      reason: 'record incomplete',
    });
  });

  it('does not take unrecorded days outside for calm ones', () => {
    const recorded = new Uint8Array(LENGTH).fill(1, 0, 210);
    expect(verdict(on(...range(0, 160, 2)), { recorded })).toMatchObject({ finding: 'too few events' });
  });

  it('is disputed where another reading finds one outside', () => {
    const context = makeContext(nothing, on(...range(0, 160, 2)), during);
    const other: Reading = {
      name: 'imprecise dates at their last day',
      about: 'days',
      panel: { ...context.panel, counts: [nothing, on(...range(0, 160, 2), 300)] },
    };
    const turned = judge({ ...context, readings: [other] }).parts[0];
    expect(turned).toMatchObject({ finding: 'disputed', reason: 'readings' });
    expect(turned?.sentence).toContain('imprecise dates at their last day');
  });
});

const after: ClaimTest = { kind: 'onlyAfter', stream: 's2', after: 's1', days: 5 };

describe('only within days after', () => {
  const triggers = range(20, 380, 40);
  const verdict = (counts: Float64Array, others = on(...triggers), over = {}) =>
    judge(makeContext(others, counts, after, over)).parts[0];

  it('is supported where random days would seldom all have fallen inside', () => {
    expect(verdict(on(...triggers.map((day) => day + 3)))).toMatchObject({
      part: 'timing',
      finding: 'supported',
    });
  });

  it('is contradicted by a day that follows none', () => {
    expect(verdict(on(...triggers.map((day) => day + 3), 50))).toMatchObject({ finding: 'contradicted' });
    // The sixth day after is outside a window of five.
    expect(verdict(on(26))).toMatchObject({ finding: 'contradicted' });
    expect(verdict(on(25))?.finding).not.toBe('contradicted');
  });

  it('takes the same day neither for nor against', () => {
    const same = verdict(on(...triggers));
    expect(same).toMatchObject({ finding: 'too few events' });
    expect(same?.sentence).toContain('9 fall on its day only');
  });

  it('leaves days out whose window is not recorded', () => {
    const recorded = new Uint8Array(LENGTH).fill(1);
    recorded[48] = 0;
    const context = verdict(on(...triggers.map((day) => day + 3), 50), on(...triggers), { recorded });
    expect(context?.finding).toBe('supported');
  });

  it('says nothing where nearly every day lies inside a window', () => {
    const dense = range(0, 400, 4);
    expect(verdict(on(...range(30, 400, 40)), on(...dense))).toMatchObject({
      finding: 'not testable',
      reason: 'window always holds one',
    });
  });

  it('does not count a burst inside one window as many separate days', () => {
    expect(verdict(on(21, 22, 23, 24, 25))).toMatchObject({ finding: 'too few events' });
  });
});

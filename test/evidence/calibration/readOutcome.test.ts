import { describe, expect, it } from 'vitest';
import { readOutcome, type Finding, type Guard, type Verdict } from '../../../src/evidence/index.ts';

const guard = (name: string, passed: boolean, value: number): Guard => ({ name, passed, value, detail: '' });

const verdict = (part: Verdict['part'], finding: Finding, over: Partial<Verdict> = {}): Verdict => ({
  part,
  finding,
  reason: finding === 'not separable' ? 'shared wave (T1)' : null,
  sentence: '',
  effect: null,
  power: null,
  events: { trigger: 1, response: 1 },
  guards: [],
  ...over,
});

const direction = (finding: Finding, plain = false) => {
  const guards = [guard('plain test of both sides', plain, 1)];
  return [verdict('timing', finding, { guards }), verdict('cause', finding, { guards })];
};

describe('one finding of a verdict', () => {
  it('is that of timing and cause', () => {
    expect(readOutcome(direction('not separable', true), 'when', {})).toEqual({
      claim: 'when',
      finding: 'not separable',
      reason: 'shared wave (T1)',
      plain: true,
      rival: true,
    });
  });

  it('is "supported" where any of them is', () => {
    const parts = [verdict('timing', 'disputed'), verdict('cause', 'supported')];
    expect(readOutcome(parts, 'when', {}).finding).toBe('supported');
  });

  it('passes over the part on who did it', () => {
    const parts = [...direction('disputed'), verdict('attribution', 'disputed')];
    expect(readOutcome(parts, 'when', {}).finding).toBe('disputed');
  });

  it('names a rival where a supported sentence does', () => {
    const named = verdict('cause', 'supported', {
      sentence: 'The strongest rival, a wave, fits worse by 4.',
    });
    expect(readOutcome([verdict('timing', 'supported'), named], 'when', {}).rival).toBe(true);
    expect(readOutcome(direction('supported'), 'when', {}).rival).toBe(false);
  });

  it('refuses a verdict without parts', () => {
    expect(() => readOutcome([], 'when', {})).toThrow('no part');
  });
});

describe('of an exchange', () => {
  const parts = (forth: Finding, back: Finding) => [...direction(forth, true), ...direction(back)];
  const finding = (forth: Finding, back: Finding, world: { rhoAB?: number; rhoBA?: number }) =>
    readOutcome(parts(forth, back), 'mutual', world);

  it('counts the weaker direction where both answer', () => {
    const both = { rhoAB: 0.3, rhoBA: 0.3 };
    expect(finding('supported', 'not separable', both).finding).toBe('not separable');
    expect(finding('supported', 'supported', both).finding).toBe('supported');
    expect(finding('supported', 'supported', both).plain).toBe(false);
  });

  it('counts a false "supported" of either direction where nobody answers', () => {
    expect(finding('too few events', 'supported', {}).finding).toBe('supported');
    expect(finding('supported', 'too few events', {}).finding).toBe('supported');
    expect(finding('too few events', 'too few events', {}).plain).toBe(true);
  });

  it('counts only the direction that is false where one side answers', () => {
    expect(finding('supported', 'too few events', { rhoAB: 0.3 }).finding).toBe('too few events');
    expect(finding('supported', 'too few events', { rhoBA: 0.3 }).finding).toBe('supported');
  });
});

describe('of a rate', () => {
  const rate = (estimate: number, value: number) =>
    verdict('rate', 'too few events', {
      guards: [guard('base test', value <= 0.05, value)],
      effect: { name: '', estimate, lower: null, upper: null, level: 0.9, unit: '' },
    });

  it('passes the plain test only on the claimed side', () => {
    expect(readOutcome([rate(0.5, 0.01)], 'fewer', {}).plain).toBe(true);
    expect(readOutcome([rate(0.5, 0.01)], 'falls', {}).plain).toBe(true);
    expect(readOutcome([rate(0.5, 0.01)], 'more', {}).plain).toBe(false);
    expect(readOutcome([rate(1.5, 0.01)], 'more', {}).plain).toBe(true);
    expect(readOutcome([rate(0.5, 0.2)], 'fewer', {}).plain).toBe(false);
  });

  it('is the weaker direction of a truce', () => {
    const truce = [verdict('rate', 'supported'), verdict('rate', 'too few events')];
    expect(readOutcome(truce, 'truce', {}).finding).toBe('too few events');
  });
});

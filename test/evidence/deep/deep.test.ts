/** The deep check: what is drawn for, how the parts of a bootstrap add up, and what it does to a finding. */
import { describe, expect, it } from 'vitest';
import {
  applyDeep,
  bootstrapWave,
  correctMultiplicity,
  countAsLarge,
  decideWave,
  planDeep,
  type Judgement,
  type Verdict,
} from '../../../src/evidence/index.ts';
import { makeRecord } from '../wave/makeRecord.ts';

const pair = makeRecord({ rhoAB: 0.9, days: 150, rateA: 0.5 }, 2, 'a short rule');
const wave = { pair, options: {}, likelihoodRatio: 8 };

function judgement(finding: Verdict['finding'], over: Partial<Judgement['tests'][number]> = {}): Judgement {
  const part = {
    part: 'timing',
    finding,
    reason: null,
    sentence: 'So it is.',
    effect: null,
    power: null,
  } as const;
  const verdict: Verdict = { ...part, events: { trigger: 1, response: 1 }, guards: [] };
  return { parts: [verdict], figures: null, tests: [{ pValue: 0.01, parts: [0], waves: [wave], ...over }] };
}

describe('a deep check', () => {
  it('draws for what is supported, and for nothing else', () => {
    const plan = planDeep([judgement('supported'), judgement('not separable'), judgement('disputed')], 99);
    expect(plan.waves).toHaveLength(1);
    expect(plan.draws).toBe(99);
    expect(plan.pieces.map(({ from, to }) => to - from).reduce((a, b) => a + b, 0)).toBe(99);
  });

  it('draws as many as the correction for the number of tests needs', () => {
    const many = Array.from({ length: 12 }, () => judgement('supported'));
    const { draws } = planDeep(many, 99);
    // The smallest p is then 1/240, twelve times that is 5 %.
    expect(draws).toBe(239);
    const none = many.map(() => 0);
    const found = correctMultiplicity(
      applyDeep(
        many.map((one) => ({ ...one, tests: one.tests.map((t) => ({ ...t, pValue: 1e-4 })) })),
        none,
        draws,
      ),
    );
    expect(found.map(({ parts }) => parts[0]?.finding)).toEqual(many.map(() => 'supported'));
  });

  it('leaves supported what few drawn records match, with a guard line and the larger p', () => {
    const [one] = applyDeep([judgement('supported', { pValue: 0.001 })], [3], 199);
    expect(one?.parts[0]).toMatchObject({ finding: 'supported' });
    expect(one?.parts[0]?.guards).toMatchObject([{ name: 'wave bootstrap', passed: true, value: 0.02 }]);
    expect(one?.tests[0]?.pValue).toBe(0.02);
  });

  it('is not separable from the wave where more than 5 % match', () => {
    const [one] = applyDeep([judgement('supported')], [10], 199);
    expect(one?.parts[0]).toMatchObject({ finding: 'not separable', reason: 'wave bootstrap' });
    expect(one?.parts[0]?.sentence).toContain('10 of 199 records');
  });

  it('counts each wave once where several stand behind one test, and the worst decides', () => {
    const both = judgement('supported', { waves: [wave, { ...wave, likelihoodRatio: 9 }] });
    const [skipped, one] = applyDeep([judgement('not separable'), both], [0, 40], 199);
    expect(skipped?.parts[0]?.guards).toEqual([]);
    expect(one?.parts[0]).toMatchObject({ finding: 'not separable' });
    expect(one?.tests[0]?.pValue).toBe(0.205);
  });

  it('gives the same count in one piece and in two', () => {
    const decision = decideWave(pair, { power: false });
    const asked = { pair, options: {}, likelihoodRatio: decision.wave!.likelihoodRatio / 6 };
    const whole = countAsLarge(asked, 7, 0, 4);
    expect(countAsLarge(asked, 7, 2, 4) + countAsLarge(asked, 7, 0, 2)).toBe(whole);
    const strict = bootstrapWave(pair, decision, 4, 7)!;
    expect(strict.asLarge).toBe(
      countAsLarge({ ...asked, likelihoodRatio: decision.wave!.likelihoodRatio }, 7, 0, 4),
    );
  });
});

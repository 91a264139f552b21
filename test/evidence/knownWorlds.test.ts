import { describe, expect, it } from 'vitest';
import { judge, type JudgeContext, type Verdict } from '../../src/evidence/index.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { makeContext } from './makeContext.ts';
import { makePair, type MadePair } from './makePair.ts';

const delay = { family: 'geometric', from: 1, to: 14 };
const forward = { trigger: 's1', response: 's2' } as const;
const answer: ClaimTest = { kind: 'answer', ...forward, delay, share: null, nested: null };
const answerBack: ClaimTest = {
  kind: 'answer',
  trigger: 's2',
  response: 's1',
  delay,
  share: null,
  nested: null,
};
const noExtra: ClaimTest = { kind: 'noExtra', ...forward, delay, nested: null };

function verdicts(
  seed: number,
  made: MadePair,
  test: ClaimTest,
  over: Partial<JudgeContext> = {},
): readonly Verdict[] {
  const { a, b } = makePair(seed, made);
  return judge(makeContext(a, b, test, over)).parts;
}
const findings = (parts: readonly Verdict[]): string[] => parts.map(({ finding }) => finding);

describe('worlds with a rule', () => {
  it('a planted answer, one way, is supported in timing and cause; its size lies in the interval', () => {
    const [timing, cause] = verdicts(2, { days: 1096, rate: 0.12, rhoAB: 0.6 }, answer);
    expect([timing?.finding, cause?.finding]).toEqual(['supported', 'supported']);
    expect(timing?.events.trigger).toBeGreaterThan(60);
    expect(timing?.effect?.lower).toBeGreaterThan(0.1);
    expect(timing?.effect?.lower).toBeLessThan(0.6);
    expect(timing?.effect?.upper).toBeGreaterThan(0.6);
    expect(timing?.guards.filter(({ passed }) => passed === false)).toEqual([]);
  });

  it('two sides that answer each other are supported both ways', () => {
    const world = { days: 1096, rhoAB: 0.45, rhoBA: 0.45 };
    expect(findings(verdicts(2, world, answer))).toEqual(['supported', 'supported']);
    expect(findings(verdicts(2, world, answerBack))).toEqual(['supported', 'supported']);
  });

  it('an answer contradicts "no extra"', () => {
    const [timing] = verdicts(2, { days: 1096, rate: 0.12, rhoAB: 0.6 }, noExtra);
    expect(timing).toMatchObject({ part: 'timing', finding: 'contradicted' });
  });
});

describe('worlds without the rule', () => {
  it.each([11, 12, 13, 14, 15])('independent streams are never supported (seed %i)', (seed) => {
    expect(findings(verdicts(seed, { days: 1096, rate: 0.15 }, answer))).not.toContain('supported');
  });

  it.each([1, 2])('a wave of 30 days shared by both is not separable (seed %i)', (seed) => {
    const [timing] = verdicts(seed, { days: 1096, wave: { tau: 30, deviation: 1 } }, answer);
    expect(timing).toMatchObject({ finding: 'not separable' });
    expect(timing?.reason).toMatch(/^shared wave/);
    expect(timing?.sentence).toMatch(/wave|rise and fall/);
  });

  it.each([1, 22])(
    'more than chance, yet not enough beside a wave: the threshold of T1 decides (seed %i)',
    (seed) => {
      const [timing] = verdicts(seed, { days: 600, rate: 0.2, wave: { tau: 10, deviation: 1 } }, answer);
      expect(timing).toMatchObject({ finding: 'not separable', reason: 'shared wave (T1)' });
      const T1 = timing?.guards.find(({ name }) => name === 'shared wave (T1)');
      expect(T1?.passed).toBe(false);
      expect(T1?.value).toBeGreaterThan(3.5);
      expect(T1?.value).toBeLessThan(5);
      expect(timing?.guards.filter(({ passed }) => passed === false)).toEqual([T1]);
    },
  );

  it.each([1, 2, 3])('a rule the other way round supports nothing this way (seed %i)', (seed) => {
    const world = { days: 1096, rate: 0.15, rhoBA: 0.6 };
    expect(findings(verdicts(seed, world, answer))).not.toContain('supported');
  });

  it('thousands of triggers and no answer support "no extra" and contradict the answer', () => {
    const world = { days: 2500, rate: 1.2, rateB: 0.3, psi: 0.1, self: 0.05 };
    const [absent] = verdicts(1, world, noExtra);
    expect(absent).toMatchObject({ finding: 'supported', reason: 'equivalence' });
    expect(absent?.power?.power).toBeGreaterThan(0.8);
    expect(findings(verdicts(1, world, answer))).toEqual(['contradicted', 'contradicted']);
  });

  it('few triggers support neither an answer nor its absence', () => {
    const world = { days: 500, rate: 0.03, rateB: 0.05 };
    expect(verdicts(1, world, answer)[0]?.finding).toBe('too few events');
    expect(verdicts(1, world, noExtra)[0]?.finding).toBe('too few events');
  });

  it('twelve of twelve triggers followed by one say nothing where every window holds one', () => {
    const { b } = makePair(3, { days: 600, rate: 1.2 });
    const a = new Float64Array(600);
    for (let k = 0; k < 12; k++) a[20 + 45 * k] = 1;
    const share = { bound: 'at least', value: 90, none: false } as const;
    const parts = judge(makeContext(a, b, { ...answer, share })).parts;
    expect(parts[0]).toMatchObject({ finding: 'not separable', reason: 'window always holds one' });
    expect(parts[0]?.sentence).toContain('12 of 12');
    expect(parts.find(({ part }) => part === 'share')).toMatchObject({
      finding: 'not testable',
      reason: 'window always holds one',
    });
  });
});

describe('guards that turn a finding', () => {
  const world = { days: 1096, rate: 0.12, rhoAB: 0.6 };

  it('a record that favours quick answers cannot show one', () => {
    const over = { answersOversampled: 'It was collected by looking for exchanges.' };
    const [timing] = verdicts(2, world, answer, over);
    expect(timing).toMatchObject({ finding: 'not separable', reason: 'how the record was collected' });
  });

  it('a reading of who did it that leaves nothing makes it disputed, and says on whom it turns', () => {
    const { a, b } = makePair(2, world);
    const base = makeContext(a, b, answer);
    const others = makePair(78, world).a;
    const panel = { ...base.panel, counts: [others, b] };
    const parts = judge({
      ...base,
      readings: [{ name: 'only events whose doer is stated or claimed', about: 'doers', panel }],
    }).parts;
    expect(findings(parts)).toEqual(['disputed', 'disputed', 'disputed']);
    expect(parts[2]).toMatchObject({ part: 'attribution', reason: 'doer contested' });
    expect(parts[2]?.sentence).toContain('only events whose doer is stated or claimed');
  });

  it('a reading of the dates that leaves nothing is disputed too, but not on who did it', () => {
    const { a, b } = makePair(2, world);
    const base = makeContext(a, b, answer);
    const panel = { ...base.panel, counts: [makePair(78, world).a, b] };
    const parts = judge({
      ...base,
      readings: [{ name: 'imprecise dates at their first day', about: 'days', panel }],
    }).parts;
    expect(parts.map(({ part, finding }) => `${part} ${finding}`)).toEqual([
      'timing disputed',
      'cause disputed',
    ]);
  });

  it('one month that carries everything supports nothing (`guards.test.ts` names the month)', () => {
    const { a, b } = makePair(5, { days: 900, rate: 0.06, self: 0 });
    // Days 395 to 425 are one month: eleven triggers, each answered on days four, six and eight after it.
    for (let day = 396; day < 418; day += 2) {
      a[day] = 1;
      for (const late of [4, 6, 8]) b[day + late] = (b[day + late] ?? 0) + 1;
    }
    const [timing] = judge(makeContext(a, b, answer)).parts;
    expect(timing?.finding).not.toBe('supported');
  });

  it('answers on the first two days alone look like one incident recorded twice', () => {
    const { a, b } = makePair(8, { days: 1096, rate: 0.08, self: 0, codedTwice: 0.9 });
    const [timing] = judge(makeContext(a, b, answer)).parts;
    expect(timing?.finding).toBe('not separable');
    expect(timing?.guards.find(({ name }) => name === 'beyond the first two days')?.passed).toBe(false);
  });
});

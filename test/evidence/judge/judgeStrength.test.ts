/** Strengths compared: a rule that weakened, one that did not, and a wave that only looks like one. */
import { describe, expect, it } from 'vitest';
import { judge, makeRecord, type Judgement, type MadeWorld } from '../../../src/evidence/index.ts';
import { judgeStrength } from '../../../src/evidence/judge/judgeStrength.ts';
import { theatreKey } from '../../../src/evidence/theatreKey.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair } from '../makePair.ts';

const delay = { family: 'geometric', from: 1, to: 14 };
const answer: ClaimTest = { kind: 'answer', trigger: 's1', response: 's2', delay, share: null, nested: null };
const DAYS = 1600;
const early = [{ first: 0, last: DAYS / 2 - 1 }];
const late = [{ first: DAYS / 2, last: DAYS - 1 }];

const compare = (how: 'stronger' | 'weaker' | 'different', test = answer): ClaimTest => ({
  kind: 'strength',
  how,
  first: { label: 'Rule during Early', claim: 'Rule', test, days: early },
  second: { label: 'Rule on other days', claim: 'Rule', test, days: late },
});

/** Two records end to end: strong answers, then none. */
function weakening() {
  const strong = makePair(2, { days: DAYS / 2, rate: 0.2, rhoAB: 0.9 });
  const none = makePair(3, { days: DAYS / 2, rate: 0.2 });
  return [Float64Array.from([...strong.a, ...none.a]), Float64Array.from([...strong.b, ...none.b])] as const;
}

describe('a rule that weakened', () => {
  const [a, b] = weakening();
  const verdict = (how: 'stronger' | 'weaker' | 'different') => judge(makeContext(a, b, compare(how)));

  it('was stronger and different, and not weaker', () => {
    expect(verdict('stronger').parts).toMatchObject([{ part: 'rate', finding: 'supported' }]);
    expect(verdict('different').parts).toMatchObject([{ finding: 'supported' }]);
    expect(verdict('weaker').parts).toMatchObject([
      { finding: 'contradicted', reason: 'opposite direction' },
    ]);
  });

  it('is one test of the file, with an interval that holds the true difference', () => {
    const { parts, tests } = verdict('stronger');
    expect(tests).toHaveLength(1);
    expect(tests[0]?.pValue).toBeLessThan(0.05);
    expect(parts[0]?.effect?.lower).toBeLessThan(0.9);
    expect(parts[0]?.effect?.upper).toBeGreaterThan(0.9);
  });
});

it('an unchanged rule is not called different', () => {
  const { a, b } = makePair(5, { days: DAYS, rate: 0.2, rhoAB: 0.6 });
  const [verdict] = judge(makeContext(a, b, compare('different'))).parts;
  expect(verdict?.finding).toBe('too few events');
});

it('a wave in one period only is no stronger rule', () => {
  const wave = makePair(2, { days: DAYS / 2, wave: { tau: 10, deviation: 1.2 } });
  const calm = makePair(3, { days: DAYS / 2 });
  const a = Float64Array.from([...wave.a, ...calm.a]);
  const b = Float64Array.from([...wave.b, ...calm.b]);
  const [verdict] = judge(makeContext(a, b, compare('stronger'))).parts;
  expect(verdict).toMatchObject({ finding: 'not separable', reason: 'each strength by itself' });
});

describe('strengths beside a wave', () => {
  const [a, b] = weakening();
  const context = makeContext(a, b, compare('stronger'));
  const made = judge(makeContext(a, b, answer));
  const side = (rho: number, besideWave?: { rho: number; likelihoodRatio: number }): Judgement => ({
    ...made,
    tests: [{ pValue: 0.001, parts: [0, 1], ...(besideWave && { besideWave }) }],
    parts: made.parts.map((part) => ({
      ...part,
      finding: rho > 0.5 ? 'supported' : 'too few events',
      effect: part.effect && {
        ...part.effect,
        estimate: rho,
        lower: Math.max(0, rho - 0.2),
        upper: rho + 0.2,
      },
    })),
  });
  const decide = (stronger: Judgement, weaker: Judgement) => {
    const test = compare('stronger');
    if (test.kind !== 'strength') throw new Error('the made test is no comparison');
    const judged = judgeStrength(test, context, ({ claimPlan }) =>
      claimPlan.days === early ? stronger : weaker,
    );
    return judged.parts[0];
  };
  it.each([
    ['a wave explains what the stronger is more', { rho: 0.4, likelihoodRatio: 9 }, 'not separable'],
    ['the stronger is as strong beside it', { rho: 0.9, likelihoodRatio: 60 }, 'supported'],
  ] as const)('%s', (_, besideWave, finding) => {
    const verdict = decide(side(0.9, besideWave), side(0.2));
    expect(verdict?.finding).toBe(finding);
    const guard = verdict?.guards.find(({ name }) => name === 'strengths beside a wave');
    expect(guard?.passed).toBe(finding === 'supported');
    if (finding !== 'supported') expect(verdict?.reason).toBe('strengths beside a wave');
  });

  it('take the weaker one beside its wave, too, where one was fitted', () => {
    const stronger = side(0.9, { rho: 0.7, likelihoodRatio: 49 });
    expect(decide(stronger, side(0.45))?.finding).toBe('not separable');
    expect(decide(stronger, side(0.45, { rho: 0.1, likelihoodRatio: 1 }))?.finding).toBe('supported');
  });
});

describe('a rule that stayed while less was recorded', () => {
  const world = { days: DAYS, rateA: 0.15, rateB: 0.1, rhoAB: 1 };
  const lost = { ...world, losing: 0.3, losingFrom: DAYS / 2 };
  const judged = (made: MadeWorld, bystanders: boolean) => {
    const { a, b, c } = makeRecord(made, randomStream(5, 'strengths', 0));
    const theatre = new Map(bystanders ? [[theatreKey('s2'), { counts: c, texts: [] }]] : []);
    return judge(makeContext(a, b, compare('stronger'), { theatre })).parts[0]!;
  };

  it('is not told from a weaker one where the rest of the record grew fewer alike', () => {
    const part = judged(lost, true);
    expect(part).toMatchObject({ finding: 'not separable', reason: 'rest of the record' });
    expect(part.sentence).toMatch(/\d+ other events changed to [2-5]\.\d\d times/);
  });

  it('is named as what stays open where nothing else is recorded', () => {
    const part = judged(lost, false);
    expect(part.finding).toBe('supported');
    expect(part.sentence).toMatch(/A change in how much was recorded would look the same\.$/);
  });

  it('is told from one that did weaken, whether as much was recorded or less', () => {
    const weaker = { ...world, lateRhoAB: 0 };
    expect(judged(weaker, true).sentence).toContain('only if it spared the rest of the record');
    expect(judged(weaker, true).finding).toBe('supported');
    expect(judged({ ...weaker, losing: 0.6, losingFrom: DAYS / 2 }, true).finding).toBe('supported');
  });

  it('is not asked of strengths of the same days', () => {
    const { a, b } = makeRecord(lost, randomStream(5, 'strengths', 0));
    const test = compare('stronger');
    if (test.kind !== 'strength') throw new Error('the made test is no comparison');
    const same = { ...test, second: { ...test.second, test: { ...answer, response: 's1' }, days: early } };
    const part = judge(makeContext(a, b, same)).parts[0]!;
    expect(part.guards.map(({ name }) => name)).not.toContain('rest of the record');
  });
});

it('strengths of different kinds are not subtracted', () => {
  const change: ClaimTest = {
    kind: 'change',
    stream: 's2',
    trend: 'falls',
    steadily: false,
    windows: late,
    base: early,
    baseText: 'the days before',
    comparison: null,
    by: null,
  };
  const [a, b] = weakening();
  const mixed = compare('stronger');
  if (mixed.kind !== 'strength') throw new Error('the made test is no comparison');
  const test: ClaimTest = { ...mixed, second: { ...mixed.second, claim: 'Change', test: change } };
  expect(judge(makeContext(a, b, test)).parts[0]).toMatchObject({
    finding: 'not testable',
    reason: 'below threshold',
  });
});

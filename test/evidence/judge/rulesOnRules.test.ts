/** Mutual answers, and rules with a condition on top of a plain rule. */
import { describe, expect, it } from 'vitest';
import { judge, type JudgeContext } from '../../../src/evidence/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair } from '../makePair.ts';

const delay = { family: 'geometric', from: 1, to: 14 };

describe('answering each other', () => {
  const mutual: ClaimTest = { kind: 'mutual', first: 's1', second: 's2', delay };

  it('is supported in both directions where both hold, each told by its own sentence', () => {
    const { a, b } = makePair(2, { days: 1096, rhoAB: 0.45, rhoBA: 0.45 });
    const { parts, tests } = judge(makeContext(a, b, mutual));
    expect(parts.map(({ part, finding }) => `${part} ${finding}`)).toEqual([
      'timing supported',
      'cause supported',
      'timing supported',
      'cause supported',
    ]);
    expect(parts[0]?.sentence).toContain('"South attacks North" after "North strikes South"');
    expect(parts[2]?.sentence).toContain('"North strikes South" after "South attacks North"');
    expect(tests.map((test) => test.parts)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('is not both where only one side answers', () => {
    const { a, b } = makePair(2, { days: 1096, rate: 0.12, rhoAB: 0.6 });
    const { parts } = judge(makeContext(a, b, mutual));
    expect(parts[0]?.finding).toBe('supported');
    expect(parts[2]?.finding).not.toBe('supported');
  });
});

/** A third stream beside the pair: the condition, or the dead of each trigger. */
function withThird(a: Float64Array, b: Float64Array, third: Float64Array, test: ClaimTest): JudgeContext {
  const context = makeContext(a, b, test);
  const [first] = context.plan.streams;
  if (!first) throw new Error('the made plan has no stream');
  const streams = [...context.plan.streams, { ...first, id: 's3', text: 'West strikes anyone' }];
  return {
    ...context,
    plan: { ...context.plan, streams },
    facts: new Map([...context.facts, ['s3', { total: 1, tooCoarse: 0 }]]),
    panel: { ...context.panel, streams: ['s1', 's2', 's3'], counts: [a, b, third] },
  };
}

const DAYS = 1461;

/** Triggers at random; answers only to those for which `counts` says so, a few days later. */
function makeConditional(seed: number, strength: (day: number, third: Float64Array) => number) {
  const random = randomStream(seed, 'conditional answers', 0);
  const a = new Float64Array(DAYS);
  const b = new Float64Array(DAYS);
  const third = new Float64Array(DAYS);
  for (let day = 0; day < DAYS; day++) {
    if (random.uniform() < 0.12) a[day] = 1;
    // The condition holds in half of the time, in stretches of 60 days.
    if (Math.floor(day / 60) % 2 === 0 && random.uniform() < 0.3) third[day] = 1;
    b[day] = (b[day] ?? 0) + random.poisson(0.06);
    const answers = a[day] ? random.poisson(strength(day, third)) : 0;
    for (let answer = 0; answer < answers; answer++) {
      const later = day + 1 + Math.floor(random.uniform() * 4);
      if (later < DAYS) b[later] = (b[later] ?? 0) + 1;
    }
  }
  return { a, b, third };
}

const recent = (day: number, third: Float64Array) => {
  let sum = 0;
  for (let back = 1; back <= 30; back++) sum += third[day - back] ?? 0;
  return sum;
};

const whileRule: ClaimTest = {
  kind: 'answer',
  trigger: 's1',
  response: 's2',
  delay,
  share: null,
  nested: { kind: 'while', stream: 's3', quantity: { bound: 'at least', value: 3, none: false }, days: 30 },
};

describe('a rule that holds only while', () => {
  it('is supported where answers come under the condition only', () => {
    const { a, b, third } = makeConditional(1, (day, other) => (recent(day, other) >= 3 ? 1 : 0));
    const [timing] = judge(withThird(a, b, third, whileRule)).parts;
    expect(timing?.finding).toBe('supported');
    expect(timing?.guards.find(({ name }) => name === 'beside the plain rule')?.passed).toBe(true);
  });

  it('is only a second name where every trigger is answered alike', () => {
    const { a, b, third } = makeConditional(1, () => 1);
    const [timing] = judge(withThird(a, b, third, whileRule)).parts;
    expect(timing).toMatchObject({ finding: 'not separable', reason: 'beside the plain rule' });
  });

  it('has nothing to say where no trigger meets the condition', () => {
    const { a, b } = makeConditional(1, () => 1);
    const [timing] = judge(withThird(a, b, new Float64Array(DAYS), whileRule)).parts;
    expect(timing).toMatchObject({ finding: 'not testable', reason: 'antecedent never occurred' });
  });
});

describe('a rule graded by the dead', () => {
  const graded: ClaimTest = { ...whileRule, nested: { kind: 'graded', measure: 'killed', stream: 's3' } };
  /** Dead of each trigger: none or ten; `perDead` answers for each ten, one for the rest where it is even. */
  const world = (even: boolean) => {
    const random = randomStream(3, 'dead of triggers', 0);
    const dead = new Float64Array(DAYS).map(() => (random.uniform() < 0.3 ? 10 : 0));
    const { a, b } = makeConditional(3, (day) => (even ? 1 : (dead[day] ?? 0) / 5));
    return { a, b, third: dead.map((count, day) => (a[day] ? count : 0)) };
  };

  it('is supported where the deadlier triggers are answered and the others are not', () => {
    const { a, b, third } = world(false);
    const [timing] = judge(withThird(a, b, third, graded)).parts;
    expect(timing?.guards.find(({ name }) => name === 'beside the plain rule')).toMatchObject({
      passed: true,
    });
    expect(timing?.finding).toBe('supported');
  });

  it('is only a second name where all triggers are answered alike', () => {
    const { a, b, third } = world(true);
    const [timing] = judge(withThird(a, b, third, graded)).parts;
    expect(timing?.finding).not.toBe('supported');
  });
});

describe('a condition that something slow brings along', () => {
  /** Sixty calm days, sixty wild ones: what a level moves is the response, the dead and the condition; every trigger is answered alike. */
  function underLevel(seed: number) {
    const random = randomStream(seed, 'a level that moves all', 0);
    const [a, b, third, dead] = Array.from({ length: 4 }, () => new Float64Array(DAYS)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let day = 0; day < DAYS; day++) {
      const level = Math.floor(day / 60) % 2 ? 3 : 0.3;
      if (random.uniform() < 0.12) {
        a[day] = 1;
        dead[day] = random.poisson(4 * level);
      }
      third[day] = random.poisson(0.12 * level);
      b[day]! += random.poisson(0.12 * level);
      const answers = a[day] ? random.poisson(1) : 0;
      for (let answer = 0; answer < answers; answer++) {
        const later = day + 1 + Math.floor(random.uniform() * 4);
        if (later < DAYS) b[later]! += 1;
      }
    }
    return { a, b, third, dead };
  }
  const { a, b, third, dead } = underLevel(3);

  it('adds nothing where days under it hold more responses, triggers or not', () => {
    const [timing] = judge(withThird(a, b, third, whileRule)).parts;
    expect(timing).toMatchObject({ finding: 'not separable', reason: 'beside the plain rule' });
  });

  it('adds nothing where triggers are deadlier just when there is more of everything', () => {
    const graded: ClaimTest = { ...whileRule, nested: { kind: 'graded', measure: 'killed', stream: 's3' } };
    const [timing] = judge(withThird(a, b, dead, graded)).parts;
    expect(timing).toMatchObject({ finding: 'not separable', reason: 'beside the plain rule' });
  });
});

describe('acts that the record gives to nobody', () => {
  const { a, b } = makeConditional(1, () => 1);
  // None of those that come within four days of a trigger.
  const named = b.map((count, day) => (a.slice(Math.max(0, day - 4), day).some(Boolean) ? 0 : count));
  const busy = new Float64Array(DAYS).fill(1);
  const [s1, s2] = ['s1', 's2'];
  const rules: readonly [string, ClaimTest][] = [
    ['an answer', { ...whileRule, nested: null }],
    ['one direction of an exchange', { kind: 'mutual', first: s1!, second: s2!, delay }],
    [
      'a denial under a condition',
      {
        kind: 'noExtra',
        trigger: 's1',
        response: 's2',
        delay,
        nested: {
          kind: 'while',
          stream: 's3',
          quantity: { bound: 'at least', value: 3, none: false },
          days: 30,
        },
      },
    ],
  ];

  it.each(rules)('hide no answer unseen: %s', (_, test) => {
    const own = withThird(a, named, busy, test);
    const panel = { ...own.panel, counts: [a, b, busy] };
    const reading = { name: 'events without a named doer counted too', about: 'doers', panel } as const;
    const { parts } = judge({ ...own, readings: [reading] });
    expect(judge(own).parts[0]?.finding).not.toBe('disputed');
    expect(parts[0]).toMatchObject({ finding: 'disputed', reason: 'readings' });
    expect(parts.find(({ part }) => part === 'attribution')?.sentence).toContain('It turns on who did it');
  });
});

describe('a change of rate that holds only while', () => {
  const fewer: ClaimTest = {
    kind: 'shift',
    trigger: 's1',
    response: 's2',
    how: 'fewer',
    negated: false,
    days: 10,
    nested: { kind: 'while', stream: 's3', quantity: { bound: 'at least', value: 3, none: false }, days: 30 },
  };
  /** Triggers keep the other side quiet for ten days: always, or only under the condition. */
  const world = (always: boolean) => {
    const random = randomStream(4, 'quiet after triggers', 0);
    const a = new Float64Array(DAYS).map(() => (random.uniform() < 0.06 ? 1 : 0));
    const third = new Float64Array(DAYS).map((_, day) =>
      Math.floor(day / 60) % 2 === 0 && random.uniform() < 0.3 ? 1 : 0,
    );
    const b = new Float64Array(DAYS).map((_, day) => {
      let quiet = false;
      for (let back = 1; back <= 10; back++) {
        if (a[day - back] && (always || recent(day - back, third) >= 3)) quiet = true;
      }
      return random.poisson(quiet ? 0.1 : 0.9);
    });
    return { a, b, third };
  };

  it('is supported where triggers quiet under the condition only', () => {
    const { a, b, third } = world(false);
    const [rate] = judge(withThird(a, b, third, fewer)).parts;
    expect(rate?.guards.find(({ name }) => name === 'beside the plain rule')?.passed).toBe(true);
    expect(rate?.finding).toBe('supported');
  });

  it('is only a second name where every trigger quiets', () => {
    const { a, b, third } = world(true);
    const [rate] = judge(withThird(a, b, third, fewer)).parts;
    expect(rate?.finding).not.toBe('supported');
  });
});

describe('each of several', () => {
  const each: ClaimTest = {
    kind: 'each',
    members: [
      { label: 'South', test: { ...whileRule, nested: null } },
      { label: 'West', test: { ...whileRule, response: 's3', nested: null } },
    ],
  };
  const answered = () => makePair(2, { days: 1096, rate: 0.12, rhoAB: 0.6 });

  it('stands only where every one stands', () => {
    const { a, b } = answered();
    const both = judge(withThird(a, b, b, each));
    expect(both.parts.map(({ part, finding }) => `${part} ${finding}`)).toEqual([
      'timing supported',
      'cause supported',
    ]);
    expect(both.tests).toHaveLength(1);
    const random = randomStream(9, 'a side that does not answer', 0);
    const other = a.map(() => random.poisson(0.15));
    const one = judge(withThird(a, b, other, each)).parts[0];
    expect(one?.finding).not.toBe('supported');
    expect(one?.sentence).toContain('South: ');
    expect(one?.sentence).toContain('West: ');
  });

  it('is as untestable as its least testable member', () => {
    const { a, b } = answered();
    const context = withThird(a, b, new Float64Array(a.length), each);
    const facts = new Map([...context.facts, ['s3', { total: 0, tooCoarse: 0 }]]);
    expect(judge({ ...context, facts }).parts[0]).toMatchObject({ finding: 'not testable' });
  });
});

import { describe, expect, it } from 'vitest';
import { describeClaim, judge, type JudgeContext } from '../../src/evidence/index.ts';
import { judgeAfterPublication } from '../../src/evidence/judgeAfterPublication.ts';
import type { Claim, Source } from '../../src/language/index.ts';
import type { ClaimTest, PlannedStream } from '../../src/model/index.ts';
import { makeContext, makeEvent } from './makeContext.ts';
import { makePair } from './makePair.ts';

const answer: ClaimTest = {
  kind: 'answer',
  trigger: 's1',
  response: 's2',
  delay: { family: 'geometric', from: 1, to: 14 },
  share: null,
  nested: null,
};
const shift: ClaimTest = {
  kind: 'shift',
  trigger: 's1',
  response: 's2',
  how: 'fewer',
  negated: false,
  days: 30,
  nested: null,
};
const { a, b } = makePair(1, { days: 400 });
const none = new Float64Array(400);
const reasonOf = (context: JudgeContext): string | null => judge(context).parts[0]?.reason ?? null;
const withStream = (context: JudgeContext, index: number, over: Partial<PlannedStream>): JudgeContext => ({
  ...context,
  plan: {
    ...context.plan,
    streams: context.plan.streams.map((one, k) => (k === index ? { ...one, ...over } : one)),
  },
});

describe.each([
  ['answers', answer],
  ['shifts', shift],
])('why %s cannot be tested', (_, test) => {
  it('the pair is not in the record', () => {
    expect(reasonOf(makeContext(none, b, test))).toBe('pair absent');
    expect(reasonOf(makeContext(a, none, test))).toBe('pair absent');
  });

  it('its events are dated too coarsely', () => {
    const facts = new Map([
      ['s1', { total: 9, tooCoarse: 0 }],
      ['s2', { total: 0, tooCoarse: 4 }],
    ]);
    const parts = judge(makeContext(a, none, test, { facts })).parts;
    expect(parts[0]).toMatchObject({ finding: 'not testable', reason: 'dates too coarse' });
    expect(parts[0]?.sentence).toContain('4 events');
  });

  it('none of its days is recorded', () => {
    expect(reasonOf(makeContext(a, b, test, { recorded: new Uint8Array(400) }))).toBe('window not covered');
  });

  it('its trigger never fell on the days it speaks of', () => {
    const context = makeContext(a, b, test);
    const days = [{ first: 200, last: 260 }];
    const quiet = a.map((count, day) => (day >= 200 && day <= 260 ? 0 : count));
    const claimPlan = { ...context.claimPlan, days };
    const panel = { ...context.panel, counts: [quiet, b] };
    expect(reasonOf({ ...context, claimPlan, panel })).toBe('antecedent never occurred');
  });

  it('no column holds it', () => {
    const untestable = { reason: 'no such column' as const, detail: 'No column.' };
    expect(reasonOf(withStream(makeContext(a, b, test), 1, { untestable }))).toBe('no such column');
    expect(reasonOf(withStream(makeContext(a, b, test), 0, { untestable }))).toBe('no such column');
  });
});

describe('what is never judged', () => {
  it.each([
    ['intent', 'intent'],
    ['cause', 'cause'],
    ['capability', 'intent'],
  ] as const)('%s', (of, part) => {
    const { parts, tests } = judge(makeContext(a, b, { kind: 'untestable', of, text: 'x' }));
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ part, finding: 'not testable', reason: of });
    expect(tests).toEqual([]);
  });
});

describe('what a source asserts', () => {
  it('limits the parts that are held against it, and the tests that count', () => {
    const context = makeContext(a, b, answer);
    const claim: Claim = { ...context.claim, restrictions: [{ kind: 'asserts', parts: ['cause'] }] };
    const { parts, tests } = judge({ ...context, claim });
    expect(parts.map(({ part }) => part)).toEqual(['cause']);
    expect(tests.map((test) => test.parts)).toEqual([[0]]);
  });
});

describe('after publication', () => {
  it('the same test is asked of the later days, and of them alone', () => {
    const context = makeContext(a, b, answer);
    const later = [{ first: 300, last: 399 }];
    const claimPlan = {
      ...context.claimPlan,
      days: [{ first: 0, last: 299 }],
      daysAfterPublication: later,
      judgedUntil: 299,
      testAfterPublication: answer,
    };
    const said = judgeAfterPublication({ ...context, claimPlan })();
    expect(said).toMatch(/^From 1970-10-28 to 1971-02-04: /);
    const { parts } = judge({ ...context, claimPlan: { ...claimPlan, days: later, judgedUntil: null } });
    expect(said).toContain(parts[0]?.sentence);
    expect(said).not.toContain(judge({ ...context, claimPlan }).parts[0]?.sentence);
    expect(
      judgeAfterPublication({ ...context, claimPlan: { ...claimPlan, testAfterPublication: null } })(),
    ).toBeNull();
  });
});

describe('a described claim', () => {
  const bare = makeContext(a, b, answer);
  const claim = {
    ...bare.claim,
    source: 'Paper',
    form: { kind: 'answer' },
    at: { line: 7 },
  } as unknown as Claim;
  const source = (over: Partial<Source>): Source => ({
    name: 'Paper',
    display: 'The Paper',
    published: { first: 0, last: 0 },
    publishedAbout: false,
    reliability: null,
    address: null,
    at: { start: 0, end: 0, line: 1, column: 1 },
    ...over,
  });
  const describeWith = (over: Partial<Source>, events: JudgeContext['events'] = new Map()) => {
    const facts = new Map([...events].map(([id, { length }]) => [id, { total: length, tooCoarse: 0 }]));
    const context: JudgeContext = { ...bare, claim, source: source(over), events, facts };
    return describeClaim(context, { parts: [], figures: null, tests: [] }, null);
  };

  it('says when its source was published, as exactly as is known', () => {
    expect(describeWith({}).published).toBe('1970-01-01');
    expect(describeWith({ published: { first: 0, last: 30 } }).published).toBe('1970-01');
    expect(describeWith({ published: { first: 0, last: 364 }, publishedAbout: true }).published).toBe(
      'about 1970',
    );
    expect(describeWith({ published: null }).published).toBeNull();
  });

  it('shows each event of either side once, in order of days, inside the claimed days only', () => {
    const rows = [
      makeEvent('B', 20, { line: 3, killedLow: 1, killedHigh: 4 }),
      makeEvent('A', 10, { line: 2, killedLow: 2, killedHigh: 2, initiators: [] }),
      makeEvent('C', 500, { line: 4 }),
    ];
    const both = [rows[1]!, rows[0]!];
    const { events, eventsNotShown } = describeWith(
      {},
      new Map([
        ['s1', rows],
        ['s2', both],
      ]),
    );
    expect(events.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(events.map(({ killed }) => killed)).toEqual(['2', '1 to 4']);
    expect(events[0]?.what).toBe('nobody named: airstrike on South');
    expect(eventsNotShown).toBe(0);
  });

  it('says how many events it does not show', () => {
    const rows = Array.from({ length: 450 }, (_, k) => makeEvent(`E${k}`, k % 400, { line: k + 2 }));
    const { events, eventsNotShown } = describeWith({}, new Map([['s1', rows]]));
    expect([events.length, eventsNotShown]).toEqual([400, 50]);
  });
});

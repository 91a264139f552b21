/** Whoever does a piece of the judging, and from whatever copy of what it needs, the verdict is the same. */
import { expect, it } from 'vitest';
import {
  judgeClaim,
  performPiece,
  type Ahead,
  type JudgeContext,
  type PieceKind,
  type Pieces,
} from '../../../src/evidence/index.ts';
import { theatreKey } from '../../../src/evidence/theatreKey.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';
import { makePair } from '../makePair.ts';

const DAYS = 700;
const { a, b } = makePair(1, { days: DAYS, rhoAB: 0.6, rate: 0.2, psi: 0.1, self: 0 });
const calm = makePair(4, { days: DAYS, rate: 0.2 });
const delay = { family: 'geometric', from: 1, to: 14 } as const;
const answer = { kind: 'answer', trigger: 's1', response: 's2', delay, share: null, nested: null } as const;
const theatre = new Map([
  [theatreKey('s1', 's2'), { counts: makePair(9, { days: DAYS }).a, texts: ['West strikes East'] }],
]);

const found = makeContext(a, b, answer, { theatre });
const unfound = makeContext(calm.a, calm.b, answer, { theatre });
const doers = { ...unfound.panel, counts: [a, b] };
const side = (label: string) => ({ claim: label, label, test: answer, days: unfound.claimPlan.days });
const later = { ...found.claimPlan, testAfterPublication: answer };
const days = [{ first: 350, last: DAYS - 1 }];

const CASES: readonly [string, JudgeContext, readonly string[]][] = [
  ['an answer that is found', found, ['theatre', 'wave']],
  [
    'an answer that another reading of the doers finds',
    { ...unfound, readings: [{ name: 'all doers', about: 'doers', panel: doers }] },
    ['doers', 'theatre', 'wave'],
  ],
  [
    'the days after publication',
    { ...unfound, claimPlan: { ...later, daysAfterPublication: days } },
    ['claim'],
  ],
  [
    'both directions',
    makeContext(calm.a, calm.b, { kind: 'mutual', first: 's1', second: 's2', delay }),
    ['rule'],
  ],
  [
    'each of two',
    makeContext(calm.a, calm.b, {
      kind: 'each',
      members: [
        { label: 'here', test: answer },
        { label: 'there', test: { ...answer, trigger: 's2', response: 's1' } },
      ],
    }),
    ['form'],
  ],
  [
    'one strength beside another',
    makeContext(calm.a, calm.b, {
      ...{ kind: 'strength', how: 'stronger', first: side('one'), second: side('two') },
    } as ClaimTest),
    ['form'],
  ],
  [
    'another scale of the counts',
    {
      ...unfound,
      wholeReadings: [
        { name: 'roots', about: 'scale', streams: ['s1'], onlyRules: true, panel: unfound.panel },
      ],
    },
    ['form'],
  ],
];

it.each(CASES)('%s', (_, context, kinds) => {
  const seen = new Set<string>();
  // As a thread does it: everything is copied on its way there and back, and functions do not travel.
  const ahead: Ahead = <Given extends object, Gives>(kind: string, given: Given) => {
    const { context: own } = given as { context: JudgeContext };
    const sent = structuredClone({ ...given, context: { ...own, ahead: undefined } });
    return (): Gives => {
      seen.add(kind);
      const there = { ...sent, context: { ...sent.context, ahead } };
      return structuredClone(performPiece(kind as PieceKind, there as never)) as Gives;
    };
  };
  expect(judgeClaim({ ...context, ahead })).toEqual(judgeClaim(context));
  expect([...seen]).toEqual(expect.arrayContaining([...kinds]));
});

it('does what is wanted alone, and that once', () => {
  const asked: string[] = [];
  const questions = new Map<string, object>();
  const ahead: Ahead = (kind, given) => {
    questions.set(kind, given);
    asked.push(`offered ${kind}`);
    return (here) => {
      asked.push(`wanted ${kind}`);
      return here();
    };
  };
  const readings = [
    { name: 'all doers', about: 'doers', panel: { ...found.panel, counts: [calm.a, calm.b] } },
  ];
  judgeClaim({ ...found, readings, ahead } as JudgeContext);
  // What is found needs no other reading of the doers; the rest of the theatre is known of once the first test has passed.
  const further = ['offered late', 'offered shape', 'wanted late', 'wanted shape'];
  expect(asked).toEqual([
    'offered doers',
    'offered wave',
    'wanted wave',
    'offered theatre',
    ...further,
    'wanted theatre',
    ...further,
  ]);
  // Beside the rest of the theatre the tests ask what they asked without it.
  const { thresholds } = questions.get('theatre') as Pieces['theatre']['given'];
  expect(thresholds).not.toEqual((questions.get('wave') as Pieces['wave']['given']).thresholds);
  const { wave } = performPiece('wave', questions.get('wave') as Pieces['wave']['given']);
  expect(thresholds).toEqual(wave.wanted);
});

import { afterEach, expect, it } from 'vitest';
import { judgeInThreads } from '../../src/host/judgeInThreads.ts';
import { openJudges, type Judges } from '../../src/host/openJudges.ts';
import type { JudgeContext } from '../../src/evidence/index.ts';
import type { ClaimTest } from '../../src/model/index.ts';
import { makeContext } from '../evidence/makeContext.ts';
import { makePair } from '../evidence/makePair.ts';

const opened: Judges[] = [];
afterEach(() => Promise.all(opened.splice(0).map((judges) => judges.stop())));
function judge(contexts: readonly JudgeContext[], threads: number) {
  return judgeInThreads(contexts, threads, () => {
    const judges = openJudges(threads);
    opened.push(judges);
    return judges;
  });
}

it.each([
  ['many claims on a short record', 24, 500],
  ['few claims on a long one', 5, 10_000],
])(
  'gives the same verdicts in the same order whatever the number of threads: %s',
  async (_, claims, days) => {
    const { a, b } = makePair(3, { days });
    const contexts = Array.from({ length: claims }, (_, k) => {
      const window = { first: 200 + 10 * k, last: 260 + 10 * k };
      const test: ClaimTest = {
        kind: 'change',
        stream: 's2',
        trend: 'falls',
        steadily: false,
        windows: [window],
        base: [{ first: window.first - 100, last: window.first - 1 }],
        baseText: 'the days named',
        comparison: null,
        by: null,
      };
      return makeContext(a, b, test);
    });
    const [one, three] = await Promise.all([judge(contexts, 1), judge(contexts, 3)]);
    expect(opened).toHaveLength(1);
    expect(three).toEqual(one);
    expect(new Set(one.map(({ judgement }) => judgement.parts[0]?.sentence)).size).toBeGreaterThan(
      0.8 * claims,
    );
  },
);

it('gives the same verdicts where threads do pieces of each other’s claims', async () => {
  const delay = { family: 'geometric', from: 1, to: 14 } as const;
  const answer = { kind: 'answer', trigger: 's1', response: 's2', delay, share: null, nested: null } as const;
  const pair = (seed: number, rhoAB: number) => makePair(seed, { days: 1500, rhoAB, rate: 0.15, psi: 0.1 });
  const [found, unfound] = [pair(1, 0.6), pair(2, 0)];
  const doers = {
    name: 'all doers',
    about: 'doers',
    panel: makeContext(found.a, found.b, answer).panel,
  } as const;
  const contexts = [
    makeContext(found.a, found.b, answer),
    makeContext(unfound.a, unfound.b, answer, { readings: [doers] }),
    makeContext(found.a, found.b, { ...answer, delay: { ...delay, to: 7 } }),
  ];
  const one = await judge(contexts, 1);
  expect(one.map(({ judgement }) => judgement.parts[0]?.finding)).toEqual([
    'supported',
    'disputed',
    'supported',
  ]);
  expect(await Promise.all([judge(contexts, 2), judge(contexts, 4)])).toEqual([one, one]);
  expect(opened).toHaveLength(2);
});

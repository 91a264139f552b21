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

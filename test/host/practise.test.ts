import { afterEach, expect, it } from 'vitest';
import { judgeClaim, makeContexts } from '../../src/evidence/index.ts';
import { openJudges, type Judges } from '../../src/host/openJudges.ts';
import { listPractice, practise } from '../../src/host/practise.ts';
import { randomStream } from '../../src/stats/index.ts';

let judges: Judges | null = null;
afterEach(() => judges?.stop());

it('goes through judges and wave decisions to their ends, without a fault', () => {
  const pieces = new Set<string>();
  const judged = listPractice().map((context) =>
    judgeClaim({
      ...context,
      ahead: (kind) => {
        pieces.add(kind);
        return (here) => here();
      },
    }),
  );
  const [answer] = judged;
  expect(answer?.judgement.parts.map(({ finding }) => finding)).toEqual(['supported', 'supported']);
  // What is asked last of an answer beside a wave: the rest of the theatre, late waves, waves of other shapes.
  expect(pieces).toEqual(new Set(['wave', 'theatre', 'late', 'shape']));
  expect(judged.every(({ judgement }) => judgement.parts.length > 0)).toBe(true);
});

it('ends for good as soon as something is asked, also in the midst of a claim', async () => {
  for (const ends of [1, 3]) {
    let looks = 0;
    await practise(() => ++looks >= ends);
    expect(looks).toBe(ends);
  }
});

it('changes no verdict of the thread that practised', async () => {
  const [, back, , fall] = makeContexts({ rhoAB: 0.4 }, randomStream(1, 'after practice'));
  const claims = [back!, fall!].map((context) => structuredClone(context));
  const here = claims.map(judgeClaim);
  judges = openJudges(2);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const there = await Promise.all(claims.map((context) => judges!.judge(context as never).verdict));
  expect(there.map(({ judged }) => judged)).toEqual(here);
});

/** The life of judging threads; that they judge rightly is tested by whole examinations. */
import { afterEach, expect, it } from 'vitest';
import type { NarrowContext } from '../../src/host/narrowContext.ts';
import { openJudges, type Judges } from '../../src/host/openJudges.ts';

/** No thread can judge this: it answers with a fault, which is an answer. */
const nothing = {} as NarrowContext;
const FAULT = /Cannot read properties|undefined/;

let judges: Judges | null = null;
afterEach(() => judges?.stop());

it('answers every claim, more than there are threads', async () => {
  judges = openJudges(2);
  const asked = Array.from({ length: 5 }, () => judges!.judge(nothing).verdict);
  for (const one of await Promise.allSettled(asked)) {
    expect(one).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(FAULT) } });
  }
});

it('fails what waits when it is stopped while threads start, and starts anew when asked again', async () => {
  judges = openJudges(2);
  const { verdict } = judges.judge(nothing);
  await judges.stop();
  await expect(verdict).rejects.toThrow('judging was stopped');
  await expect(judges.judge(nothing).verdict).rejects.toThrow(FAULT);
});

it('judges with the threads that are left when a claim is dropped', async () => {
  judges = openJudges(1);
  const [first, second] = [judges.judge(nothing), judges.judge(nothing)];
  first.drop();
  await expect(first.verdict).rejects.toThrow('the claim was dropped');
  await expect(second.verdict).rejects.toThrow(FAULT);
});

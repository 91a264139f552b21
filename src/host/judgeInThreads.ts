import type { Judged, JudgeContext } from '../evidence/index.ts';
import { costOf } from './costOf.ts';
import type { Judges } from './openJudges.ts';

/** Making the threads' program and starting one costs about as much as judging this many tested claims, or so much cost. */
const CLAIMS_PER_THREAD = 8;
const COST_PER_THREAD = 20_000;

/**
 * Judges all claims on the threads that `open` gives, the costly ones first; on this one alone where that is sooner done.
 * The answers and their order are the same for any number of threads.
 */
export async function judgeInThreads(
  contexts: readonly JudgeContext[],
  threads: number,
  open: () => Judges,
): Promise<readonly Judged[]> {
  const costs = contexts.map(costOf);
  if (Math.min(threads, countWorthwhile(costs)) < 2) {
    const { judgeClaim } = await import('../evidence/index.ts');
    return contexts.map(judgeClaim);
  }
  const { narrowContext } = await import('./narrowContext.ts');
  const judges = open();
  const begun = contexts
    .map((context, index) => ({ context, index, cost: costs[index]! }))
    .sort((a, b) => b.cost - a.cost || a.index - b.index)
    .map(async ({ context, index }) => {
      const { judged } = await judges.judge(narrowContext(context)).verdict;
      return { index, judged };
    });
  const judged = await Promise.all(begun);
  return judged.sort((a, b) => a.index - b.index).map((one) => one.judged);
}

/** As many threads as get enough to do: many claims, or few on a long record. */
function countWorthwhile(costs: readonly number[]): number {
  const tested = costs.filter((cost) => cost > 0).length;
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  return Math.max(Math.floor(tested / CLAIMS_PER_THREAD), Math.floor(all / COST_PER_THREAD));
}

import { formatDay } from '../calendar/index.ts';
import { beginAhead } from './judge/beginAhead.ts';
import type { JudgeContext } from './judge/context.ts';
import { judge } from './judge/judge.ts';

/**
 * What the same test says on the days after its source was published, as one sentence, shown apart from the verdict;
 * null where the claim's own dates or the record leave no such days. It has nothing to do with the verdict before, so it
 * is offered to other threads when this is called; what is returned gives the sentence.
 */
export function judgeAfterPublication(context: JudgeContext): () => string | null {
  const { claimPlan } = context;
  const test = claimPlan.testAfterPublication;
  const first = claimPlan.daysAfterPublication[0]?.first;
  const last = claimPlan.daysAfterPublication.at(-1)?.last;
  if (test === null || first === undefined || last === undefined) return () => null;
  const days = { test, days: claimPlan.daysAfterPublication, judgedUntil: null };
  const later = { ...context, claimPlan: { ...claimPlan, ...days } };
  const judged = beginAhead('claim', { context: later }, () => judge(later));
  return () => {
    const [part] = judged().parts;
    return part === undefined
      ? null
      : `From ${formatDay(first)} to ${formatDay(last)}: ${part.finding}. ${part.sentence}`;
  };
}

import { formatDay } from '../calendar/index.ts';
import type { JudgeContext } from './judge/context.ts';
import { judge } from './judge/judge.ts';

/**
 * What the same test says on the days after its source was published, as one sentence, shown apart from the verdict;
 * null where the claim's own dates or the record leave no such days.
 */
export function judgeAfterPublication(context: JudgeContext): string | null {
  const { claimPlan } = context;
  const test = claimPlan.testAfterPublication;
  const first = claimPlan.daysAfterPublication[0]?.first;
  const last = claimPlan.daysAfterPublication.at(-1)?.last;
  if (test === null || first === undefined || last === undefined) return null;
  const later = { ...claimPlan, test, days: claimPlan.daysAfterPublication, judgedUntil: null };
  const { parts } = judge({ ...context, claimPlan: later });
  const part = parts[0];
  return part === undefined
    ? null
    : `From ${formatDay(first)} to ${formatDay(last)}: ${part.finding}. ${part.sentence}`;
}

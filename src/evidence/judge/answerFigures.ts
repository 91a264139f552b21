import type { ClaimTest } from '../../model/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import type { PairSeries, StepWindow } from '../pairSeries.ts';
import { responseByLag } from '../responseByLag.ts';
import type { ClaimFigures } from '../verdict.ts';
import { streamOf, type JudgeContext } from './context.ts';

type PairTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' | 'shift' }>;

/** Timeline and response by lag of a rule; the timeline shows the claim's days with some room around them. */
export function answerFigures(
  context: JudgeContext,
  test: PairTest,
  series: PairSeries,
  window: StepWindow,
): ClaimFigures {
  const { plan, panel, claimPlan, seed } = context;
  const first = claimPlan.days[0]?.first ?? plan.first;
  const last = claimPlan.days.at(-1)?.last ?? plan.last;
  const room = 45;
  const timeline = drawTimeline(plan, panel, {
    streams: [
      { id: test.trigger, label: streamOf(plan, test.trigger).text, role: 'trigger' },
      { id: test.response, label: streamOf(plan, test.response).text, role: 'response' },
    ],
    bands: claimPlan.days.map((days) => ({
      label: 'days the claim speaks of',
      days,
      kind: 'claimed' as const,
    })),
    marks: claimPlan.judgedUntil === null ? [] : [{ day: claimPlan.judgedUntil, label: 'source published' }],
    shown: { first: Math.max(plan.first, first - room), last: Math.min(plan.last, last + room) },
  });
  const response = responseByLag(series, window, seed);
  return {
    timeline,
    responseByLag: response && { ...response, window, unit: 'responses per trigger and step' },
  };
}

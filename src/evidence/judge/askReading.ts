import type { ClaimTest } from '../../model/index.ts';
import { cutPair, windowInSteps } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Verdict } from '../verdict.ts';
import { narrowTriggers } from './conditionTriggers.ts';
import type { JudgeContext } from './context.ts';
import { fitAnswer } from './fitAnswer.ts';
import { judgeRule } from './judgeRule.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' }>;

/** What a rule comes to on another reading of the record; null where its base test finds no answer there. */
export function askReading(test: AnswerTest, context: JudgeContext): Verdict | null {
  return findsAnswer(test, context) ? (judgeRule(test, context).parts[0] ?? null) : null;
}

/** The base test alone, before the whole procedure is run. */
function findsAnswer(test: AnswerTest, context: JudgeContext): boolean {
  const { claimPlan, claim } = context;
  const { panel } = narrowed(test, context);
  const window = windowInSteps(test.delay, panel.stepDays);
  const fit = fitAnswer(cutPair(panel, claimPlan, claimPlan.days, test, window), test.delay);
  return (
    fit.kind === 'fitted' &&
    fit.pValue <= THRESHOLDS.plainLevel &&
    fit.rho >= claim.assumptions.smallestAnswer.value
  );
}

/** With the triggers of the condition alone, where the rule has one. */
function narrowed({ trigger, nested }: AnswerTest, context: JudgeContext): JudgeContext {
  return nested?.kind === 'while' ? narrowTriggers({ trigger, nested }, context) : context;
}

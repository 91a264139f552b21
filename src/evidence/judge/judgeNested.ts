import {
  delayForWindow,
  lagSum,
  likelihoodRatioTest,
  recentMean,
  type ClaimTest,
  type NestedRule,
  type StreamDesign,
} from '../../model/index.ts';
import { cutPair, windowInSteps } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { narrowTriggers, triggersOfCondition } from './conditionTriggers.ts';
import type { Judgement, JudgeContext } from './context.ts';
import { designShift } from './designShift.ts';
import { designAnswer } from './fitAnswer.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { judgeShift } from './judgeShift.ts';

type PlainTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' | 'shift' }>;
type NestedTest = PlainTest & { readonly nested: NestedRule };

/**
 * `while at least N Q over the last M days` and `graded by killed`: a rule on top of a plain rule. The rule is judged
 * as any other, on the triggers that meet the condition (`while`) or on all (`graded`); beside it stands the test of
 * what the condition adds to the plain rule. Where it adds nothing, the nested rule is only a second name for the plain
 * one and is `not separable` from it. A denial (`no extra`, `no fewer`) needs nothing added.
 */
export function judgeNested(test: NestedTest, context: JudgeContext): Judgement {
  const narrowed = test.nested.kind === 'while' ? narrowTriggers(test, context) : context;
  const judged =
    test.kind === 'shift'
      ? judgeShift({ ...test, nested: null }, narrowed)
      : judgeAnswer({ ...test, nested: null }, narrowed);
  const measured = judged.parts.some(({ effect }) => effect !== null);
  const denies = test.kind === 'noExtra' || (test.kind === 'shift' && test.negated);
  if (!measured || denies) return judged;
  const guard = addsToPlain(test, context);
  const parts = judged.parts.map((part): Verdict => {
    const guards = [...part.guards, guard];
    if (part.finding !== 'supported' || guard.passed === true) return { ...part, guards };
    const sentence = `${part.sentence} But beside the plain rule the condition adds nothing that could be told apart (${guard.detail}).`;
    return { ...part, guards, finding: 'not separable', reason: guard.name, sentence };
  });
  return { ...judged, parts };
}

/** What the condition adds where the plain rule is in the model already. */
function addsToPlain(test: NestedTest, context: JudgeContext): Guard {
  const name = 'beside the plain rule';
  const fit = likelihoodRatioTest(designBoth(test, context), 'condition');
  if (fit.kind === 'failed') return { name, passed: null, value: null, detail: fit.detail };
  const value = fit.fit.parameters['condition'] ?? 0;
  const found = fit.pValue <= THRESHOLDS.plainLevel;
  const unit = test.nested.kind === 'while' ? 'for triggers that meet it' : 'at the usual size of a trigger';
  const size =
    test.kind === 'shift'
      ? `logarithm of the rate moves by ${value.toFixed(2)}`
      : `${value.toFixed(2)} extra answers`;
  const wanted = test.kind === 'shift' && test.how === 'fewer' ? -1 : 1;
  const passed = found && value * wanted > 0;
  return {
    name,
    passed,
    value,
    detail: `${size} ${unit}, on top of the plain rule, p ${fit.pValue.toPrecision(2)}`,
  };
}

function designBoth(test: NestedTest, context: JudgeContext): StreamDesign {
  const { panel, claimPlan } = context;
  const extra = triggersOfCondition(test, panel);
  if (test.kind === 'shift') {
    const window = { from: 1, to: Math.max(1, Math.round(test.days / panel.stepDays)) };
    const series = cutPair(panel, claimPlan, claimPlan.days, test, window);
    const { design } = designShift(series, window.to);
    const z = recentMean(extra, series.recorded, window.to, series.claimed);
    return { ...design, modifiers: [...design.modifiers, { name: 'condition', z }] };
  }
  const series = cutPair(panel, claimPlan, claimPlan.days, test, windowInSteps(test.delay, panel.stepDays));
  const design = designAnswer(series, test.delay);
  const { from, weights } = delayForWindow(test.delay, panel.stepDays);
  const x = lagSum(extra, series.recorded, weights, from, series.claimed);
  return { ...design, answers: [...design.answers, { name: 'condition', x }] };
}

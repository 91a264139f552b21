import {
  delayForWindow,
  lagSum,
  likelihoodRatioTest,
  type ClaimTest,
  type CountPanel,
} from '../../model/index.ts';
import { countsOf, cutPair, windowInSteps } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import type { Judgement, JudgeContext } from './context.ts';
import { designAnswer } from './fitAnswer.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { compareRange } from './quantities.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' }>;
type NestedTest = AnswerTest & { readonly nested: NonNullable<AnswerTest['nested']> };

/**
 * `while at least N Q over the last M days` and `graded by killed`: a rule on top of a plain rule. The rule is judged
 * as any answer, on the triggers that meet the condition (`while`) or on all (`graded`); beside it stands the test of
 * what the condition adds to the plain rule. Where it adds nothing, the nested rule is only a second name for the plain
 * one and is `not separable` from it.
 */
export function judgeNested(test: NestedTest, context: JudgeContext): Judgement {
  const plainTest: AnswerTest = { ...test, nested: null };
  const judged = judgeAnswer(plainTest, test.nested.kind === 'while' ? narrow(test, context) : context);
  if (judged.tests.length === 0 && judged.parts.every(({ effect }) => effect === null)) return judged;
  const guard = addsToPlain(test, context);
  const parts = judged.parts.map((part): Verdict => {
    const guards = [...part.guards, guard];
    if (part.finding !== 'supported' || guard.passed === true) return { ...part, guards };
    const sentence = `${part.sentence} But beside the plain rule the condition adds nothing that could be told apart (${guard.detail}).`;
    return { ...part, guards, finding: 'not separable', reason: 'plain rule', sentence };
  });
  return { ...judged, parts };
}

/** The same record with only those triggers that meet the condition, in every reading. */
function narrow(test: NestedTest, context: JudgeContext): JudgeContext {
  const change = (panel: CountPanel): CountPanel => {
    const index = panel.streams.indexOf(test.trigger);
    const counts = panel.counts.map((one, at) => (at === index ? conditionalTriggers(test, panel) : one));
    return { ...panel, counts };
  };
  return {
    ...context,
    panel: change(context.panel),
    readings: context.readings.map((reading) => ({ ...reading, panel: change(reading.panel) })),
  };
}

/** Triggers on steps before which the other stream's sum over the days before meets the quantity and all are recorded. */
function conditionalTriggers({ trigger, nested }: NestedTest, panel: CountPanel): Float64Array {
  if (nested.kind !== 'while') return countsOf(panel, trigger);
  const other = countsOf(panel, nested.stream);
  const steps = Math.max(1, Math.ceil(nested.days / panel.stepDays));
  return countsOf(panel, trigger).map((count, step) => {
    if (count === 0 || step < steps) return 0;
    let sum = 0;
    for (let back = 1; back <= steps; back++) {
      if (!panel.recorded[step - back]) return 0;
      sum += other[step - back] ?? 0;
    }
    return compareRange(sum, sum, nested.quantity) === 'yes' ? count : 0;
  });
}

/** The extra column beside the plain rule: conditional triggers, or triggers weighed by their measure. */
function addsToPlain(test: NestedTest, context: JudgeContext): Guard {
  const { panel, claimPlan } = context;
  const name = 'beside the plain rule';
  const window = windowInSteps(test.delay, panel.stepDays);
  const series = cutPair(panel, claimPlan, claimPlan.days, test, window);
  const design = designAnswer(series, test.delay);
  const { from, weights } = delayForWindow(test.delay, panel.stepDays);
  const extra = test.nested.kind === 'while' ? conditionalTriggers(test, panel) : gradedTriggers(test, panel);
  const column = lagSum(extra, series.recorded, weights, from, series.claimed);
  const both = { ...design, answers: [...design.answers, { name: 'condition', x: column }] };
  const fit = likelihoodRatioTest(both, 'condition');
  if (fit.kind === 'failed') return { name, passed: null, value: null, detail: fit.detail };
  const value = fit.fit.parameters['condition'] ?? 0;
  return {
    name,
    passed: fit.pValue <= THRESHOLDS.plainLevel && value > 0,
    value,
    detail: `${value.toFixed(2)} extra ${test.nested.kind === 'while' ? 'per trigger that meets it' : 'at the usual size of a trigger'} on top of the plain rule, p ${fit.pValue.toPrecision(2)}`,
  };
}

/** The measure of each day's triggers in units of the mean one, so that a usual trigger weighs one. */
function gradedTriggers({ trigger, nested }: NestedTest, panel: CountPanel): Float64Array {
  const measure = countsOf(panel, nested.stream);
  const triggers = countsOf(panel, trigger);
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const events = sum(triggers);
  const mean = events === 0 ? 0 : sum(measure) / events;
  return mean === 0 ? new Float64Array(measure.length) : measure.map((value) => value / mean);
}

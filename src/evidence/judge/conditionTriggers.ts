import type { CountPanel, NestedRule } from '../../model/index.ts';
import { countsOf } from '../pairSeries.ts';
import type { JudgeContext } from './context.ts';
import { compareRange } from './quantities.ts';

type WhileRule = Extract<NestedRule, { kind: 'while' }>;

/** A rule with a condition: whose triggers, and which. */
export interface Condition {
  readonly trigger: string;
  readonly nested: NestedRule;
}

/** The same record with only those triggers that meet the condition, in every reading. */
export function narrowTriggers(test: Condition, context: JudgeContext): JudgeContext {
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

function conditionalTriggers({ trigger, nested }: Condition, panel: CountPanel): Float64Array {
  const triggers = countsOf(panel, trigger);
  if (nested.kind !== 'while') return triggers;
  const holds = stepsOfCondition(nested, panel);
  return triggers.map((count, step) => (holds[step] ? count : 0));
}

/** 1 on steps before which the other stream's sum over the days before meets the quantity and all are recorded. */
export function stepsOfCondition(nested: WhileRule, panel: CountPanel): Float64Array {
  const other = countsOf(panel, nested.stream);
  const steps = Math.max(1, Math.ceil(nested.days / panel.stepDays));
  return other.map((_, step) => {
    if (step < steps) return 0;
    let sum = 0;
    for (let back = 1; back <= steps; back++) {
      if (!panel.recorded[step - back]) return 0;
      sum += other[step - back] ?? 0;
    }
    return compareRange(sum, sum, nested.quantity) === 'yes' ? 1 : 0;
  });
}

/** The measure of each day's triggers in units of the mean one, so that a usual trigger weighs one. */
function gradedTriggers({ trigger, nested }: Condition, panel: CountPanel): Float64Array {
  const measure = countsOf(panel, nested.stream);
  const triggers = countsOf(panel, trigger);
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const events = sum(triggers);
  const mean = events === 0 ? 0 : sum(measure) / events;
  return mean === 0 ? new Float64Array(measure.length) : measure.map((value) => value / mean);
}

/** The triggers that the condition adds to the plain rule: those that meet it, or all, weighed by their measure. */
export function triggersOfCondition(test: Condition, panel: CountPanel): Float64Array {
  return test.nested.kind === 'while' ? conditionalTriggers(test, panel) : gradedTriggers(test, panel);
}

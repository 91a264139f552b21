import {
  delayForWindow,
  fitStream,
  lagSum,
  likelihoodRatioTest,
  nullModel,
  recentMean,
  type ClaimTest,
  type ModifierColumn,
  type NestedRule,
  type NullModel,
  type StreamDesign,
  type StreamFit,
} from '../../model/index.ts';
import { randomStream } from '../../stats/index.ts';
import { countsOf, cutPair, windowInSteps } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { narrowTriggers, stepsOfCondition, triggersOfCondition } from './conditionTriggers.ts';
import type { Judgement, JudgeContext } from './context.ts';
import { designShift } from './designShift.ts';
import { exchangeGrades } from './exchangeGrades.ts';
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

/**
 * What the condition adds where the plain rule is in the model already. Whatever makes the condition hold may move the
 * responses too, triggers or not: so the response's own level under the condition is in the model (`while`), or the
 * grades are exchanged among neighbouring triggers (`graded`).
 */
function addsToPlain(test: NestedTest, context: JudgeContext): Guard {
  const name = 'beside the plain rule';
  const { design, column } = designBoth(test, context);
  const fit = likelihoodRatioTest(design, 'condition');
  if (fit.kind === 'failed') return { name, passed: null, value: null, detail: fit.detail };
  const value = fit.fit.parameters['condition'] ?? 0;
  const unit = test.nested.kind === 'while' ? 'for triggers that meet it' : 'at the usual size of a trigger';
  const size =
    test.kind === 'shift'
      ? `logarithm of the rate moves by ${value.toFixed(2)}`
      : `${value.toFixed(2)} extra answers`;
  const wanted = test.kind === 'shift' && test.how === 'fewer' ? -1 : 1;
  const detail = `${size} ${unit}, on top of the plain rule, p ${fit.pValue.toPrecision(2)}`;
  const found = fit.pValue <= THRESHOLDS.plainLevel && value * wanted > 0;
  if (!found || test.nested.kind === 'while') return { name, passed: found, value, detail };
  const share = shareOfExchanged(test, context, column, plainModel(design, fit.nullFit), wanted);
  return {
    name,
    passed: share <= THRESHOLDS.placeboShare,
    value,
    detail: `${detail}; exchanged among the triggers of the same ${EXCHANGE_DAYS} days, ${(100 * share).toFixed(1)} % of ${EXCHANGES} orders of the grades show as much`,
  };
}

/** Grades are exchanged inside blocks so short that a wave lifts all grades of a block alike. */
const EXCHANGE_DAYS = 30;
const EXCHANGES = 199;

/** The model of the plain rule, for cheap tests of the condition. */
function plainModel(design: StreamDesign, { smoothing }: StreamFit): NullModel | null {
  const isPlain = ({ name }: { readonly name: string }) => name !== 'condition';
  const plain = {
    ...design,
    answers: design.answers.filter(isPlain),
    modifiers: design.modifiers.filter(isPlain),
  };
  const fit = fitStream(plain, { smoothing });
  return fit.kind === 'failed' ? null : nullModel(plain, fit);
}

/** Share of the orders, the record's own among them, in which the grades show as much; 1 where nothing can be told. */
function shareOfExchanged(
  test: NestedTest,
  { panel, seed }: JudgeContext,
  column: (extra: Float64Array) => Float64Array,
  plain: NullModel | null,
  wanted: number,
): number {
  const score = (extra: Float64Array) => {
    const x = column(extra);
    const z = (test.kind === 'shift' ? plain?.modifier(x).z : plain?.answer(x).z) ?? null;
    return z === null ? null : wanted * z;
  };
  const graded = triggersOfCondition(test, panel);
  const observed = score(graded);
  if (observed === null) return 1;
  const block = Math.max(2, Math.round(EXCHANGE_DAYS / panel.stepDays));
  const draw = exchangeGrades(countsOf(panel, test.trigger), graded, block);
  const random = randomStream(seed, 'grades exchanged among triggers', 0);
  let asLarge = 1;
  for (let k = 0; k < EXCHANGES; k++) if ((score(draw(random)) ?? Infinity) >= observed) asLarge++;
  return asLarge / (EXCHANGES + 1);
}

interface BothRules {
  readonly design: StreamDesign;
  /** What stands in the model for triggers so weighed. */
  readonly column: (extra: Float64Array) => Float64Array;
}

function designBoth(test: NestedTest, context: JudgeContext): BothRules {
  const { panel, claimPlan } = context;
  const extra = triggersOfCondition(test, panel);
  const { nested } = test;
  const level = (column: BothRules['column']): ModifierColumn[] =>
    nested.kind === 'while'
      ? [{ name: 'level under the condition', z: column(stepsOfCondition(nested, panel)) }]
      : [];
  if (test.kind === 'shift') {
    const window = { from: 1, to: Math.max(1, Math.round(test.days / panel.stepDays)) };
    const series = cutPair(panel, claimPlan, claimPlan.days, test, window);
    const { design } = designShift(series, window.to);
    const column = (weighed: Float64Array) => recentMean(weighed, series.recorded, window.to, series.claimed);
    const modifiers = [...design.modifiers, ...level(column), { name: 'condition', z: column(extra) }];
    return { design: { ...design, modifiers }, column };
  }
  const series = cutPair(panel, claimPlan, claimPlan.days, test, windowInSteps(test.delay, panel.stepDays));
  const design = designAnswer(series, test.delay);
  const { from, weights } = delayForWindow(test.delay, panel.stepDays);
  const column = (weighed: Float64Array) => lagSum(weighed, series.recorded, weights, from, series.claimed);
  const answers = [...design.answers, { name: 'condition', x: column(extra) }];
  return { design: { ...design, answers, modifiers: level(column) }, column };
}

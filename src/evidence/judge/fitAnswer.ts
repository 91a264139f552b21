import {
  delayForWindow,
  lagSum,
  fitStream,
  likelihoodRatioTest,
  maskIncompleteHistory,
  nullModel,
  profileInterval,
  trendColumns,
  type DelaySpec,
  type FailedFit,
  type NullModel,
  type RefitWithout,
  type StreamDesign,
  type StreamFit,
} from '../../model/index.ts';
import { countWithin, type PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { ownHistory } from './ownHistory.ts';

/** The base test of an answer: penalised trend, own history, mask; the rule at its claimed window. */
export interface AnswerFit {
  readonly kind: 'fitted';
  /** Expected extra responses per trigger event. */
  readonly rho: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly likelihoodRatio: number;
  readonly pValue: number;
  readonly design: StreamDesign;
  readonly fit: StreamFit;
  /** The model without the rule: information for power, and cheap tests of placebo dates. */
  readonly nullModel: NullModel | null;
}

/** The design of one answering stream with the rule "rule" in it. */
export function designAnswer(series: PairSeries, delay: DelaySpec, fromLag?: number): StreamDesign {
  const { from, to, weights } = delayForWindow(delay, series.stepDays);
  const cut = fromLag === undefined || fromLag <= from ? weights : dropLags(weights, fromLag - from);
  const start = Math.max(from, fromLag ?? from);
  const complete = maskIncompleteHistory(series.recorded, to);
  const recorded = series.evaluated.map((inside, step) => inside & (complete[step] ?? 0));
  const rule = lagSum(series.trigger, series.recorded, cut, start, series.claimed);
  return {
    counts: series.response,
    recorded,
    coverage: series.coverage.response,
    endemic: trendColumns(recorded, { events: countWithin(series.response, recorded) }),
    answers: [
      { name: 'own history', x: ownHistory(series.response, series.recorded) },
      { name: 'rule', x: rule },
    ],
    modifiers: [],
    family: 'NB2',
  };
}

/** Fits and tests the rule; a failed fit is passed on with its advice and can reach no finding. */
export function fitAnswer(series: PairSeries, delay: DelaySpec, fromLag?: number): AnswerFit | FailedFit {
  const design = designAnswer(series, delay, fromLag);
  const test = likelihoodRatioTest(design, 'rule');
  if (test.kind === 'failed') return test;
  const interval = profileInterval(design, test.fit, 'rule', THRESHOLDS.intervalLevel);
  return {
    kind: 'fitted',
    rho: test.fit.parameters['rule'] ?? 0,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    likelihoodRatio: test.likelihoodRatio,
    pValue: test.pValue,
    design,
    fit: test.fit,
    nullModel: withoutRule(design, test.nullFit),
  };
}

/** The model without the rule, factored for cheap tests; null where it cannot be fitted. */
function withoutRule(design: StreamDesign, nullFit: StreamFit): NullModel | null {
  // The held parameter is no nuisance: the null model is stated without it.
  const without = { ...design, answers: design.answers.filter(({ name }) => name !== 'rule') };
  const refit = fitStream(without, { smoothing: nullFit.smoothing });
  return refit.kind === 'failed' ? null : nullModel(without, refit);
}

/** The rule's column: expected answers on each step at rho = 1. */
export function ruleColumn(design: StreamDesign): Float64Array {
  const rule = design.answers.find(({ name }) => name === 'rule');
  if (!rule) throw new Error('ruleColumn: the design has no rule');
  return rule.x;
}

/** The same fit on another series, window or first lag, with the trend's smoothing kept: for readings and the donut. */
export function refitAnswer(
  base: AnswerFit,
  series: PairSeries,
  delay: DelaySpec,
  fromLag?: number,
): { rho: number; pValue: number; likelihoodRatio: number } | null {
  const design = designAnswer(series, delay, fromLag);
  const test = likelihoodRatioTest(design, 'rule', { smoothing: base.fit.smoothing });
  if (test.kind === 'failed') return null;
  const { likelihoodRatio, pValue } = test;
  return { rho: test.fit.parameters['rule'] ?? 0, pValue, likelihoodRatio };
}

/**
 * The base fit again with some steps masked and the trend's smoothing kept: what is left without them. The p-value is
 * only computed where less than `enough` is left, since otherwise it decides nothing.
 */
export function refitWithout(
  base: AnswerFit,
  steps: readonly number[],
  enough: number,
  near: RefitWithout = () => null,
): { rho: number; pValue: number } | null {
  const recorded = Uint8Array.from(base.design.recorded);
  for (const step of steps) recorded[step] = 0;
  const design = { ...base.design, recorded };
  const fit = near(steps) ?? fitAnew(design, base);
  const rho = fit?.['rule'] ?? 0;
  if (rho >= enough) return { rho, pValue: 0 };
  const test = likelihoodRatioTest(design, 'rule', { smoothing: base.fit.smoothing });
  return test.kind === 'failed' ? null : { rho: test.fit.parameters['rule'] ?? 0, pValue: test.pValue };
}

function fitAnew(design: StreamDesign, { fit }: AnswerFit): Readonly<Record<string, number>> | null {
  const refit = fitStream(design, { smoothing: fit.smoothing, start: fit });
  return refit.kind === 'fit' ? refit.parameters : null;
}

function dropLags(weights: Float64Array, count: number): Float64Array {
  const rest = weights.slice(count);
  const sum = rest.reduce((total, weight) => total + weight, 0);
  return rest.map((weight) => weight / sum);
}

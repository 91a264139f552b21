import { delayForWindow, lagSum, maskIncompleteHistory, recentMean } from '../../model/index.ts';
import { triggersOfCondition } from '../judge/conditionTriggers.ts';
import type { JudgeContext } from '../judge/context.ts';
import { levelOf } from '../judge/levelOf.ts';
import { countsOf, cutPair, markRecorded, windowInSteps } from '../pairSeries.ts';

/** What a claim adds to the model of the stream it predicts. */
export interface RivalModel {
  readonly kind: 'model';
  readonly response: string;
  /** `answer`: adds rho·x, rho ≥ 0. `factor`: multiplies by exp(gamma·x), gamma of this sign. `none`: adds nothing. */
  readonly term: 'answer' | 'factor' | 'none';
  readonly sign: 1 | -1;
  readonly column: Float64Array;
  /** Steps on which the claim predicts anything and all it looks at is recorded. */
  readonly usable: Uint8Array;
  /** Steps the column looks back. */
  readonly reach: number;
  /** True where the column also looks at days to come. */
  readonly looksAhead: boolean;
}

export interface NoModel {
  readonly kind: 'none';
  readonly why: string;
}

/**
 * The model of a claim about answers, fewer or more afterwards, or moving together. A claim that nothing is added (`no
 * extra`, `no fewer`) is the model without a rule.
 */
export function rivalModel({ claimPlan, panel, plan }: JudgeContext): RivalModel | NoModel {
  const { test, days } = claimPlan;
  const untestable = (...ids: readonly string[]) =>
    plan.streams.find(({ id, untestable: why }) => ids.includes(id) && why !== null)?.untestable?.detail;
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift': {
      const why = untestable(test.trigger, test.response);
      if (why !== undefined) return { kind: 'none', why };
      const window =
        test.kind === 'shift'
          ? { from: 1, to: Math.max(1, Math.round(test.days / panel.stepDays)) }
          : windowInSteps(test.delay, panel.stepDays);
      const series = cutPair(panel, claimPlan, days, test, window);
      const complete = maskIncompleteHistory(panel.recorded, window.to);
      const { nested } = test;
      const triggers =
        nested === null ? series.trigger : triggersOfCondition({ trigger: test.trigger, nested }, panel);
      const common = {
        kind: 'model' as const,
        response: test.response,
        usable: series.evaluated.map((on, step) => on & (complete[step] ?? 0)),
        reach: window.to,
        looksAhead: false,
      };
      if (test.kind === 'shift') {
        const column = recentMean(triggers, series.recorded, window.to, series.claimed);
        const sign = test.how === 'more' ? 1 : -1;
        return { ...common, term: test.negated ? 'none' : 'factor', sign, column };
      }
      const { from, weights } = delayForWindow(test.delay, panel.stepDays);
      const column = lagSum(triggers, series.recorded, weights, from, series.claimed);
      return { ...common, term: test.kind === 'noExtra' ? 'none' : 'answer', sign: 1, column };
    }
    case 'coMovement': {
      const why = untestable(test.stream, test.other);
      if (why !== undefined) return { kind: 'none', why };
      const reach = Math.max(1, Math.ceil(test.days / panel.stepDays));
      const { level, known } = levelOf(countsOf(panel, test.other), panel.recorded, reach);
      return {
        kind: 'model',
        response: test.stream,
        term: 'factor',
        sign: test.trend === test.otherTrend ? 1 : -1,
        column: level,
        usable: markRecorded(panel, days).map((on, step) => on & (known[step] ?? 0)),
        reach,
        looksAhead: true,
      };
    }
    default:
      return {
        kind: 'none',
        why: 'only claims that something follows on something, or moves with it, say what single days will bring',
      };
  }
}

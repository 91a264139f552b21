import { delayForWindow, lagSum, likelihoodRatioTest, type DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { refitAnswer, type AnswerFit } from './fitAnswer.ts';

/** Days that one incident coded twice would fill. */
export const FIRST_DAYS = 2;

/** How the answers of a claim lie in its window: on the first two days, and behind them. */
export interface WindowSplit {
  /** Extra answers per trigger without the first two days; null where nothing can be fitted without them. */
  readonly behind: { readonly rho: number; readonly pValue: number } | null;
  /** Of the answers that the whole window shows, those that the delay puts behind the first two days. */
  readonly due: number;
  /** Standard errors by which `behind` exceeds `due`; 0 or less where it does not. */
  readonly excess: number;
  /**
   * Twice the log-likelihood by which answers over the whole window fit better than acts on its first two days alone, of
   * which a trigger brings no more than coding twice may.
   */
  readonly overCodedTwice: number;
  /** Standard errors by which `behind` falls short of `due`, told from the error of the first two days. */
  readonly shortfall: number;
}

/** Whether a window has days behind its first two; weeks have no such days. */
export function canSplit(series: PairSeries, delay: DelaySpec): boolean {
  return series.stepDays === 1 && firstBehind(delay) <= delay.to;
}

/**
 * Fits the part of the window behind its first two days, and these two days alone, with the trend's smoothing of the base
 * fit. Null where the window cannot be split. Standard errors are rho/√LR.
 */
export function splitWindow(series: PairSeries, delay: DelaySpec, fit: AnswerFit): WindowSplit | null {
  if (!canSplit(series, delay)) return null;
  const { weights } = delayForWindow(delay, series.stepDays);
  const rest = weights.slice(FIRST_DAYS);
  const share = rest.reduce((sum, weight) => sum + weight, 0);
  const due = fit.rho * share;
  const behind = refitAnswer(fit, series, delay, firstBehind(delay));
  const errors = behind === null ? 0 : Math.sqrt(behind.likelihoodRatio);
  const first = testFirstDays(series, delay, fit);
  const firstError = first.likelihoodRatio > 0 ? first.rho / Math.sqrt(first.likelihoodRatio) : 0;
  // The more days answers are spread over the less is known of each: errors go as 1/√Σ weight².
  const spread = share ** 2 / FIRST_DAYS / rest.reduce((sum, weight) => sum + weight ** 2, 0);
  const error = firstError * Math.sqrt(spread);
  return {
    behind,
    due,
    excess: behind === null || !(behind.rho > 0) ? 0 : errors * (1 - due / behind.rho),
    overCodedTwice: fit.likelihoodRatio - codedTwiceRatio(first),
    shortfall: error > 0 ? (due - (behind?.rho ?? 0)) / error : 0,
  };
}

/**
 * What is left of the likelihood ratio of acts on the first two days where a trigger brings no more of them than
 * `THRESHOLDS.twicePerTrigger`: a parabola about the estimate, standard error rho/√LR.
 */
export function codedTwiceRatio({ rho, likelihoodRatio }: FirstDays): number {
  if (!(rho > 0)) return 0;
  const beyond = Math.max(0, 1 - THRESHOLDS.twicePerTrigger / rho);
  return likelihoodRatio * (1 - beyond ** 2);
}

/** Extra answers per trigger on the first two days alone, and the likelihood ratio of them. */
interface FirstDays {
  readonly rho: number;
  readonly likelihoodRatio: number;
}

function firstBehind({ from }: DelaySpec): number {
  return Math.max(1, from) + FIRST_DAYS;
}

/** The rule on the first two days alone, each taking half, on the days of the base fit. */
function testFirstDays(series: PairSeries, delay: DelaySpec, { design, fit }: AnswerFit): FirstDays {
  const halves = new Float64Array(FIRST_DAYS).fill(1 / FIRST_DAYS);
  const x = lagSum(series.trigger, series.recorded, halves, Math.max(1, delay.from), series.claimed);
  const answers = design.answers.map((answer) => (answer.name === 'rule' ? { ...answer, x } : answer));
  const test = likelihoodRatioTest({ ...design, answers }, 'rule', { smoothing: fit.smoothing });
  return test.kind === 'failed'
    ? { rho: 0, likelihoodRatio: 0 }
    : { rho: test.fit.parameters['rule'] ?? 0, likelihoodRatio: test.likelihoodRatio };
}

import { delayForWindow, lagSum, likelihoodRatioTest, type DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { AnswerFit } from './fitAnswer.ts';
import { KEPT_SHARE } from './leaveOuts.ts';

/**
 * Are triggers that come alone on their day answered as those of days with several? News that makes the first side act at
 * once, several times on a day, and the second on the days after looks like answers with the claim's own delay, but for
 * this: the first side's other acts bring nothing. Fails where triggers of days with several bring more by
 * `THRESHOLDS.aloneLikelihoodRatio`, and the others less than half of the answer. Not asked of weeks.
 */
export function aloneGuard(series: PairSeries, delay: DelaySpec, { design, fit, rho }: AnswerFit): Guard {
  const name = 'triggers alone on their day';
  const unasked = (detail: string): Guard => ({ name, passed: null, value: null, detail });
  if (series.stepDays !== 1) return unasked('a weekly record does not show them');
  const several = series.trigger.map((count) => (count > 1 ? count : 0));
  const { weights } = delayForWindow(delay, series.stepDays);
  const x = lagSum(several, series.recorded, weights, Math.max(1, delay.from), series.claimed);
  if (!x.some((value) => value > 0)) return unasked('no day holds several triggers');
  // What every trigger brings, and what those of days with several bring beyond it.
  const answers = [...design.answers, { name: 'several', x }];
  const test = likelihoodRatioTest({ ...design, answers }, 'several', { smoothing: fit.smoothing });
  if (test.kind === 'failed') return unasked('the two kinds of triggers cannot be told apart');
  const alone = test.fit.parameters['rule'] ?? 0;
  const ofSeveral = alone + (test.fit.parameters['several'] ?? 0);
  return {
    name,
    passed: test.likelihoodRatio <= THRESHOLDS.aloneLikelihoodRatio || alone >= KEPT_SHARE * rho,
    value: alone,
    detail: `${alone.toFixed(2)} extra per trigger alone on its day, ${ofSeveral.toFixed(2)} per trigger of days with several (likelihood ratio ${test.likelihoodRatio.toFixed(2)})`,
  };
}

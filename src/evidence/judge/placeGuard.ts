import { delayForWindow, lagSum, likelihoodRatioTest, type DelaySpec } from '../../model/index.ts';
import { countWithin, type PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { AnswerFit } from './fitAnswer.ts';
import { KEPT_SHARE } from './leaveOuts.ts';

/**
 * Answers in another place than that of the triggers: are they answers to what the same side did where they happen? Acts
 * that hit both places on one day, each answered at home, look like answers across. So the acts in the place of the answers
 * (`there`) enter the model as a rule of their own; the guard fails where less than half of the effect is left beside them
 * or chance explains what is left. Null where nothing is recorded there on the claim's days.
 */
export function placeGuard(
  series: PairSeries,
  delay: DelaySpec,
  { design, fit, rho }: AnswerFit,
  there: Float64Array,
): Guard {
  const name = 'acts in the place of the answers';
  const { weights } = delayForWindow(delay, series.stepDays);
  const x = lagSum(there, series.recorded, weights, Math.max(1, delay.from), series.claimed);
  const events = countWithin(there, series.claimed);
  const answers = [...design.answers, { name: 'there', x }];
  const test =
    events > 0 ? likelihoodRatioTest({ ...design, answers }, 'rule', { smoothing: fit.smoothing }) : null;
  if (test === null || test.kind === 'failed') {
    const detail = test === null ? 'none on the days of the claim' : test.detail;
    return { name, passed: null, value: null, detail };
  }
  const beside = test.fit.parameters['rule'] ?? 0;
  const atHome = test.fit.parameters['there'] ?? 0;
  return {
    name,
    passed: test.pValue <= THRESHOLDS.plainLevel && beside >= KEPT_SHARE * rho,
    value: beside,
    detail: `beside ${events} acts of the same pattern there (${atHome.toFixed(2)} extra each): ${beside.toFixed(2)} extra per trigger (p ${test.pValue.toPrecision(2)})`,
  };
}

import { likelihoodRatioTest, recentMean } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { designShift, type ShiftFit } from './designShift.ts';
import { KEPT_SHARE } from './leaveOuts.ts';

/**
 * As `aloneGuard`, of a rate that falls after triggers: news on which the first side acts several times, and which stills
 * the second side on the days after, moves the rate behind those days alone. Asked of the rate, since what falls cannot
 * be told by what each trigger brings. Fails where triggers of days with several lower the rate further by
 * `THRESHOLDS.aloneLikelihoodRatio`, and the others by less than half. Not asked of weeks.
 */
export function stillGuard(series: PairSeries, fit: ShiftFit, steps: number): Guard {
  const name = 'triggers alone on their day';
  const unasked = (detail: string): Guard => ({ name, passed: null, value: null, detail });
  if (series.stepDays !== 1) return unasked('a weekly record does not show them');
  const several = series.trigger.map((count) => (count > 1 ? count : 0));
  const z = recentMean(several, series.recorded, steps, series.claimed);
  if (!z.some((value) => value > 0)) return unasked('no day holds several triggers');
  const { design } = designShift(series, steps);
  // What every trigger does to the rate, and what those of days with several do beyond it.
  const modifiers = [...design.modifiers, { name: 'several', z }];
  const test = likelihoodRatioTest({ ...design, modifiers }, 'several', {
    smoothing: fit.pair.with.smoothing,
  });
  if (test.kind === 'failed') return unasked('the two kinds of triggers cannot be told apart');
  const alone = fit.usual * (test.fit.parameters['shift'] ?? 0);
  const further = fit.usual * (test.fit.parameters['several'] ?? 0);
  const ratio = (log: number) => Math.exp(log).toFixed(2);
  return {
    name,
    passed:
      test.likelihoodRatio <= THRESHOLDS.aloneLikelihoodRatio ||
      further > 0 ||
      alone <= KEPT_SHARE * fit.logRatio,
    value: Math.exp(alone),
    detail: `ratio ${ratio(alone)} behind triggers alone on their day, ${ratio(alone + further)} behind as many on days with several (likelihood ratio ${test.likelihoodRatio.toFixed(2)})`,
  };
}

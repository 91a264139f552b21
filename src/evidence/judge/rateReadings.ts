import type { CountPanel, FailedFit } from '../../model/index.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import type { RateFit } from './fitModifier.ts';
import { KEPT_SHARE } from './leaveOuts.ts';
import { refitOnce } from './refitOnce.ts';

/**
 * A change of some streams read in every other defensible way of who did what and when; turned when it changes its sign, or
 * under half of it is left and chance explains that half. `measure` gives the change on another panel.
 */
export function readRateOtherwise(
  context: JudgeContext,
  base: RateFit,
  streams: readonly string[],
  measure: (panel: CountPanel) => RateFit | FailedFit,
): Guard {
  const refit = refitOnce(streams, measure, [{ panel: context.panel, fit: base }]);
  const readings = context.readings.map(({ name, about, panel }) => {
    const fit = refit(panel);
    if (fit.kind === 'failed') return { name, about, ratio: 'not fitted', estimate: null, turned: true };
    const same = Math.sign(fit.logRatio) === Math.sign(base.logRatio);
    const large = Math.abs(fit.logRatio) >= KEPT_SHARE * Math.abs(base.logRatio);
    const kept = same && (large || fit.pValue <= THRESHOLDS.rateLevel);
    return {
      name,
      about,
      ratio: Number.isFinite(fit.ratio) ? fit.ratio.toFixed(2) : 'without limit',
      estimate: Number.isFinite(fit.ratio) ? fit.ratio : null,
      turned: !kept,
    };
  });
  const turned = readings.filter((reading) => reading.turned);
  const onDirection = turned.length > 0 && turned.every(({ about }) => about === 'direction');
  return {
    name: onDirection ? 'direction policy' : 'readings',
    passed: readings.length === 0 ? null : turned.length === 0,
    value: readings.length - turned.length,
    detail:
      readings.length === 0
        ? 'no other reading changes the counts'
        : readings.map(({ name, ratio }) => `${name}: ratio ${ratio}`).join('; '),
    tried: readings.map(({ name, about, estimate, turned: turns }) => ({
      name,
      about,
      estimate,
      turned: turns,
    })),
  };
}

import type { CountPanel, FailedFit } from '../../model/index.ts';
import type { Guard } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import type { RateFit } from './fitModifier.ts';
import { KEPT_SHARE } from './leaveOuts.ts';

/** A change read in every other defensible way of who did what and when; turned when under half of it is left. */
export function readRateOtherwise(
  context: JudgeContext,
  base: RateFit,
  refit: (panel: CountPanel) => RateFit | FailedFit,
): Guard {
  const readings = context.readings.map(({ name, panel }) => {
    const fit = refit(panel);
    const ratio = fit.kind === 'failed' ? null : fit.ratio;
    const kept =
      fit.kind !== 'failed' &&
      fit.logRatio * Math.sign(base.logRatio) >= KEPT_SHARE * Math.abs(base.logRatio);
    return { name, ratio, turned: !kept && base.logRatio !== 0 };
  });
  const turned = readings.filter((reading) => reading.turned);
  return {
    name: 'readings',
    passed: readings.length === 0 ? null : turned.length === 0,
    value: readings.length - turned.length,
    detail:
      readings.length === 0
        ? 'no other reading changes the counts'
        : readings
            .map(({ name, ratio }) => `${name}: ratio ${ratio === null ? 'not fitted' : ratio.toFixed(2)}`)
            .join('; '),
  };
}

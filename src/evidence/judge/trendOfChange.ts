import type { FailedFit } from '../../model/index.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { RateFit } from './fitModifier.ts';

/**
 * The change with a straight trend in the model. A rate that only grows is lower on most early days than on most late ones,
 * and so it is inside a window of which more lies early. Passed where the change stands in its direction all the same.
 */
export function trendOfChange(fit: RateFit, withLine: RateFit | FailedFit): Guard {
  const name = 'with a straight trend';
  if (withLine.kind === 'failed') {
    return { name, passed: null, value: null, detail: `the model could not be fitted (${withLine.detail})` };
  }
  const { ratio, pValue, lower, upper } = withLine;
  const stands = fit.ratio < 1 ? upper < 1 : lower > 1;
  return {
    name,
    passed: stands && pValue <= THRESHOLDS.rateLevel,
    value: pValue,
    detail: `ratio ${ratio.toFixed(2)} beside a straight trend through all days compared, p ${pValue.toPrecision(2)}`,
  };
}

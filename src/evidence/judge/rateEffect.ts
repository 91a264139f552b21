import { THRESHOLDS } from '../thresholds.ts';
import type { Effect } from '../verdict.ts';
import type { RateFit } from './fitModifier.ts';

/** A rate ratio as an effect; null where a rate of nothing on one side leaves no number. */
export function rateEffect({ ratio, lower, upper }: RateFit, name: string): Effect {
  return {
    name,
    estimate: Number.isFinite(ratio) ? ratio : null,
    lower,
    upper: Number.isFinite(upper) ? upper : null,
    level: THRESHOLDS.intervalLevel,
    unit: 'ratio of rates',
  };
}

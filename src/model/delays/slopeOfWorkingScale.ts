import type { DelayScale } from './delayFamily.ts';
import { fromWorkingScale } from './fromWorkingScale.ts';

/** d parameter / d working, at a place on the scale on which it is estimated. */
export function slopeOfWorkingScale(scale: DelayScale, working: number): number {
  if (scale.of === 'itself') return 1;
  const parameter = fromWorkingScale(scale, working);
  return scale.of === 'logarithm' ? parameter : parameter * (1 - parameter);
}

import type { DelayScale } from './delayFamily.ts';

/** A delay's parameter on the scale on which it is estimated, inside the bounds there. */
export function toWorkingScale(scale: DelayScale, parameter: number): number {
  const at = {
    itself: parameter,
    logarithm: Math.log(parameter),
    logit: Math.log(parameter / (1 - parameter)),
  }[scale.of];
  return Math.min(Math.max(at, scale.lower), scale.upper);
}

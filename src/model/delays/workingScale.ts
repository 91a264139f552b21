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

/** The parameter itself. */
export function fromWorkingScale(scale: DelayScale, working: number): number {
  if (scale.of === 'itself') return working;
  return scale.of === 'logarithm' ? Math.exp(working) : 1 / (1 + Math.exp(-working));
}

/** d parameter / d working. */
export function slopeOfWorkingScale(scale: DelayScale, working: number): number {
  if (scale.of === 'itself') return 1;
  const parameter = fromWorkingScale(scale, working);
  return scale.of === 'logarithm' ? parameter : parameter * (1 - parameter);
}

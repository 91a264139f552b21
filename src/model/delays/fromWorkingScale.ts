import type { DelayScale } from './delayFamily.ts';

/** A delay's parameter itself, from the scale on which it is estimated. */
export function fromWorkingScale(scale: DelayScale, working: number): number {
  if (scale.of === 'itself') return working;
  return scale.of === 'logarithm' ? Math.exp(working) : 1 / (1 + Math.exp(-working));
}

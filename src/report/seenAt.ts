import type { Power } from '../evidence/index.ts';

/** Effects so many times beyond the curve are no sizes anybody speaks of. */
const BEYOND = 5;

/** The smallest effect seen with power 80 %; null where there is none, or none of a size that means anything. */
export function seenAt({ detectable, curve }: Power): number | null {
  if (detectable === null || curve.length === 0) return detectable;
  const sizes = curve.map(({ effect }) => effect);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return detectable > BEYOND * most || detectable < least / BEYOND ? null : detectable;
}

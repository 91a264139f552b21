import type { DelayFamily } from './delayFamily.ts';

/** Each step the answer comes with the same probability p: w(d) = p (1 − p)^(d−1). */
export const geometric: DelayFamily = {
  name: 'geometric',
  check: ([p, ...rest]) =>
    p !== undefined && rest.length === 0 && p > 0 && p < 1 ? null : 'one number p with 0 < p < 1',
  fill([p = 0.5], _from, weights, derivatives) {
    // Truncation renormalises, and the family has no memory: the first lag can stand for lag 1.
    let power = 1;
    for (let d = 0; d < weights.length; d++) {
      weights[d] = power;
      if (derivatives) derivatives[0]![d] = (-d * power) / (1 - p);
      power *= 1 - p;
    }
  },
};

/**
 * The default delay of a claim: half its mass in the first sixth of a window of `days` steps, p = 1 − 2^(−6/days)
 * (14 days: p ≈ .26). The sharper the delay, the more can be told apart from a shared wave.
 */
export function geometricForWindow(days: number): [number] {
  if (!(days >= 1)) throw new Error(`geometricForWindow: a window has at least one step, got ${days}`);
  return [1 - 2 ** (-6 / days)];
}

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
  estimate: () => [{ name: 'logit p', of: 'logit', lower: -6, upper: 6 }],
};

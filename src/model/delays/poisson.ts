import { poissonLogPmf } from '../../stats/index.ts';
import type { DelayFamily } from './delayFamily.ts';

/** Poisson distributed delay, shifted by one step: w(d) = f(d − 1; m). */
export const poisson: DelayFamily = {
  name: 'poisson',
  check: ([m, ...rest]) => (m !== undefined && m > 0 && rest.length === 0 ? null : 'one number m > 0'),
  fill([m = 1], from, weights, derivatives) {
    for (let i = 0; i < weights.length; i++) {
      const weight = Math.exp(poissonLogPmf(from + i - 1, m));
      weights[i] = weight;
      if (derivatives) derivatives[0]![i] = weight * ((from + i - 1) / m - 1);
    }
  },
  estimate: () => [{ name: 'ln mean', of: 'logarithm', lower: -5, upper: 5 }],
};

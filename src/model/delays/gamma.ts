import {
  regularisedGammaP,
  regularisedGammaPByShape,
  regularisedGammaQ,
  logGamma,
} from '../../stats/index.ts';
import type { DelayFamily } from './delayFamily.ts';

/** Gamma distributed delay of shape a and rate b, by steps: w(d) = P(a, b·d) − P(a, b·(d−1)). */
export const gamma: DelayFamily = {
  name: 'gamma',
  check: ([a, b, ...rest]) =>
    a !== undefined && a > 0 && b !== undefined && b > 0 && rest.length === 0
      ? null
      : 'two numbers, shape > 0 and rate > 0',
  fill([a = 1, b = 1], from, weights, derivatives) {
    const density = (d: number) => (d > 0 ? Math.exp(a * Math.log(b * d) - b * d - logGamma(a)) / b : 0);
    for (let i = 0; i < weights.length; i++) {
      const above = from + i;
      const below = above - 1;
      weights[i] =
        b * below > a
          ? regularisedGammaQ(a, b * below) - regularisedGammaQ(a, b * above)
          : regularisedGammaP(a, b * above) - regularisedGammaP(a, b * below);
      if (derivatives) {
        derivatives[0]![i] = regularisedGammaPByShape(a, b * above) - regularisedGammaPByShape(a, b * below);
        derivatives[1]![i] = density(above) - density(below);
      }
    }
  },
  estimate: () => [
    { name: 'ln shape', of: 'logarithm', lower: -3, upper: 5 },
    { name: 'ln rate', of: 'logarithm', lower: -6, upper: 4 },
  ],
};

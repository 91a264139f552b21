import { normalCdf, normalDensity } from '../../stats/index.ts';
import type { DelayFamily } from './delayFamily.ts';

/** Logarithm of the delay is normal with mean m and deviation s: w(d) = Φ((ln d − m)/s) − Φ((ln(d−1) − m)/s). */
export const logNormal: DelayFamily = {
  name: 'log-normal',
  check: ([m, s, ...rest]) =>
    m !== undefined && Number.isFinite(m) && s !== undefined && s > 0 && rest.length === 0
      ? null
      : 'two numbers, m and s > 0',
  fill([m = 0, s = 1], from, weights, derivatives) {
    const standard = (d: number) => (d > 0 ? (Math.log(d) - m) / s : -Infinity);
    let below = standard(from - 1);
    for (let i = 0; i < weights.length; i++) {
      const above = standard(from + i);
      // Differences of the nearer tail, so that late lags keep their digits.
      weights[i] = below > 0 ? normalCdf(-below) - normalCdf(-above) : normalCdf(above) - normalCdf(below);
      if (derivatives) {
        const low = normalDensity(below);
        derivatives[0]![i] = (low - normalDensity(above)) / s;
        derivatives[1]![i] = ((low === 0 ? 0 : low * below) - normalDensity(above) * above) / s;
      }
      below = above;
    }
  },
  estimate: () => [
    { name: 'm', of: 'itself', lower: -3, upper: 8 },
    { name: 'ln s', of: 'logarithm', lower: -3, upper: 2 },
  ],
};

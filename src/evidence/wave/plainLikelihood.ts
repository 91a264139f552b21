import { countTerm, countTermSlope } from './streamDesign.ts';
import type { StreamDesign } from './streamDesign.ts';
import { fillMeans, pullBack } from './streamMeans.ts';
import { quickLogarithm } from '../../stats/index.ts';
import type { Likelihood } from './waveLikelihood.ts';

/**
 * Negative binomial log-likelihood of one stream without a wave, on all recorded steps; fills only the stream's own
 * entries of the gradient. ln f = y ln mu − (y + 1/psi) ln(1 + psi mu) + terms of the counts alone.
 */
export function plainLikelihood(stream: StreamDesign): Likelihood {
  const { steps, counts, recorded, constants, place } = stream;
  const base = new Float64Array(steps);
  const rest = new Float64Array(steps);
  const byLogBase = new Float64Array(steps);
  const byRest = new Float64Array(steps);
  return (theta, gradient) => {
    fillMeans(stream, theta, base, rest);
    const psi = Math.exp(theta[place.logPsi]!);
    const size = 1 / psi;
    let sum = countTerm(constants, psi);
    let bySize = 0;
    for (let t = 0; t < steps; t++) {
      if (recorded[t] !== 1) {
        byRest[t] = 0;
        byLogBase[t] = 0;
        continue;
      }
      const y = counts[t]!;
      const mean = base[t]! + rest[t]!;
      const x = psi * mean;
      const log = quickLogarithm(1 + x);
      const inverse = 1 / (1 + x);
      sum -= (y + size) * log;
      if (y > 0) sum += y * Math.log(mean);
      const slope = (y / mean - 1) * inverse;
      byRest[t] = slope;
      byLogBase[t] = slope * base[t]!;
      bySize += size * log - (y + size) * x * inverse;
    }
    if (gradient !== null) {
      pullBack(stream, byLogBase, byRest, gradient);
      gradient[place.logPsi] = bySize + countTermSlope(constants, psi);
    }
    return sum;
  };
}

/**
 * Expected information of the stream's parameters at theta, in the common order (n × n): Σ_t dmu dmuᵀ/(mu(1+psi mu));
 * for log psi (orthogonal to the mean) the rough Σ_t (x/(1+x))²/2, which is exact as the means grow.
 */
export function plainInformation(stream: StreamDesign, theta: Float64Array, into: Float64Array): void {
  const { steps, recorded, place, columns, terms } = stream;
  const n = theta.length;
  const base = new Float64Array(steps);
  const rest = new Float64Array(steps);
  fillMeans(stream, theta, base, rest);
  const psi = Math.exp(theta[place.logPsi]!);
  const places = [...columns.map((_, k) => place.beta + k), ...place.terms];
  const slopes = new Float64Array(places.length);
  for (let t = 0; t < steps; t++) {
    if (recorded[t] !== 1) continue;
    const mean = base[t]! + rest[t]!;
    const x = psi * mean;
    const weight = 1 / (mean * (1 + x));
    for (let k = 0; k < columns.length; k++) slopes[k] = base[t]! * columns[k]![t]!;
    for (let k = 0; k < terms.length; k++) slopes[columns.length + k] = terms[k]![t]!;
    for (let p = 0; p < places.length; p++) {
      for (let q = 0; q < places.length; q++) {
        const cell = places[p]! * n + places[q]!;
        into[cell] = into[cell]! + weight * slopes[p]! * slopes[q]!;
      }
    }
    const cell = place.logPsi * n + place.logPsi;
    into[cell] = into[cell]! + 0.5 * (x / (1 + x)) ** 2;
  }
}

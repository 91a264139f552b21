import { borrowKernel, type ChainKernel } from './chainKernel.ts';
import { BY_SIZE, PSI } from './chainMemory.ts';
import { planPlain, writePlain } from './plainMemory.ts';
import { countTerm, countTermSlope, type StreamDesign } from './streamDesign.ts';
import type { Likelihood } from './waveLikelihood.ts';

/** One stream without a wave, on all recorded steps. Entries of theta and of the results are in the common order. */
export interface PlainStream {
  /**
   * Negative binomial log-likelihood; fills only the stream's own entries of the gradient.
   * ln f = y ln mu − (y + 1/psi) ln(1 + psi mu) + terms of the counts alone.
   */
  readonly likelihood: Likelihood;
  /**
   * Adds the expected information of its own parameters (n × n): Σ_t dmu dmuᵀ/(mu(1+psi mu)); for log psi (orthogonal to the
   * mean) the rough Σ_t (x/(1+x))²/2, which is exact as the means grow.
   */
  readonly addInformation: (theta: Float64Array, into: Float64Array) => void;
  /** Endemic part at a calm wave, base_t = o_t exp(X_t beta), and the part that no wave multiplies, rest_t. */
  readonly means: (theta: Float64Array) => { readonly base: Float64Array; readonly rest: Float64Array };
}

/** The loops over days run in the compiled kernel (folder `kernel`). */
export function plainStream(stream: StreamDesign): PlainStream {
  const { steps, columns, constants, place } = stream;
  const plan = planPlain(stream);
  const places = [...columns.map((_, k) => place.beta + k), ...place.terms];

  const bring = (theta: Float64Array): ChainKernel => {
    const { kernel, kept } = borrowKernel(plan, plan.bytes);
    if (!kept) writePlain(plan, stream, kernel);
    const parameters = new Float64Array(kernel.memory.buffer, plan.parameters, places.length);
    for (let k = 0; k < places.length; k++) parameters[k] = theta[places[k]!]!;
    new Float64Array(kernel.memory.buffer, plan.record + PSI, 1)[0] = Math.exp(theta[place.logPsi]!);
    kernel.means(plan.record, steps);
    return kernel;
  };
  const read = ({ memory: { buffer } }: ChainKernel, at: number, length: number): Float64Array =>
    new Float64Array(buffer, at, length);

  return {
    likelihood: (theta, gradient) => {
      const kernel = bring(theta);
      const psi = Math.exp(theta[place.logPsi]!);
      const value = kernel.plainValue(plan.record, steps) + countTerm(constants, psi);
      if (gradient === null) return value;
      kernel.pullBack(plan.record, steps);
      const slopes = read(kernel, plan.slopes, places.length);
      for (let k = 0; k < places.length; k++) gradient[places[k]!] = slopes[k]!;
      const bySize = read(kernel, plan.record + BY_SIZE, 1)[0]!;
      gradient[place.logPsi] = bySize + countTermSlope(constants, psi);
      return value;
    },
    addInformation: (theta, into) => {
      const kernel = bring(theta);
      const bySize = kernel.plainInformation(plan.record, steps, plan.matrix);
      const matrix = read(kernel, plan.matrix, places.length ** 2);
      const add = (p: number, q: number, value: number) => (into[p * theta.length + q]! += value);
      for (let p = 0; p < places.length; p++) {
        for (let q = 0; q <= p; q++) {
          const value = matrix[p * places.length + q]!;
          add(places[p]!, places[q]!, value);
          if (q < p) add(places[q]!, places[p]!, value);
        }
      }
      add(place.logPsi, place.logPsi, bySize);
    },
    means: (theta) => {
      const kernel = bring(theta);
      return { base: read(kernel, plan.base, steps).slice(), rest: read(kernel, plan.rest, steps).slice() };
    },
  };
}

import type { ChainKernel } from './chainKernel.ts';
import {
  BY_LOADING,
  BY_SIZE,
  planMemory,
  type ChainMemory,
  type Precision,
  type StreamMemory,
} from './chainMemory.ts';
import { loadingPenalty } from './loadingPenalty.ts';
import { LEVELS } from './rouwenhorst.ts';
import { runForward } from './runForward.ts';
import { countTermSlope } from './streamDesign.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Log-likelihood at theta; fills the gradient unless it is null. */
export type Likelihood = ((theta: Float64Array, gradient: Float64Array | null) => number) & {
  /** Where a value rests on an inner search: a copy of the place it found last, and the place to begin the next. */
  readonly place?: () => Float64Array;
  readonly beginAt?: (place: Float64Array | null) => void;
};

/**
 * Exact log-likelihood of two streams under a shared hidden wave that reaches B `shift` days after A (model M(s)),
 * less Σ c²/8, by the scaled forward recursion; gradient by the backward one, log tau included. NaN where a parameter is
 * not finite.
 * Steps without data are leapt over: Θ of L steps is Θ at the time scale tau/L. Two levels are a wave of calm and storm; single
 * precision (up to twelve levels) guides searches. The recursions over days and levels run in the compiled kernel (folder `kernel`).
 * Legend: position h of the chain carries day h of A and day h + shift of B; m = base·exp(c zeta_i) + rest, x = psi m,
 * ln f = y ln m − (y + 1/psi) ln(1+x) + terms of the counts alone (added once); e_h(i) the product of the densities;
 * alpha_h is the filtered law divided by the stationary one, so that Θ serves both directions (the chain is reversible); q_h
 * its scale.
 * Source: zucchiniMacDonald2016 (chapter 3), kopeckySuen2010 for Θ.
 */
export function waveLikelihood(
  design: WaveDesign,
  shift: number,
  levels = LEVELS,
  precision: Precision = 'double',
): Likelihood {
  const plan = planMemory(design, shift, levels, precision);
  const { chain, streams, records, law, zeta, emission, alpha, scale, room, thetas, leapList } = plan;
  const size = [chain.length, levels, streams.length, records, thetas] as const;
  return (theta, gradient) => {
    if (!theta.every(Number.isFinite)) return NaN;
    const { kernel, value } = runForward(plan, theta);
    if (gradient !== null) {
      const backward = precision === 'double' ? kernel.backward : kernel.backwardSingle;
      const byTime = backward(...size, leapList, law, zeta, emission, alpha, scale, room);
      gradient[plan.logTau] = byTime / Math.exp(theta[plan.logTau]!);
      for (const one of streams) giveSlopes(one, theta, plan, kernel, gradient);
    }
    return value - loadingPenalty(design, theta, gradient);
  };
}

/** Gives the derivatives of a stream to the gradient. */
function giveSlopes(
  one: StreamMemory,
  theta: Float64Array,
  { days, precision }: ChainMemory,
  { memory: { buffer }, pullBack }: ChainKernel,
  gradient: Float64Array,
): void {
  const { place, constantsLate, columns } = one.stream;
  if (precision === 'double') pullBack(one.record, days);
  const slopes = new Float64Array(buffer, one.slopes, one.columns.length);
  columns.forEach((_, k) => (gradient[place.beta + k] = slopes[k]!));
  place.terms.forEach((to, k) => (gradient[to] = slopes[columns.length + k]!));
  const at = (field: number): number => new Float64Array(buffer, one.record + field, 1)[0]!;
  gradient[place.loading] = at(BY_LOADING);
  gradient[place.logPsi] = at(BY_SIZE) + countTermSlope(constantsLate, Math.exp(theta[place.logPsi]!));
}

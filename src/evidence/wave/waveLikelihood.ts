import { borrowKernel, type ChainKernel } from './chainKernel.ts';
import { BY_LOADING, BY_SIZE, evenRow, planMemory, PSI, writeMemory } from './chainMemory.ts';
import type { ChainMemory, StreamMemory } from './chainMemory.ts';
import { loadingPenalty } from './loadingPenalty.ts';
import { countTerm, countTermSlope } from './streamDesign.ts';
import { LEVELS, rouwenhorst, waveLevels } from './rouwenhorst.ts';
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
 * Steps without data are leapt over: Θ of L steps is Θ at the time scale tau/L. Fewer than 11 levels are a cheaper likeness,
 * to find where the hills are. The recursions over days and levels run in the compiled kernel (`kernel/chain.ts`).
 * Legend: position h of the chain carries day h of A and day h + shift of B; m = base·exp(c zeta_i) + rest, x = psi m,
 * ln f = y ln m − (y + 1/psi) ln(1+x) + terms of the counts alone (added once); e_h(i) the product of the densities;
 * alpha_h is the filtered law divided by the stationary one, so that Θ serves both directions (the chain is reversible); q_h
 * its scale.
 * Source: zucchiniMacDonald2016 (chapter 3), kopeckySuen2010 for Θ.
 */
export function waveLikelihood(design: WaveDesign, shift: number, levels = LEVELS): Likelihood {
  const { layout } = design;
  const plan = planMemory(design, shift, levels);
  const { streams, records, law, zeta, emission, alpha, scale, room, thetas, leapList } = plan;
  const zetas = waveLevels(levels);
  const square = new Float64Array(levels * levels);

  /** Takes the parameters of a stream; returns the terms of its counts alone. */
  function takeParameters(one: StreamMemory, theta: Float64Array, kernel: ChainKernel): number {
    const { buffer } = kernel.memory;
    const { place, constantsLate, columns } = one.stream;
    const parameters = new Float64Array(buffer, one.parameters, one.columns.length);
    columns.forEach((_, k) => (parameters[k] = theta[place.beta + k]!));
    place.terms.forEach((from, k) => (parameters[columns.length + k] = theta[from]!));
    kernel.means(one.record, plan.steps);
    const lift = new Float64Array(buffer, one.lift, evenRow(levels));
    // The level that makes a row even repeats the last, so that nothing there is undefined.
    lift.forEach((_, i) => (lift[i] = Math.exp(theta[place.loading]! * (zetas[i] ?? zetas[levels - 1]!))));
    const psi = Math.exp(theta[place.logPsi]!);
    new Float64Array(buffer, one.record + PSI, 1)[0] = psi;
    return countTerm(constantsLate, psi);
  }

  /** Gives the derivatives of a stream to the gradient. */
  function giveSlopes(
    one: StreamMemory,
    theta: Float64Array,
    kernel: ChainKernel,
    gradient: Float64Array,
  ): void {
    const { buffer } = kernel.memory;
    const { place, constantsLate, columns } = one.stream;
    kernel.pullBack(one.record, plan.steps);
    const slopes = new Float64Array(buffer, one.slopes, one.columns.length);
    columns.forEach((_, k) => (gradient[place.beta + k] = slopes[k]!));
    place.terms.forEach((to, k) => (gradient[to] = slopes[columns.length + k]!));
    const at = (field: number): number => new Float64Array(buffer, one.record + field, 1)[0]!;
    gradient[place.loading] = at(BY_LOADING);
    gradient[place.logPsi] = at(BY_SIZE) + countTermSlope(constantsLate, Math.exp(theta[place.logPsi]!));
  }

  return (theta, gradient) => {
    if (!theta.every(Number.isFinite)) return NaN;
    const { kernel, kept } = borrowKernel(plan, plan.bytes);
    if (!kept) writeMemory(plan, kernel);
    const tau = Math.exp(theta[layout.logTau]!);
    for (const [leap, at] of plan.transitions) {
      rouwenhorst(tau / leap, square, levels);
      writeByColumns(square, plan, at, kernel);
    }
    const size = [plan.chain.length, levels, streams.length, records, thetas] as const;
    let value = 0;
    for (const one of streams) value += takeParameters(one, theta, kernel);
    value += kernel.forward(...size, law, emission, alpha, scale, room);
    if (gradient !== null) {
      gradient[layout.logTau] =
        kernel.backward(...size, leapList, law, zeta, emission, alpha, scale, room) / tau;
      for (const one of streams) giveSlopes(one, theta, kernel, gradient);
    }
    return value - loadingPenalty(design, theta, gradient);
  };
}

function writeByColumns(
  square: Float64Array,
  { levels }: ChainMemory,
  at: number,
  { memory }: ChainKernel,
): void {
  const row = evenRow(levels);
  const into = new Float64Array(memory.buffer, at, levels * row).fill(0);
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) into[j * row + i] = square[i * levels + j]!;
  }
}

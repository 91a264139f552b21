import { transitionOf } from './transition.ts';
import { addEmission, finishEmissions, makeEmissions, startEmissions, weighEmission } from './emissions.ts';
import { generatorRow, LEVELS, rouwenhorst, stationaryLaw } from './rouwenhorst.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Log-likelihood at theta; fills the gradient unless it is null. */
export type Likelihood = ((theta: Float64Array, gradient: Float64Array | null) => number) & {
  /** Where a value rests on an inner search: a copy of the place it found last, and the place to begin the next. */
  readonly place?: () => Float64Array;
  readonly beginAt?: (place: Float64Array | null) => void;
};

/**
 * Exact log-likelihood of two streams under a shared hidden wave that reaches B `shift` days after A (model M(s)),
 * less (c_A² + c_B²)/8, by the scaled forward recursion; gradient by the backward one, log tau included.
 * Steps without data are leapt over: Θ of L steps is Θ at the time scale tau/L. Legend: position h of the chain carries day h of A and day h + shift of B; alpha_h is the filtered law divided by
 * the stationary one, so that Θ serves both directions (the chain is reversible); q_h its scale. Fewer than 11 levels
 * are a cheaper likeness, to find where the hills are.
 * Source: zucchiniMacDonald2016 (chapter 3), kopeckySuen2010 for Θ.
 */
export function waveLikelihood(design: WaveDesign, shift: number, levels = LEVELS): Likelihood {
  const K = levels;
  const PI = stationaryLaw(K);
  const applyTransition = transitionOf(K);
  const { steps, layout } = design;
  const a = makeEmissions(design.a, K);
  const b = makeEmissions(design.b, K);
  const alpha = new Float64Array(steps * K);
  const emission = new Float64Array(steps * K);
  const scale = new Float64Array(steps);
  const row = new Float64Array(K);
  const logs = new Float64Array(K);
  const beta = new Float64Array(K);
  const law = new Float64Array(K);
  const dataA = design.a.recordedLate;
  const dataB = design.b.recordedLate;
  const chain = positions(dataA, dataB, shift);
  const last = chain.length - 1;
  const leap = (k: number): number => chain[k]! - chain[k - 1]!;
  /** Θ of each length of leap. */
  const thetas: Float64Array[] = [];
  for (let k = 1; k <= last; k++) thetas[leap(k)] ??= new Float64Array(K * K);

  function forward(): number {
    let sum = 0;
    for (let k = 0; k <= last; k++) {
      const h = chain[k]!;
      const at = k * K;
      if (k === 0) row.fill(1);
      else applyTransition(thetas[leap(k)]!, alpha, at - K, row);
      logs.fill(0);
      if (dataA[h] === 1) addEmission(a, h, logs);
      if (h + shift < steps && dataB[h + shift] === 1) addEmission(b, h + shift, logs);
      let top = logs[0]!;
      for (let i = 1; i < K; i++) if (logs[i]! > top) top = logs[i]!;
      let q = 0;
      for (let i = 0; i < K; i++) {
        const e = Math.exp(logs[i]! - top);
        emission[at + i] = e;
        const weighted = row[i]! * e;
        alpha[at + i] = weighted;
        q += PI[i]! * weighted;
      }
      const inverse = 1 / q;
      for (let i = 0; i < K; i++) alpha[at + i] = alpha[at + i]! * inverse;
      scale[k] = inverse;
      sum += Math.log(q) + top;
    }
    return sum;
  }

  /** Returns ∂l/∂log tau · tau. */
  function backward(): number {
    let byTime = 0;
    beta.fill(1);
    for (let k = last; k >= 0; k--) {
      const h = chain[k]!;
      const at = k * K;
      for (let i = 0; i < K; i++) law[i] = PI[i]! * alpha[at + i]!;
      if (k < last) {
        const length = leap(k + 1);
        for (let i = 0; i < K; i++) byTime += length * law[i]! * generatorRow(beta, 0, i, K);
      }
      for (let i = 0; i < K; i++) law[i] = law[i]! * beta[i]!;
      if (dataA[h] === 1) weighEmission(a, h, law);
      if (h + shift < steps && dataB[h + shift] === 1) weighEmission(b, h + shift, law);
      if (k === 0) break;
      const inverse = scale[k]!;
      for (let i = 0; i < K; i++) row[i] = beta[i]! * emission[at + i]! * inverse;
      applyTransition(thetas[leap(k)]!, row, 0, beta);
    }
    return byTime;
  }

  return (parameters, gradient) => {
    const tau = Math.exp(parameters[layout.logTau]!);
    const cA = parameters[layout.cA]!;
    const cB = parameters[layout.cB]!;
    thetas.forEach((theta, length) => rouwenhorst(tau / length, theta, K));
    startEmissions(a, parameters);
    startEmissions(b, parameters);
    const value = forward() + a.constant + b.constant - (cA * cA + cB * cB) / 8;
    if (gradient !== null) {
      const byTime = backward();
      finishEmissions(a, gradient);
      finishEmissions(b, gradient);
      gradient[layout.cA] = gradient[layout.cA]! - cA / 4;
      gradient[layout.cB] = gradient[layout.cB]! - cB / 4;
      gradient[layout.logTau] = byTime / tau;
    }
    return value;
  };
}

/** Positions of the chain that carry data. */
function positions(dataA: Uint8Array, dataB: Uint8Array, shift: number): Int32Array {
  const found: number[] = [];
  for (let h = 0; h < dataA.length; h++) if (dataA[h] === 1 || dataB[h + shift] === 1) found.push(h);
  return Int32Array.from(found);
}

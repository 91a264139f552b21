import { transitionOf } from './transition.ts';
import {
  addEmission,
  finishEmissions,
  makeEmissions,
  skipEmission,
  startEmissions,
  weighEmission,
} from './emissions.ts';
import { generatorRow, LEVELS, rouwenhorst, stationaryLaw } from './rouwenhorst.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Log-likelihood at theta; fills the gradient unless it is null. */
export type Likelihood = (theta: Float64Array, gradient: Float64Array | null) => number;

/**
 * Exact log-likelihood of two streams under a shared hidden wave that reaches B `shift` days after A (model M(s)),
 * less (c_A² + c_B²)/8, by the scaled forward recursion; gradient by the backward one, log tau included.
 * Legend: position h of the chain carries day h of A and day h + shift of B; alpha_h is the filtered law divided by
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
  const theta = new Float64Array(K * K);
  const alpha = new Float64Array(steps * K);
  const emission = new Float64Array(steps * K);
  const scale = new Float64Array(steps);
  const row = new Float64Array(K);
  const logs = new Float64Array(K);
  const beta = new Float64Array(K);
  const law = new Float64Array(K);
  const dataA = design.a.recordedLate;
  const dataB = design.b.recordedLate;
  const [first, last] = span(dataA, dataB, shift);

  function forward(): number {
    let sum = 0;
    for (let h = first; h <= last; h++) {
      const at = h * K;
      if (h === first) row.fill(1);
      else applyTransition(theta, alpha, at - K, row);
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
      scale[h] = inverse;
      sum += Math.log(q) + top;
    }
    return sum;
  }

  /** Returns ∂l/∂log tau · tau. */
  function backward(): number {
    let byTime = 0;
    beta.fill(1);
    for (let h = last; h >= first; h--) {
      const at = h * K;
      for (let i = 0; i < K; i++) law[i] = PI[i]! * alpha[at + i]!;
      if (h < last) for (let i = 0; i < K; i++) byTime += law[i]! * generatorRow(beta, 0, i, K);
      for (let i = 0; i < K; i++) law[i] = law[i]! * beta[i]!;
      if (dataA[h] === 1) weighEmission(a, h, law);
      else skipEmission(a, h);
      if (h + shift < steps) {
        if (dataB[h + shift] === 1) weighEmission(b, h + shift, law);
        else skipEmission(b, h + shift);
      }
      const inverse = scale[h]!;
      for (let i = 0; i < K; i++) row[i] = beta[i]! * emission[at + i]! * inverse;
      applyTransition(theta, row, 0, beta);
    }
    return byTime;
  }

  return (parameters, gradient) => {
    const tau = Math.exp(parameters[layout.logTau]!);
    const cA = parameters[layout.cA]!;
    const cB = parameters[layout.cB]!;
    rouwenhorst(tau, theta, K);
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

/** First and last position of the chain that carry data (an empty record gives last < first). */
function span(dataA: Uint8Array, dataB: Uint8Array, shift: number): [number, number] {
  let first = dataA.length;
  let last = -1;
  for (let h = 0; h < dataA.length; h++) {
    if (dataA[h] !== 1 && dataB[h + shift] !== 1) continue;
    first = Math.min(first, h);
    last = h;
  }
  return [first, last];
}

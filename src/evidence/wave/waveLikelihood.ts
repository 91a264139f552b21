import { transitionOf } from './transition.ts';
import { finishEmissions, joinEmissions, makeEmissions } from './emissions.ts';
import { loadingPenalty } from './loadingPenalty.ts';
import { scratch } from './scratch.ts';
import { streamsOf } from './streamsOf.ts';
import { tabledExp } from './tabledExp.ts';
import { LEVELS, rouwenhorst, stationaryLaw } from './rouwenhorst.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Log-likelihood at theta; fills the gradient unless it is null. */
export type Likelihood = ((theta: Float64Array, gradient: Float64Array | null) => number) & {
  /** Where a value rests on an inner search: a copy of the place it found last, and the place to begin the next. */
  readonly place?: () => Float64Array;
  readonly beginAt?: (place: Float64Array | null) => void;
};

/**
 * Exact log-likelihood of two streams under a shared hidden wave that reaches B `shift` days after A (model M(s)),
 * less Σ c²/8, by the scaled forward recursion; gradient by the backward one, log tau included.
 * Steps without data are leapt over: Θ of L steps is Θ at the time scale tau/L. Legend: position h of the chain carries day h of A and day h + shift of B; alpha_h is the filtered law divided by
 * the stationary one, so that Θ serves both directions (the chain is reversible); q_h its scale. Fewer than 11 levels
 * are a cheaper likeness, to find where the hills are.
 * Source: zucchiniMacDonald2016 (chapter 3), kopeckySuen2010 for Θ.
 */
export function waveLikelihood(design: WaveDesign, shift: number, levels = LEVELS): Likelihood {
  const K = levels;
  const PI = stationaryLaw(K);
  const applyTransition = transitionOf(K);
  const { layout } = design;
  const chain = positions(design, shift);
  const all = streamsOf(design).map((stream) =>
    makeEmissions(stream, K, chain, stream === design.b ? shift : 0),
  );
  const last = chain.length - 1;
  const alpha = scratch('alpha', chain.length * K);
  /** −ln f, later f up to a scale; and the posterior of the levels. */
  const emission = scratch('emission', chain.length * K);
  const posterior = scratch('posterior', chain.length * K);
  const scale = new Float64Array(chain.length);
  const row = new Float64Array(K);
  const beta = new Float64Array(K);
  /** Half the generator of the chain: how fast the law flows down, stays, flows up. */
  const flow = Float64Array.from(PI, (_, i) => 0.5 * i);
  const leap = Int32Array.from(chain, (day, k) => (k === 0 ? 0 : day - chain[k - 1]!));
  /** Θ of each length of leap. */
  const thetas: Float64Array[] = [];
  for (let k = 1; k <= last; k++) thetas[leap[k]!] ??= new Float64Array(K * K);

  function forward(factors: Float64Array): number {
    let sum = 0;
    let product = 1;
    row.fill(1);
    for (let k = 0, at = 0; k <= last; k++, at += K) {
      if (k > 0) applyTransition(thetas[leap[k]!]!, alpha, at - K, row);
      let least = emission[at]!;
      for (let i = 1; i < K; i++) if (emission[at + i]! < least) least = emission[at + i]!;
      let q = 0;
      for (let i = 0; i < K; i++) {
        const e = factors[at + i]! * tabledExp(least - emission[at + i]!);
        emission[at + i] = e;
        const weighted = row[i]! * e;
        alpha[at + i] = weighted;
        q += PI[i]! * weighted;
      }
      const inverse = 1 / q;
      for (let i = 0; i < K; i++) alpha[at + i] = alpha[at + i]! * inverse;
      scale[k] = inverse;
      sum -= least;
      product *= q;
      if (product < 1e-30 || product > 1e30) {
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  }

  /** Fills the posterior; returns ∂l/∂log tau · tau. */
  function backward(): number {
    const n = K - 1;
    let byTime = 0;
    beta.fill(1);
    for (let k = last, at = last * K; k >= 0; k--, at -= K) {
      let turned = 0;
      for (let i = 0; i < K; i++) {
        const law = PI[i]! * alpha[at + i]!;
        const below = i > 0 ? flow[i]! * beta[i - 1]! : 0;
        const above = i < n ? flow[n - i]! * beta[i + 1]! : 0;
        turned += law * (0.5 * n * beta[i]! - below - above);
        posterior[at + i] = law * beta[i]!;
      }
      if (k < last) byTime += leap[k + 1]! * turned;
      if (k === 0) break;
      const inverse = scale[k]!;
      for (let i = 0; i < K; i++) row[i] = beta[i]! * emission[at + i]! * inverse;
      applyTransition(thetas[leap[k]!]!, row, 0, beta);
    }
    return byTime;
  }

  return (parameters, gradient) => {
    const tau = Math.exp(parameters[layout.logTau]!);
    thetas.forEach((theta, length) => rouwenhorst(tau / length, theta, K));
    emission.fill(0);
    posterior.fill(1);
    // The posterior's room holds the factors of the densities until the backward recursion writes it.
    for (const one of all) joinEmissions(one, parameters, emission, posterior);
    let value = forward(posterior);
    for (const one of all) value += one.constant;
    if (gradient !== null) {
      gradient[layout.logTau] = backward() / tau;
      for (const one of all) finishEmissions(one, posterior, gradient);
    }
    return value - loadingPenalty(design, parameters, gradient);
  };
}

/** Positions of the chain that carry data. */
function positions({ a, b, third, steps }: WaveDesign, shift: number): Int32Array {
  const found: number[] = [];
  for (let h = 0; h < steps; h++) {
    if (a.recordedLate[h] === 1 || b.recordedLate[h + shift] === 1 || third?.recordedLate[h] === 1)
      found.push(h);
  }
  return Int32Array.from(found);
}

import { FIRST_BYTE } from '../../stats/index.ts';
import { borrowKernel, type ChainKernel } from './chainKernel.ts';
import { loadingPenalty } from './loadingPenalty.ts';
import {
  BY_LOADING,
  BY_SIZE,
  LOADING,
  planSmooth,
  PSI,
  writePrior,
  writeSmooth,
  type SmoothMemory,
  type SmoothStreamMemory,
} from './smoothMemory.ts';
import {
  logPrecision,
  logPrecisionSlope,
  quadraticSlope,
  smoothPrior,
  smoothPriorSlopes,
  type SmoothPrior,
} from './smoothPrior.ts';
import { countTerm, countTermSlope, type StreamDesign } from './streamDesign.ts';
import { streamsOf } from './streamsOf.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { Likelihood } from './waveLikelihood.ts';

export type SmoothLikelihood = Likelihood & {
  readonly place: () => Float64Array;
  readonly beginAt: (place: Float64Array | null) => void;
  /** Newton steps of all searches for a mode so far. */
  readonly modeSteps: () => number;
};

/**
 * Log-likelihood of two streams under a shared smooth wave, less Σ c²/8, by Laplace's approximation with the
 * expected information in the determinant: Σ ln f(y | ẑ) − ẑ'Qẑ/2 + log|Q|/2 − log|Q + W|/2. All recorded steps; no
 * same-day term (kappa must be held at 0). The gradient includes how the mode ẑ and W move. The search for the mode
 * starts from the last mode found, so calls must come in a fixed order; `beginAt(null)` starts it again from z = 0. Where
 * no mode is found the value is −∞. The loops over days run in the compiled kernel (folder `kernel`).
 * Source: rueMartinoChopin2009.
 */
export function smoothWave(design: WaveDesign): SmoothLikelihood {
  const { layout } = design;
  const plan = planSmooth(withoutEnds(design));
  const { pairs, streams, records, prior: priorAt, priorSlopes, z } = plan;
  const { forInformation, adjoint, factor, step, slope } = plan;
  const n = 2 * pairs;
  const course = new Float64Array(n);
  let modeSteps = 0;
  /** What does not change with the parameters, for the next time that somebody else has used the memory. */
  let written: Uint8Array | null = null;

  const evaluate = (theta: Float64Array, gradient: Float64Array | null): number => {
    const tau = Math.exp(theta[layout.logTau]!);
    const prior = smoothPrior(tau);
    const { kernel, kept } = borrowKernel(plan, plan.bytes);
    if (!kept && written !== null) new Uint8Array(kernel.memory.buffer, FIRST_BYTE).set(written);
    else if (!kept) {
      writeSmooth(plan, kernel);
      written = new Uint8Array(kernel.memory.buffer, FIRST_BYTE, priorAt - FIRST_BYTE).slice();
    }
    writePrior(priorAt, prior, kernel);
    let terms = 0;
    for (const one of streams) terms += takeParameters(one, theta, n, kernel);
    new Float64Array(kernel.memory.buffer, z, n).set(course);
    let height = NaN;
    if (theta.every(Number.isFinite)) {
      height = terms + findMode(plan, kernel);
      modeSteps += kernel.modeSteps();
    }
    const logDeterminant = Number.isFinite(height)
      ? kernel.factor(pairs, plan.expected, priorAt, factor, slope, step)
      : NaN;
    if (Number.isNaN(logDeterminant)) {
      course.fill(0);
      return -Infinity;
    }
    course.set(new Float64Array(kernel.memory.buffer, z, n));
    const slopes = smoothPriorSlopes(tau);
    writePrior(priorSlopes, slopes, kernel);
    kernel.invert(pairs, factor, priorAt, priorSlopes, forInformation, plan.sums);
    kernel.informationSlopes(pairs, streams.length, records, forInformation, slope, adjoint);
    // How the mode moves, (Q + H) dẑ = ds, and how far off it still is, by the slope s left at z: both value and gradient
    // hold for the mode. Where rounding spoils Q + H, Q + W is close enough to climb.
    if (Number.isNaN(kernel.factor(pairs, plan.observed, priorAt, factor, adjoint, step)))
      kernel.factor(pairs, plan.expected, priorAt, factor, adjoint, step);
    kernel.solve(pairs, factor, step);
    const beyond = kernel.product(pairs, slope, step);
    const value = height + beyond + 0.5 * logPrecision(prior, n) - 0.5 * logDeterminant;
    if (gradient !== null) {
      kernel.addGradient(pairs, streams.length, records, z, forInformation, step);
      gradient.fill(0);
      for (const one of streams) giveSlopes(one, theta, n, kernel, gradient);
      gradient[layout.logTau] =
        0.5 * logPrecisionSlope(prior, slopes, n) + priorGradient(plan, prior, slopes, kernel);
    }
    return value - loadingPenalty(design, theta, gradient);
  };
  return Object.assign(evaluate, {
    place: () => course.slice(),
    beginAt: (place: Float64Array | null) => void (place === null ? course.fill(0) : course.set(place)),
    modeSteps: () => modeSteps,
  });
}

/** Takes the parameters of a stream; returns the terms of its counts alone. */
function takeParameters(
  { stream, record, parameters, columns }: SmoothStreamMemory,
  theta: Float64Array,
  days: number,
  { memory: { buffer }, lines }: ChainKernel,
): number {
  const { place, constants } = stream;
  const psi = Math.exp(theta[place.logPsi]!);
  const betas = stream.columns.map((_, k) => theta[place.beta + k]!);
  new Float64Array(buffer, parameters, columns.length).set([...betas, ...place.terms.map((k) => theta[k]!)]);
  new Float64Array(buffer, record + PSI, 1)[0] = psi;
  new Float64Array(buffer, record + LOADING, 1)[0] = theta[place.loading]!;
  lines(record, days / 2);
  return countTerm(constants, psi);
}

/** Gives the derivatives of a stream to the gradient. */
function giveSlopes(
  { stream, record, slopes, columns }: SmoothStreamMemory,
  theta: Float64Array,
  days: number,
  { memory: { buffer }, pullBack }: ChainKernel,
  gradient: Float64Array,
): void {
  const { place, constants } = stream;
  pullBack(record, days);
  const found = new Float64Array(buffer, slopes, columns.length);
  stream.columns.forEach((_, k) => (gradient[place.beta + k] = found[k]!));
  place.terms.forEach((to, k) => (gradient[to] = found[stream.columns.length + k]!));
  const at = (field: number): number => new Float64Array(buffer, record + field, 1)[0]!;
  gradient[place.loading] = at(BY_LOADING);
  gradient[place.logPsi] = at(BY_SIZE) + countTermSlope(constants, Math.exp(theta[place.logPsi]!));
}

/** How −z'Qz/2 − tr(Q A⁻¹)/2 − x'Qz change with log tau, A = Q + W and x the way the mode moves. */
function priorGradient(
  { pairs, prior: priorAt, priorSlopes, z, step, sums }: SmoothMemory,
  prior: SmoothPrior,
  slopes: SmoothPrior,
  { memory: { buffer }, priorSlopes: sumResiduals }: ChainKernel,
): number {
  const [squares, bySquares, , , variance, other, covariance] = new Float64Array(buffer, sums, 8);
  const trace = quadraticSlope(prior, slopes, {
    products: squares!,
    byProducts: bySquares!,
    middle: [variance!, 2 * covariance!, other!],
  });
  sumResiduals(pairs, priorAt, priorSlopes, z, step, sums);
  const [own, byOwn, crossed, byCrossed] = new Float64Array(buffer, sums, 4);
  const [z0, z1] = new Float64Array(buffer, z + 16 * (pairs - 1), 2);
  const [x0, x1] = new Float64Array(buffer, step + 16 * (pairs - 1), 2);
  const quadratic = quadraticSlope(prior, slopes, {
    products: own!,
    byProducts: 2 * byOwn!,
    middle: [z0! * z0!, 2 * z0! * z1!, z1! * z1!],
  });
  const cross = quadraticSlope(prior, slopes, {
    products: crossed!,
    byProducts: byCrossed!,
    middle: [x0! * z0!, x0! * z1! + x1! * z0!, x1! * z1!],
  });
  return -0.5 * quadratic - 0.5 * trace - cross;
}

/** The wave is stationary, so days before the first and after the last record say nothing: the value is the same. */
function withoutEnds(design: WaveDesign): StreamDesign[] {
  const { steps } = design;
  const streams = streamsOf(design);
  let from = 0;
  let end = steps;
  const silent = (t: number): boolean => streams.every(({ recorded }) => recorded[t] !== 1);
  while (from < end && silent(from)) from++;
  while (end > from && silent(end - 1)) end--;
  const cut = (stream: StreamDesign): StreamDesign => ({
    ...stream,
    steps: end - from,
    counts: stream.counts.subarray(from, end),
    columns: stream.columns.map((column) => column.subarray(from, end)),
    terms: stream.terms.map((term) => term.subarray(from, end)),
    coverage: stream.coverage === null ? null : stream.coverage.subarray(from, end),
    recorded: stream.recorded.subarray(from, end),
    recordedLate: stream.recordedLate.subarray(from, end),
  });
  return streams.map(cut);
}

/** Moves z to the mode; Σ ln f − z'Qz/2 there, without the terms of the counts alone. */
function findMode(plan: SmoothMemory, kernel: ChainKernel): number {
  const { pairs, streams, records, prior, z, trial, slope, expected, observed } = plan;
  return kernel.findMode(
    ...([pairs, streams.length, records, prior, z, trial, slope, expected, observed] as const),
    ...([plan.factor, plan.step, plan.nextStep, plan.direction, plan.light] as const),
  );
}

import { factorBanded, invertBanded, makeBanded, solveBanded } from '../../stats/index.ts';
import type { BandedMatrix } from '../../stats/index.ts';
import {
  fillPrecision,
  logPrecision,
  logPrecisionSlope,
  precisionSlopes,
  priorQuadratic,
  smoothPrior,
  smoothPriorSlopes,
} from './smoothPrior.ts';
import type { SmoothPrior } from './smoothPrior.ts';
import { SmoothStream } from './smoothStream.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { Likelihood } from './waveLikelihood.ts';

const MOST_STEPS = 200;
/** Largest change of the wave in a Newton step from which on steps are taken whole, and after which none is needed. */
const NEAR_MODE = 0.05;
const LAST_STEP = 1e-6;

/**
 * Log-likelihood of two streams under a shared smooth wave, less (c_A² + c_B²)/8, by Laplace's approximation with the
 * expected information in the determinant: Σ ln f(y | ẑ) − ẑ'Qẑ/2 + log|Q|/2 − log|Q + W|/2. All recorded steps; no
 * same-day term (kappa must be held at 0). The gradient includes how the mode ẑ and W move. The search for the mode
 * starts from the last mode found, so calls must come in a fixed order; `fromCalm` starts it again from z = 0.
 * Source: rueMartinoChopin2009.
 */
export function smoothWave(design: WaveDesign): Likelihood & { fromCalm(): void } {
  const n = design.steps;
  const { layout } = design;
  const streams = [new SmoothStream(design.a), new SmoothStream(design.b)];
  const z = new Float64Array(n);
  const work = modeWork(n);
  const inverse = makeBanded(n, 2);
  const forInformation = new Float64Array(n);
  const adjoint = new Float64Array(n);

  const evaluate = (theta: Float64Array, gradient: Float64Array | null): number => {
    const tau = Math.exp(theta[layout.logTau]!);
    const prior = smoothPrior(tau);
    for (const one of streams) one.start(theta);
    fillPrecision(prior, work.precision);
    const penalised = findMode(streams, prior, z, work);
    slopesAt(streams, z, work);
    const logDeterminant = factorSum(work, work.expected);
    if (penalised === null || logDeterminant === null) return -Infinity;
    const cA = theta[layout.cA]!;
    const cB = theta[layout.cB]!;
    const value = penalised + 0.5 * logPrecision(prior, n) - 0.5 * logDeterminant - (cA * cA + cB * cB) / 8;
    if (gradient === null) return value;
    invertBanded(work.factor, inverse);
    adjoint.fill(0);
    for (const one of streams) one.addInformationSlope(z, adjoint);
    for (let t = 0; t < n; t++) {
      forInformation[t] = -0.5 * inverse.entries[3 * t]!;
      adjoint[t] = adjoint[t]! * forInformation[t]!;
    }
    // How the mode moves: (Q + H) dẑ = ds; where rounding spoils Q + H, Q + W is close enough to climb.
    if (factorSum(work, work.observed) === null) factorSum(work, work.expected);
    solveBanded(work.factor, adjoint);
    gradient.fill(0);
    for (const one of streams) one.addGradient(z, forInformation, adjoint, gradient);
    gradient[layout.cA] = gradient[layout.cA]! - cA / 4;
    gradient[layout.cB] = gradient[layout.cB]! - cB / 4;
    const slopes = smoothPriorSlopes(tau);
    const by = precisionSlopes(prior, slopes, z, adjoint, inverse);
    gradient[layout.logTau] =
      -0.5 * by.quadratic + 0.5 * logPrecisionSlope(prior, slopes, n) - 0.5 * by.trace - by.cross;
    return value;
  };
  return Object.assign(evaluate, { fromCalm: () => void z.fill(0) });
}

interface ModeWork {
  readonly precision: BandedMatrix;
  readonly factor: BandedMatrix;
  readonly slope: Float64Array;
  readonly expected: Float64Array;
  readonly observed: Float64Array;
  readonly product: Float64Array;
  readonly trial: Float64Array;
}

function modeWork(n: number): ModeWork {
  const row = (): Float64Array => new Float64Array(n);
  return {
    precision: makeBanded(n, 2),
    factor: makeBanded(n, 2),
    slope: row(),
    expected: row(),
    observed: row(),
    product: row(),
    trial: row(),
  };
}

/** Newton search for the most likely wave; moves z there and returns Σ ln f − z'Qz/2, or null when not finite. */
function findMode(
  streams: readonly SmoothStream[],
  prior: SmoothPrior,
  z: Float64Array,
  work: ModeWork,
): number | null {
  const { slope, product, trial } = work;
  const height = (at: Float64Array): number =>
    streams[0]!.logLikelihood(at) + streams[1]!.logLikelihood(at) - 0.5 * priorQuadratic(prior, at, product);
  let value = height(z);
  if (!Number.isFinite(value)) {
    z.fill(0);
    value = height(z);
    if (!Number.isFinite(value)) return null;
  }
  for (let round = 0; round < MOST_STEPS; round++) {
    slopesAt(streams, z, work);
    priorQuadratic(prior, z, product);
    for (let t = 0; t < z.length; t++) slope[t] = slope[t]! - product[t]!;
    // The observed information is faster near the mode and may be indefinite away from it.
    if (factorSum(work, work.observed) === null && factorSum(work, work.expected) === null) return null;
    solveBanded(work.factor, slope);
    let largest = 0;
    for (let t = 0; t < z.length; t++) largest = Math.max(largest, Math.abs(slope[t]!));
    if (largest < NEAR_MODE) {
      // So close a whole step cannot overshoot: the height is taken once, at the end.
      for (let t = 0; t < z.length; t++) z[t] = z[t]! + slope[t]!;
      if (largest < LAST_STEP) return height(z);
      value = NaN;
      continue;
    }
    if (Number.isNaN(value)) value = height(z);
    let length = Math.min(1, 1.5 / largest);
    let found = value;
    for (let halving = 0; halving < 30; halving++) {
      for (let t = 0; t < z.length; t++) trial[t] = z[t]! + length * slope[t]!;
      found = height(trial);
      if (found >= value - 1e-12 * Math.abs(value)) break;
      length /= 2;
    }
    z.set(trial);
    value = found;
  }
  return height(z);
}

function slopesAt(streams: readonly SmoothStream[], z: Float64Array, work: ModeWork): void {
  work.slope.fill(0);
  work.expected.fill(0);
  work.observed.fill(0);
  for (const one of streams) one.addSlopes(z, work.slope, work.expected, work.observed);
}

/** Factors Q + diag into `factor`. */
function factorSum(work: ModeWork, diagonal: Float64Array): number | null {
  const { precision, factor } = work;
  factor.entries.set(precision.entries);
  for (let t = 0; t < diagonal.length; t++) factor.entries[3 * t] = factor.entries[3 * t]! + diagonal[t]!;
  return factorBanded(factor);
}

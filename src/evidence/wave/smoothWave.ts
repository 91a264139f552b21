import { factorBanded, invertBanded, makeBanded, solveBanded } from '../../stats/index.ts';
import { findSmoothMode, modeWork } from './findSmoothMode.ts';
import {
  fillPrecision,
  logPrecision,
  logPrecisionSlope,
  precisionSlopes,
  smoothPrior,
  smoothPriorSlopes,
} from './smoothPrior.ts';
import { loadingPenalty } from './loadingPenalty.ts';
import { SmoothStream } from './smoothStream.ts';
import { streamsOf } from './streamsOf.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { StreamDesign } from './streamDesign.ts';
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
 * no mode is found the value is −∞.
 * Source: rueMartinoChopin2009.
 */
export function smoothWave(design: WaveDesign): SmoothLikelihood {
  const { layout } = design;
  const cut = withoutEnds(design);
  const n = cut[0]!.steps;
  const streams = cut.map((stream) => new SmoothStream(stream));
  const z = new Float64Array(n);
  const work = modeWork(n);
  const { precision, factor } = work;
  const inverse = makeBanded(n);
  const forInformation = new Float64Array(n);
  const adjoint = new Float64Array(n);

  const evaluate = (theta: Float64Array, gradient: Float64Array | null): number => {
    const tau = Math.exp(theta[layout.logTau]!);
    const prior = smoothPrior(tau);
    for (const one of streams) one.start(theta);
    fillPrecision(prior, precision);
    const penalised = findSmoothMode(streams, prior, z, work);
    const logDeterminant = penalised === null ? null : factorBanded(precision, work.expected, factor);
    if (penalised === null || logDeterminant === null) {
      z.fill(0);
      return -Infinity;
    }
    const value =
      penalised + 0.5 * logPrecision(prior, n) - 0.5 * logDeterminant - loadingPenalty(design, theta, null);
    if (gradient === null) return value;
    invertBanded(factor, inverse);
    adjoint.fill(0);
    for (const one of streams) one.addInformationSlope(adjoint);
    for (let t = 0; t < n; t++) {
      forInformation[t] = -0.5 * inverse.entries[3 * t]!;
      adjoint[t] = adjoint[t]! * forInformation[t]!;
    }
    // How the mode moves: (Q + H) dẑ = ds; where rounding spoils Q + H, Q + W is close enough to climb.
    if (factorBanded(precision, work.observed, factor) === null)
      factorBanded(precision, work.expected, factor);
    solveBanded(factor, adjoint);
    gradient.fill(0);
    for (const one of streams) one.addGradient(z, forInformation, adjoint, gradient);
    loadingPenalty(design, theta, gradient);
    const slopes = smoothPriorSlopes(tau);
    const by = precisionSlopes(prior, slopes, z, adjoint, inverse);
    gradient[layout.logTau] =
      -0.5 * by.quadratic + 0.5 * logPrecisionSlope(prior, slopes, n) - 0.5 * by.trace - by.cross;
    return value;
  };
  return Object.assign(evaluate, {
    place: () => z.slice(),
    beginAt: (place: Float64Array | null) => void (place === null ? z.fill(0) : z.set(place)),
    modeSteps: () => work.steps,
  });
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

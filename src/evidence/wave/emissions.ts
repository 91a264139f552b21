import { waveLevels } from './rouwenhorst.ts';
import { countTerm, countTermSlope } from './streamDesign.ts';
import type { StreamDesign } from './streamDesign.ts';
import { fillMeans, pullBack } from './streamMeans.ts';

/**
 * Negative binomial emissions of one stream at every level of the wave. Legend: m = base·exp(c zeta_i) + rest,
 * x = psi m, ln f = y ln m − (y + 1/psi) ln(1+x) + terms of the counts alone (added once, in `constant`).
 */
export interface Emissions {
  readonly stream: StreamDesign;
  readonly levels: number;
  readonly zeta: Float64Array;
  readonly base: Float64Array;
  readonly rest: Float64Array;
  /** exp(c zeta_i): one exponential a level for all days. */
  readonly lift: Float64Array;
  readonly logOnePlusX: Float64Array;
  readonly inverse: Float64Array;
  readonly byLogBase: Float64Array;
  readonly byRest: Float64Array;
  psi: number;
  size: number;
  constant: number;
  byLoading: number;
  bySize: number;
}

export function makeEmissions(stream: StreamDesign, levels: number): Emissions {
  const n = stream.steps;
  return {
    stream,
    levels,
    zeta: waveLevels(levels),
    base: new Float64Array(n),
    rest: new Float64Array(n),
    lift: new Float64Array(levels),
    logOnePlusX: new Float64Array(n * levels),
    inverse: new Float64Array(n * levels),
    byLogBase: new Float64Array(n),
    byRest: new Float64Array(n),
    psi: 1,
    size: 1,
    constant: 0,
    byLoading: 0,
    bySize: 0,
  };
}

/** Takes the parameters: means without wave, lifts, dispersion. */
export function startEmissions(e: Emissions, theta: Float64Array): void {
  const { place, constantsLate } = e.stream;
  fillMeans(e.stream, theta, e.base, e.rest);
  for (let i = 0; i < e.levels; i++) e.lift[i] = Math.exp(theta[place.loading]! * e.zeta[i]!);
  e.psi = Math.exp(theta[place.logPsi]!);
  e.size = 1 / e.psi;
  e.constant = countTerm(constantsLate, e.psi);
  e.byLoading = 0;
  e.bySize = 0;
}

/** Adds ln f(y_t | level i) to `logs`, without the constant. */
export function addEmission(e: Emissions, t: number, logs: Float64Array): void {
  const { base, rest, lift, logOnePlusX, inverse, psi, levels } = e;
  const y = e.stream.counts[t]!;
  const weight = y + e.size;
  const xBase = psi * base[t]!;
  const xRest = psi * rest[t]!;
  const at = t * levels;
  for (let i = 0; i < levels; i++) {
    const onePlusX = 1 + (xBase * lift[i]! + xRest);
    const log = Math.log(onePlusX);
    logOnePlusX[at + i] = log;
    inverse[at + i] = 1 / onePlusX;
    logs[i] = logs[i]! - weight * log;
  }
  if (y > 0) {
    for (let i = 0; i < levels; i++) logs[i] = logs[i]! + y * Math.log(base[t]! * lift[i]! + rest[t]!);
  }
}

/** Gathers the derivatives of ln f on day t, weighted by the posterior of the levels. */
export function weighEmission(e: Emissions, t: number, posterior: Float64Array): void {
  const { base, rest, lift, logOnePlusX, inverse, levels, zeta } = e;
  const y = e.stream.counts[t]!;
  const weight = y + e.size;
  const b = base[t]!;
  const r = rest[t]!;
  const at = t * levels;
  let byRest = 0;
  let byLift = 0;
  let byLevel = 0;
  let bySize = 0;
  for (let i = 0; i < levels; i++) {
    const g = posterior[i]!;
    const inverseX = inverse[at + i]!;
    // ∂ ln f/∂m = (y/m − 1)/(1 + x); ∂ ln f/∂ ln psi = ln(1+x)/psi − (y + 1/psi) x/(1+x).
    const slope = y > 0 ? g * (y / (b * lift[i]! + r) - 1) * inverseX : -g * inverseX;
    const lifted = slope * lift[i]!;
    byRest += slope;
    byLift += lifted;
    byLevel += lifted * zeta[i]!;
    bySize += g * (e.size * logOnePlusX[at + i]! - weight * (1 - inverseX));
  }
  e.byRest[t] = byRest;
  e.byLogBase[t] = byLift * b;
  e.byLoading += byLevel * b;
  e.bySize += bySize;
}

/** Writes the stream's part of the gradient (without the penalty on the loading). */
export function finishEmissions(e: Emissions, gradient: Float64Array): void {
  const { place, constantsLate } = e.stream;
  pullBack(e.stream, e.byLogBase, e.byRest, gradient);
  gradient[place.logPsi] = e.bySize + countTermSlope(constantsLate, e.psi);
  gradient[place.loading] = e.byLoading;
}

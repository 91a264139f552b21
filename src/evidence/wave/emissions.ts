import { waveLevels } from './rouwenhorst.ts';
import { scratch } from './scratch.ts';
import { countTerm, countTermSlope } from './streamDesign.ts';
import type { StreamDesign } from './streamDesign.ts';
import { fillMeans, pullBack } from './streamMeans.ts';
import { quickLogarithm } from '../../stats/index.ts';

/**
 * Negative binomial emissions of one stream at every level of the wave. Legend: m = base·exp(c zeta_i) + rest,
 * x = psi m, ln f = y ln m − (y + 1/psi) ln(1+x) + terms of the counts alone (added once, in `constant`).
 */
export interface Emissions {
  readonly stream: StreamDesign;
  readonly levels: number;
  /** Positions of the chain at which this stream has data, and the day of each. */
  readonly places: Int32Array;
  readonly days: Int32Array;
  readonly zeta: Float64Array;
  readonly base: Float64Array;
  readonly rest: Float64Array;
  /** exp(c zeta_i): one exponential a level for all days. */
  readonly lift: Float64Array;
  /** ln(1+x) and 1/(1+x), a row for each of `places`. */
  readonly logOnePlusX: Float64Array;
  readonly inverse: Float64Array;
  readonly byLogBase: Float64Array;
  readonly byRest: Float64Array;
  psi: number;
  constant: number;
  byLoading: number;
  bySize: number;
}

/** Counts up to this enter as a product of means, without a logarithm: (1e-26)^4 is far from too small. */
const SMALL_COUNT = 4;

/** `chain`: days of the first stream at each position of the chain; this stream is `shift` days later. */
export function makeEmissions(
  stream: StreamDesign,
  levels: number,
  chain: Int32Array,
  shift: number,
): Emissions {
  const n = stream.steps;
  const places: number[] = [];
  chain.forEach((day, k) => {
    if (day + shift < n && stream.recordedLate[day + shift] === 1) places.push(k);
  });
  return {
    stream,
    levels,
    places: Int32Array.from(places),
    days: Int32Array.from(places, (k) => chain[k]! + shift),
    zeta: waveLevels(levels),
    base: new Float64Array(n),
    rest: new Float64Array(n),
    lift: new Float64Array(levels),
    logOnePlusX: scratch(`log ${stream.place.loading}`, places.length * levels),
    inverse: scratch(`inverse ${stream.place.loading}`, places.length * levels),
    byLogBase: new Float64Array(n),
    byRest: new Float64Array(n),
    psi: 1,
    constant: 0,
    byLoading: 0,
    bySize: 0,
  };
}

/**
 * Takes the parameters and joins the density of every day to the chain's: adds −ln f to `costs` and multiplies
 * `factors`, so that f = factor·exp(−cost), without the constant. Small counts enter as factors.
 */
export function joinEmissions(
  e: Emissions,
  theta: Float64Array,
  costs: Float64Array,
  factors: Float64Array,
): void {
  const { base, rest, lift, logOnePlusX, inverse, levels, places, days, zeta } = e;
  const { place, constantsLate, counts } = e.stream;
  fillMeans(e.stream, theta, base, rest);
  for (let i = 0; i < levels; i++) lift[i] = Math.exp(theta[place.loading]! * zeta[i]!);
  const psi = Math.exp(theta[place.logPsi]!);
  const size = 1 / psi;
  e.psi = psi;
  e.constant = countTerm(constantsLate, psi);
  for (let p = 0, at = 0; p < places.length; p++) {
    const t = days[p]!;
    const y = counts[t]!;
    const weight = y + size;
    const b = base[t]!;
    const r = rest[t]!;
    const xBase = psi * b;
    const onePlusRest = 1 + psi * r;
    let to = places[p]! * levels;
    if (y === 0) {
      for (let i = 0; i < levels; i++, at++, to++) {
        const onePlusX = onePlusRest + xBase * lift[i]!;
        const log = quickLogarithm(onePlusX);
        logOnePlusX[at] = log;
        inverse[at] = 1 / onePlusX;
        costs[to] = costs[to]! + weight * log;
      }
      continue;
    }
    for (let i = 0; i < levels; i++, at++, to++) {
      const m = b * lift[i]! + r;
      const onePlusX = 1 + psi * m;
      const log = quickLogarithm(onePlusX);
      logOnePlusX[at] = log;
      inverse[at] = 1 / onePlusX;
      let cost = weight * log;
      if (y > SMALL_COUNT) cost -= y * Math.log(m);
      else {
        let factor = factors[to]! * m;
        for (let k = 1; k < y; k++) factor *= m;
        factors[to] = factor;
      }
      costs[to] = costs[to]! + cost;
    }
  }
}

/**
 * The stream's part of the gradient (without the penalty on the loading): derivatives of ln f on every day, weighted by
 * the posterior of the levels (a row for each position of the chain).
 */
export function finishEmissions(e: Emissions, posterior: Float64Array, gradient: Float64Array): void {
  const { base, rest, lift, logOnePlusX, inverse, levels, places, days, zeta, byRest, byLogBase } = e;
  const { place, constantsLate, counts } = e.stream;
  const size = 1 / e.psi;
  let byLoading = 0;
  let bySize = 0;
  byRest.fill(0);
  byLogBase.fill(0);
  for (let p = 0, at = 0; p < places.length; p++) {
    const t = days[p]!;
    const y = counts[t]!;
    const weight = y + size;
    const b = base[t]!;
    const r = rest[t]!;
    let from = places[p]! * levels;
    let slopes = 0;
    let lifts = 0;
    let level = 0;
    let logs = 0;
    let shares = 0;
    for (let i = 0; i < levels; i++, at++, from++) {
      const g = posterior[from]!;
      const share = g * inverse[at]!;
      // ∂ ln f/∂m = (y/m − 1)/(1 + x); ∂ ln f/∂ ln psi = ln(1+x)/psi − (y + 1/psi) x/(1+x).
      const slope = y > 0 ? share * (y / (b * lift[i]! + r) - 1) : -share;
      const lifted = slope * lift[i]!;
      slopes += slope;
      lifts += lifted;
      level += lifted * zeta[i]!;
      logs += g * logOnePlusX[at]!;
      shares += g - share;
    }
    byRest[t] = slopes;
    byLogBase[t] = lifts * b;
    byLoading += level * b;
    bySize += size * logs - weight * shares;
  }
  pullBack(e.stream, byLogBase, byRest, gradient);
  gradient[place.logPsi] = bySize + countTermSlope(constantsLate, e.psi);
  gradient[place.loading] = byLoading;
}

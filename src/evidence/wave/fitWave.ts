import { climb } from './climb.ts';
import type { Optimum } from './climb.ts';
import type { PlainFit } from './fitPlain.ts';
import { holdAt, parameterBounds } from './parameterBounds.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { Likelihood } from './waveLikelihood.ts';

/** Best fits of one wave model under "B does not answer A" (none) and "B answers A" (answer). */
export interface WaveFits {
  readonly none: Optimum;
  readonly answer: Optimum;
}

export interface WaveModel {
  readonly design: WaveDesign;
  readonly likelihood: Likelihood;
  readonly shift: number;
  /** A guess of the second derivatives at a start, for the first steps. */
  readonly curvatureAt: (start: Float64Array) => Float64Array;
  readonly longestTau: number;
  /** False: kappa is held at 0. */
  readonly sameDay: boolean;
  /** Time scales from which the null and the alternative are started. */
  readonly nullTaus: readonly number[];
  readonly answerTaus: readonly number[];
  /** True: the null is also started with a fast wave in place of the overdispersion. */
  readonly fastNull: boolean;
}

/** How far a start is followed before the starts are compared, and to the end; in log-likelihood. */
const COARSE = 3e-2;
const FINE = 1e-6;
/** A start that has settled this far below another one is given up. */
const HOPELESS = 1;
/** Half the squared distance, in standard deviations, within which two optima are taken for one. */
const SAME_HILL = 0.25;
const SAME_TAU = 0.5;
const START_LOADINGS = [0.5, 1];
/** Loadings below this are no wave; and those tried where none was found. */
const CALM = 0.02;
const GENTLE = [
  [0.1, 0.1],
  [0.1, 0],
  [0, 0.1],
] as const;

/**
 * Fits a wave model from several starts, because its likelihood has several optima and a missed null optimum is a
 * false alarm: for each starting tau the better loading of 0.5, 1; then each hypothesis from the other's best.
 */
export function fitWave(
  model: WaveModel,
  plain: { readonly none: PlainFit; readonly answer: PlainFit },
): WaveFits {
  const starts = startsFrom(model, plain.none.point, model.nullTaus);
  starts.push(...insteadStarts(model, plain.none.point));
  if (model.fastNull) starts.push(...fastStarts(model, plain.none.point));
  const first = climbFromAll(model, nullBounds(model), starts.map(unknown));
  return exchange(model, first, startsFrom(model, plain.answer.point, model.answerTaus).map(unknown));
}

/** A place to climb from, with the curvature there where it is known. */
interface Start {
  readonly point: Float64Array;
  readonly curvature: Float64Array | null;
  readonly place: Float64Array | null;
}

/** Fits a neighbouring model from the optima of another one and one fresh start. */
export function refitWave(
  model: WaveModel,
  known: WaveFits,
  plain: { readonly none: PlainFit; readonly answer: PlainFit },
): WaveFits {
  const fresh = bestByValue(model, startsFrom(model, plain.none.point, model.nullTaus));
  const first = climbFromAll(model, nullBounds(model), [known.none, unknown(fresh)]);
  const answers = bestByValue(model, startsFrom(model, plain.answer.point, model.answerTaus));
  return exchange(model, first, [known.answer, unknown(answers)]);
}

/** The null only, from one start: what the power of a record needs. */
export function fitWaveNull(model: WaveModel, plain: PlainFit): Optimum {
  return climbFromAll(model, nullBounds(model), [
    unknown(bestByValue(model, startsFrom(model, plain.point, model.nullTaus))),
  ]);
}

function exchange(model: WaveModel, first: Optimum, starts: readonly Start[]): WaveFits {
  const { layout } = model.design;
  const bounds = alternativeBounds(model);
  const answer = climbFromAll(model, bounds, [first, ...starts]);
  const withoutAnswer = answer.point.slice();
  withoutAnswer[layout.answer] = 0;
  let none = first;
  if (answer.point[layout.answer]! > 0) {
    const start = { point: withoutAnswer, curvature: answer.curvature, place: answer.place };
    none = climbFromAll(model, nullBounds(model), [start], [first]);
  }
  // The null is a part of the alternative, so no null may be better than it.
  if (none.logLikelihood > answer.logLikelihood) {
    const again = climbFromAll(model, bounds, [none]);
    return { none, answer: again.logLikelihood > none.logLikelihood ? again : none };
  }
  return { none, answer };
}

function unknown(point: Float64Array): Start {
  return { point, curvature: null, place: null };
}

export function alternativeBounds(model: WaveModel): ParameterBounds {
  const { layout } = model.design;
  const bounds = parameterBounds(layout, model.longestTau);
  return model.sameDay ? bounds : holdAt(bounds, [[layout.kappa, 0]]);
}

function nullBounds(model: WaveModel): ParameterBounds {
  return holdAt(alternativeBounds(model), [[model.design.layout.answer, 0]]);
}

/** For each time scale the better of two loadings, base rates lowered so that the mean rate stays. */
function startsFrom(model: WaveModel, plain: Float64Array, taus: readonly number[]): Float64Array[] {
  const { layout } = model.design;
  return taus.map((tau) =>
    bestByValue(
      model,
      START_LOADINGS.map((loading) => {
        const start = plain.slice();
        start[layout.cA] = loading;
        start[layout.cB] = loading;
        start[layout.logTau] = Math.log(tau);
        for (const intercept of [0, layout.columns]) {
          start[intercept] = start[intercept]! - (loading * loading) / 2;
        }
        return start;
      }),
    ),
  );
}

/**
 * A wave in place of all excitation: where the plain fit explains a slow wave by strong own histories and answers,
 * the other starts slide back to that. Endemic rates are raised to the mean rates.
 */
function insteadStarts(model: WaveModel, plain: Float64Array): Float64Array[] {
  const { layout, a, b } = model.design;
  return model.nullTaus.slice(1).map((tau) => {
    const start = plain.slice();
    for (const stream of [a, b]) {
      const { days, events } = stream.constants;
      start[stream.place.beta] = Math.log((events + 0.1) / (days + 1)) - 0.5;
    }
    for (const k of [layout.ownA, layout.ownB, layout.reverse]) start[k] = 0;
    start[layout.cA] = 1;
    start[layout.cB] = 1;
    start[layout.logTau] = Math.log(tau);
    return start;
  });
}

/** A wave of one day may stand for the overdispersion of either stream or both. */
function fastStarts(model: WaveModel, plain: Float64Array): Float64Array[] {
  const { layout } = model.design;
  const starts = [
    [0.8, 0],
    [0, 0.8],
    [0.8, 0.8],
  ].map(([cA, cB]) => {
    const start = plain.slice();
    start[layout.cA] = cA!;
    start[layout.cB] = cB!;
    start[layout.logTau] = 0;
    start[0] = start[0]! - (cA! * cA!) / 2;
    start[layout.columns] = start[layout.columns]! - (cB! * cB!) / 2;
    if (cA! > 0) start[layout.logPsiA] = -3;
    if (cB! > 0) start[layout.logPsiB] = -3;
    return start;
  });
  return [bestByValue(model, starts)];
}

function bestByValue(model: WaveModel, points: readonly Float64Array[]): Float64Array {
  let best = points[0]!;
  let highest = -Infinity;
  for (const point of points) {
    const value = model.likelihood(point, null);
    if (value > highest) {
      highest = value;
      best = point;
    }
  }
  return best;
}

/**
 * Follows every fresh start coarsely, unless it comes to a hill already known; then climbs
 * those that can still win, and the known optima, to the end. `reached`: optima of this very model and hypothesis.
 */
function climbFromAll(
  model: WaveModel,
  bounds: ParameterBounds,
  starts: readonly Start[],
  reached: readonly Optimum[] = [],
): Optimum {
  const settled: Optimum[] = [];
  for (const start of starts) {
    if (start.curvature !== null) continue;
    const found = climbUnless(
      model.likelihood,
      bounds,
      start,
      model.curvatureAt(start.point),
      COARSE,
      settled,
    );
    if (found !== null) settled.push(found);
  }
  settled.sort((p, q) => q.logLikelihood - p.logLikelihood);
  const hopeful = settled.filter((one) => settled[0]!.logLikelihood - one.logLikelihood < HOPELESS);
  const tops = [...reached];
  for (const start of [...starts, ...hopeful]) {
    if (start.curvature === null) continue;
    const top = climbUnless(model.likelihood, bounds, start, start.curvature, FINE, tops);
    if (top !== null) tops.push(top);
  }
  const best = tops.reduce((p, q) => (q.logLikelihood > p.logLikelihood ? q : p));
  return leaveCalm(model, bounds, best);
}

/** Null when the way leads to one of the known optima. */
function climbUnless(
  likelihood: Likelihood,
  bounds: ParameterBounds,
  { point, place }: Start,
  curvature: Float64Array,
  tolerance: number,
  tops: readonly Optimum[],
): Optimum | null {
  let known = false;
  const found = climb(likelihood, bounds, point, curvature, tolerance, place, (here, height) => {
    known = tops.some((top) => sameHill(top, here, height));
    return known;
  });
  return known ? null : found;
}

/** No higher than a known optimum and so close to it, in its curvature, that the way up leads there. */
function sameHill(top: Optimum, point: Float64Array, height: number): boolean {
  if (height > top.logLikelihood + COARSE) return false;
  // log tau is the last parameter; where the wave is weak its curvature tells hills of other time scales not apart.
  if (Math.abs(point[point.length - 1]! - top.point[point.length - 1]!) > SAME_TAU) return false;
  const n = point.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const di = point[i]! - top.point[i]!;
    if (di === 0) continue;
    for (let j = 0; j < n; j++) sum += 0.5 * di * (point[j]! - top.point[j]!) * top.curvature[i * n + j]!;
  }
  return sum < SAME_HILL;
}

/**
 * Where no wave was found, tau had no slope to follow: tries small loadings at every starting tau, since a gentle
 * wave of the right time scale may still be better than none.
 */
function leaveCalm(model: WaveModel, bounds: ParameterBounds, best: Optimum): Optimum {
  const { layout } = model.design;
  if (best.point[layout.cA]! > CALM || best.point[layout.cB]! > CALM) return best;
  const gentle: Float64Array[] = [];
  for (const tau of model.nullTaus) {
    for (const [cA, cB] of GENTLE) {
      const start = best.point.slice();
      start[layout.cA] = cA;
      start[layout.cB] = cB;
      start[layout.logTau] = Math.log(tau);
      gentle.push(start);
    }
  }
  const start = bestByValue(model, gentle);
  const other = climb(model.likelihood, bounds, start, model.curvatureAt(start), FINE);
  return other.logLikelihood > best.logLikelihood ? other : best;
}

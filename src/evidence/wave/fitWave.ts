import { climb } from './climb.ts';
import type { Optimum } from './climb.ts';
import type { PlainFit } from './fitPlain.ts';
import { holdAt, parameterBounds } from './parameterBounds.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { WaveDesign } from './waveDesign.ts';
import { waveInformation } from './waveInformation.ts';
import type { Likelihood } from './waveLikelihood.ts';

/** Best fits of one wave model under "B does not answer A" (none) and "B answers A" (answer). */
export interface WaveFits {
  readonly none: Optimum;
  readonly answer: Optimum;
}

export interface WaveModel {
  readonly design: WaveDesign;
  readonly likelihood: Likelihood;
  /** Shift of the chain whose information guides the first steps. */
  readonly shift: number;
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
const COARSE = 1e-2;
const FINE = 1e-7;
/** A start that has settled this far below another one is given up. */
const HOPELESS = 0.5;
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
  if (model.fastNull) starts.push(...fastStarts(model, plain.none.point));
  const first = climbFromAll(model, nullBounds(model), starts);
  return exchange(model, first, startsFrom(model, plain.answer.point, model.answerTaus));
}

/** Fits a neighbouring model from the optima of another one and one fresh start. */
export function refitWave(
  model: WaveModel,
  known: WaveFits,
  plain: { readonly none: PlainFit; readonly answer: PlainFit },
): WaveFits {
  const fresh = bestByValue(model, startsFrom(model, plain.none.point, model.nullTaus));
  const first = climbFromAll(model, nullBounds(model), [known.none.point, fresh]);
  const answers = bestByValue(model, startsFrom(model, plain.answer.point, model.answerTaus));
  return exchange(model, first, [known.answer.point, answers]);
}

/** The null only, from one start: what the power of a record needs. */
export function fitWaveNull(model: WaveModel, plain: PlainFit): Optimum {
  return climbFromAll(model, nullBounds(model), [
    bestByValue(model, startsFrom(model, plain.point, model.nullTaus)),
  ]);
}

function exchange(model: WaveModel, first: Optimum, starts: readonly Float64Array[]): WaveFits {
  const { layout } = model.design;
  const bounds = alternativeBounds(model);
  const answer = climbFromAll(model, bounds, [first.point, ...starts]);
  const withoutAnswer = answer.point.slice();
  withoutAnswer[layout.answer] = 0;
  let none = first;
  if (answer.point[layout.answer]! > 0) {
    const again = climbFromAll(model, nullBounds(model), [withoutAnswer]);
    if (again.logLikelihood > none.logLikelihood) none = again;
  }
  // The null is a part of the alternative, so no null may be better than it.
  if (none.logLikelihood > answer.logLikelihood) {
    const again = climbFromAll(model, bounds, [none.point]);
    return { none, answer: again.logLikelihood > none.logLikelihood ? again : none };
  }
  return { none, answer };
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

/** Follows every start coarsely, then those that can still win to the end. */
function climbFromAll(model: WaveModel, bounds: ParameterBounds, starts: readonly Float64Array[]): Optimum {
  const settled = starts.map((start) =>
    climb(model.likelihood, bounds, start, startCurvature(model, start), COARSE),
  );
  settled.sort((p, q) => q.logLikelihood - p.logLikelihood);
  let best = finish(model, bounds, settled[0]!);
  for (let k = 1; k < settled.length; k++) {
    const other = settled[k]!;
    if (best.logLikelihood - other.logLikelihood > HOPELESS || sameHill(best, other)) continue;
    const top = finish(model, bounds, other);
    if (top.logLikelihood > best.logLikelihood) best = top;
  }
  return leaveCalm(model, bounds, best);
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
  const other = climb(model.likelihood, bounds, start, startCurvature(model, start), FINE);
  return other.logLikelihood > best.logLikelihood ? other : best;
}

function finish(model: WaveModel, bounds: ParameterBounds, from: Optimum): Optimum {
  return climb(model.likelihood, bounds, from.point, from.curvature, FINE);
}

/** The other start lies so close, in the curvature at the best, that the difference in height is explained by it. */
function sameHill(best: Optimum, other: Optimum): boolean {
  const n = best.point.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const di = other.point[i]! - best.point[i]!;
      const dj = other.point[j]! - best.point[j]!;
      sum += 0.5 * di * dj * best.curvature[i * n + j]!;
    }
  }
  return sum < 0.1;
}

/** Outer-product information at the start, made safely positive definite. */
function startCurvature(model: WaveModel, start: Float64Array): Float64Array {
  const curvature = waveInformation(model.design, model.shift, start);
  const n = start.length;
  for (let k = 0; k < n; k++) curvature[k * (n + 1)] = curvature[k * (n + 1)]! * (1 + 1e-6) + 1e-3;
  return curvature;
}

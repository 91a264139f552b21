import { climb } from './climb.ts';
import type { Optimum } from './climb.ts';
import { findHills, FINE, reachTop } from './climbHills.ts';
import type { PlainFit, PlainFits } from './fitPlain.ts';
import { modelBounds } from './modelBounds.ts';
import type { Start, WaveFits, WaveModel } from './waveModel.ts';
import { bestByValue, fastStarts, insteadStarts, startsFrom } from './waveStarts.ts';

/**
 * Fits a wave model from several starts, because its likelihood has several optima and a missed null optimum is a
 * false alarm: for each starting tau the better loading of 0.5, 1; then each hypothesis from the other's best. `first`: the
 * hills of the null, where they are known.
 */
export function fitWave(model: WaveModel, plain: PlainFits, first = nullHills(model, plain)): WaveFits {
  const answers = startsFrom(model, plain.answer.point, model.answerTaus);
  if (model.related !== null) answers.unshift(model.related.answer.point);
  const hills = findHills(model, modelBounds(model, 'answer'), [first[0]!, ...answers.map(unknown)]);
  const none = findHills(model, modelBounds(model, 'none'), withoutAnswer(model, hills[0]!), first);
  return reachBoth(model, none, hills, null);
}

function nullHills(model: WaveModel, plain: PlainFits): readonly Optimum[] {
  const starts = startsFrom(model, plain.none.point, model.nullTaus);
  if (model.related === null) starts.push(...insteadStarts(model, plain.none.point));
  else starts.unshift(model.related.none.point);
  if (model.fastNull) starts.push(...fastStarts(model, plain.none.point));
  return findHills(model, modelBounds(model, 'none'), starts.map(unknown));
}

/** The null only, from one start: what the power of a record needs. */
export function fitWaveNull(model: WaveModel, plain: PlainFit): Optimum {
  const start = unknown(bestByValue(model, startsFrom(model, plain.point, [3, 10, 50])));
  const bounds = modelBounds(model, 'none');
  return reachTop(model, bounds, findHills(model, bounds, [start]), null);
}

/** The null of a neighbouring model, from both optima of another one and one fresh start; its `answer` is not fitted. */
export function refitNull(
  model: WaveModel,
  known: WaveFits,
  plain: PlainFits,
): { readonly none: Optimum; readonly hills: readonly Optimum[] } {
  const bounds = modelBounds(model, 'none');
  const fresh = unknown(bestByValue(model, startsFrom(model, plain.none.point, model.nullTaus)));
  const other = withoutAnswer(model, known.hills.answer[0]!);
  const hills = findHills(model, bounds, [known.hills.none[0]!, fresh, ...other]);
  return { none: reachTop(model, bounds, hills, known.none), hills };
}

/** Both hypotheses of a neighbouring model whose null is fitted already. */
export function refitAnswer(
  model: WaveModel,
  known: WaveFits,
  plain: PlainFits,
  first: { readonly none: Optimum; readonly hills: readonly Optimum[] },
): WaveFits {
  const fresh = unknown(bestByValue(model, startsFrom(model, plain.answer.point, model.answerTaus)));
  const starts = [first.hills[0]!, known.hills.answer[0]!, fresh];
  const hills = findHills(model, modelBounds(model, 'answer'), starts);
  const none = findHills(model, modelBounds(model, 'none'), withoutAnswer(model, hills[0]!), first.hills);
  if (none.length > first.hills.length) return reachBoth(model, none, hills, known);
  return join(
    model,
    first.none,
    reachTop(model, modelBounds(model, 'answer'), hills, known.answer),
    none,
    hills,
  );
}

function reachBoth(
  model: WaveModel,
  none: readonly Optimum[],
  answer: readonly Optimum[],
  known: WaveFits | null,
): WaveFits {
  return join(
    model,
    reachTop(model, modelBounds(model, 'none'), none, known?.none ?? null),
    reachTop(model, modelBounds(model, 'answer'), answer, known?.answer ?? null),
    none,
    answer,
  );
}

/** The null is a part of the alternative, so no null may be better than it. */
function join(
  model: WaveModel,
  none: Optimum,
  answer: Optimum,
  nones: readonly Optimum[],
  answers: readonly Optimum[],
): WaveFits {
  const hills = { none: nones, answer: answers };
  if (none.logLikelihood <= answer.logLikelihood) return { none, answer, hills };
  const again = climb(
    model.likelihood,
    modelBounds(model, 'answer'),
    none.point,
    none.curvature,
    FINE,
    none.place,
  );
  return { none, answer: again.logLikelihood > none.logLikelihood ? again : none, hills };
}

/** A hill of the alternative as a start of the null, also where its answer is 0 already: no start of the null may have led there. */
function withoutAnswer(model: WaveModel, hill: Optimum): Start[] {
  const point = hill.point.slice();
  point[model.design.layout.answer] = 0;
  return [{ ...hill, point }];
}

function unknown(point: Float64Array): Start {
  return { point, curvature: null, place: null };
}

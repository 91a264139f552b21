import { streamsOf } from './streamsOf.ts';
import type { WaveModel } from './waveModel.ts';

const START_LOADINGS = [0.5, 1];

/** For each time scale the better of two loadings, base rates lowered so that the mean rate stays. */
export function startsFrom(model: WaveModel, plain: Float64Array, taus: readonly number[]): Float64Array[] {
  const { layout } = model.design;
  return taus.map((tau) =>
    bestByValue(
      model,
      START_LOADINGS.map((loading) => {
        const start = plain.slice();
        start[layout.logTau] = Math.log(tau);
        for (const { place } of streamsOf(model.design)) {
          start[place.loading] = loading;
          start[place.beta] = start[place.beta]! - (loading * loading) / 2;
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
export function insteadStarts(model: WaveModel, plain: Float64Array): Float64Array[] {
  const { layout } = model.design;
  return model.nullTaus.slice(1).map((tau) => {
    const start = plain.slice();
    for (const { place, constants } of streamsOf(model.design)) {
      start[place.beta] = Math.log((constants.events + 0.1) / (constants.days + 1)) - 0.5;
      start[place.terms[0]!] = 0;
      start[place.loading] = 1;
    }
    start[layout.reverse] = 0;
    start[layout.logTau] = Math.log(tau);
    return start;
  });
}

/** A wave of one day may stand for the overdispersion of either stream or both. */
export function fastStarts(model: WaveModel, plain: Float64Array): Float64Array[] {
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

export function bestByValue(model: WaveModel, points: readonly Float64Array[]): Float64Array {
  let best = points[0]!;
  let highest = -Infinity;
  for (const point of points) {
    const value = model.guide(point, null);
    if (value > highest) {
      highest = value;
      best = point;
    }
  }
  return best;
}

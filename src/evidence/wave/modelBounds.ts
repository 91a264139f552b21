import { holdAt, parameterBounds } from './parameterBounds.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { WaveModel } from './waveModel.ts';

/** Bounds of a wave model under "B answers A", or with the answer held at 0 under "B does not answer A". */
export function modelBounds(model: WaveModel, hypothesis: 'none' | 'answer'): ParameterBounds {
  const { layout } = model.design;
  const bounds = parameterBounds(layout, model.longestTau);
  bounds.lower[layout.logTau] = Math.log(model.shortestTau);
  const held: [number, number][] = [];
  if (!model.sameDay) held.push([layout.kappa, 0]);
  if (hypothesis === 'none') held.push([layout.answer, 0]);
  return holdAt(bounds, held);
}

import type { Examination } from '../evidence/index.ts';
import { effectAxes, type EffectAxis } from './effectAxis.ts';
import { EFFECT_WIDTH } from './effectMiniature.tsx';
import { lagScales } from './shapeMiniature.tsx';

/** What small multiples of one examination share, whichever of its claims are shown. */
export interface VerdictScales {
  readonly axes: ReadonlyMap<string, EffectAxis>;
  readonly lags: ReadonlyMap<string, [number, number]>;
}

/** One axis for every kind of effect and one for every unit of responses by lag, over all claims of the examination. */
export function verdictScales(examination: Examination): VerdictScales {
  return { axes: effectAxes(examination, EFFECT_WIDTH), lags: lagScales(examination) };
}

import {
  maskIncompleteHistory,
  type CountPanel,
  trendColumns,
  type FailedFit,
  type StreamDesign,
} from '../../model/index.ts';
import { countsOf, countWithin, coverageOf } from '../pairSeries.ts';
import { fitModifier, type RateFit } from './fitModifier.ts';
import { OWN_HISTORY_STEPS, ownHistory } from './ownHistory.ts';
import { wholeEffect } from './wholeEffect.ts';

export interface RateCounts {
  readonly inWindow: number;
  readonly windowDays: number;
  readonly inBase: number;
  readonly baseDays: number;
}

/** Events and recorded days in the window and in what it is compared with. */
export function countRates(
  panel: CountPanel,
  stream: string,
  window: Uint8Array,
  base: Uint8Array,
): RateCounts {
  const counts = countsOf(panel, stream);
  const days = (marks: Uint8Array) => panel.stepDays * marks.reduce((sum, on) => sum + on, 0);
  return {
    inWindow: countWithin(counts, window),
    windowDays: days(window),
    inBase: countWithin(counts, base),
    baseDays: days(base),
  };
}

/**
 * Rate ratio of a window against its base with own history in the model: mean = exp(gamma·z)(nu + rho·own history),
 * z = 1 in the window (or rising from 0 to 1 through it for a steady change); told as the ratio at which the rates
 * settle (`wholeEffect`). With `line` nu follows a straight trend through all of these days, which can be told from the
 * change only where the window lies among its base.
 */
export function fitRate(
  panel: CountPanel,
  stream: string,
  window: Uint8Array,
  base: Uint8Array,
  steadily: boolean,
  line = false,
): RateFit | FailedFit {
  const design = designRate(panel, stream, window, base, steadily);
  const endemic = line ? trendColumns(design.recorded, { knotSteps: Infinity }) : design.endemic;
  const fit = fitModifier({ ...design, endemic }, 1, panel.stepDays);
  return fit.kind === 'failed' ? fit : wholeEffect(fit);
}

function designRate(
  panel: CountPanel,
  stream: string,
  window: Uint8Array,
  base: Uint8Array,
  steadily: boolean,
): StreamDesign {
  const counts = countsOf(panel, stream);
  const complete = maskIncompleteHistory(panel.recorded, OWN_HISTORY_STEPS);
  const usable = steadily ? window : window.map((inside, step) => inside | (base[step] ?? 0));
  const z = Float64Array.from(window);
  if (steadily) fillRamp(z, window);
  return {
    counts,
    recorded: usable.map((inside, step) => inside & (complete[step] ?? 0)),
    coverage: coverageOf(panel, stream),
    endemic: [{ name: 'intercept', values: new Float64Array(counts.length).fill(1) }],
    answers: [{ name: 'own history', x: ownHistory(counts, panel.recorded) }],
    modifiers: [{ name: 'change', z }],
    family: 'NB2',
  };
}

function fillRamp(z: Float64Array, window: Uint8Array): void {
  const first = window.indexOf(1);
  const last = window.lastIndexOf(1);
  for (let step = first; step <= last; step++) z[step] = (step - first) / Math.max(1, last - first);
}

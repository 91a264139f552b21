import { maskIncompleteHistory, recentMean, trendColumns, type StreamDesign } from '../../model/index.ts';
import { countWithin, type PairSeries } from '../pairSeries.ts';
import type { RateFit } from './fitModifier.ts';
import { ownHistory } from './ownHistory.ts';

/** The rate ratio of a shift, and how many recent triggers it is stated at. */
export interface ShiftFit extends RateFit {
  readonly z: Float64Array;
  /** Recent triggers on a usual day after one, as a mean over the window: 1/N where triggers are rare. */
  readonly usual: number;
}

/** The design of a stream whose rate moves with recent triggers: bending trend, own history, modifier `shift`. */
export function designShift(series: PairSeries, steps: number): { design: StreamDesign; z: Float64Array } {
  const complete = maskIncompleteHistory(series.recorded, steps);
  const recorded = series.evaluated.map((inside, step) => inside & (complete[step] ?? 0));
  const z = recentMean(series.trigger, series.recorded, steps, series.claimed);
  const design: StreamDesign = {
    counts: series.response,
    recorded,
    coverage: series.coverage.response,
    endemic: trendColumns(recorded, { events: countWithin(series.response, recorded) }),
    answers: [{ name: 'own history', x: ownHistory(series.response, series.recorded) }],
    modifiers: [{ name: 'shift', z }],
    family: 'NB2',
  };
  return { design, z };
}

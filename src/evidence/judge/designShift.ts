import { maskIncompleteHistory, recentMean, trendColumns, type StreamDesign } from '../../model/index.ts';
import { countWithin, type PairSeries } from '../pairSeries.ts';
import { ownHistory } from './ownHistory.ts';

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

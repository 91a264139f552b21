import type { DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { decideWave, type WaveDecision, type DecideOptions } from '../wave/index.ts';
import { pairOfSeries } from './pairOfSeries.ts';

export interface SeriesOptions extends Pick<
  DecideOptions,
  'power' | 'screen' | 'thresholds' | 'onFirst' | 'begin'
> {
  /** The rest of the theatre. */
  readonly third?: Float64Array;
}

/** The shared-wave procedure on the two streams of a claim, on the steps where it is judged. */
export function decideSeries(
  series: PairSeries,
  delay: DelaySpec,
  names: readonly [string, string],
  { third, ...asked }: SeriesOptions = {},
): WaveDecision {
  const { pair, options } = pairOfSeries(series, delay, third ?? null);
  return decideWave(pair, { ...options, names: { a: names[0], b: names[1] }, ...asked });
}

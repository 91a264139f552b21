import type { DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { decideWave, type WaveDecision } from '../wave/index.ts';
import { pairOfSeries } from './pairOfSeries.ts';

/** The shared-wave procedure on the two streams of a claim, on the steps where it is judged; `third`: the rest of the theatre. */
export function decideSeries(
  series: PairSeries,
  delay: DelaySpec,
  names: readonly [string, string],
  power = true,
  third: Float64Array | null = null,
  screen = true,
): WaveDecision {
  const { pair, options } = pairOfSeries(series, delay, third);
  return decideWave(pair, { ...options, names: { a: names[0], b: names[1] }, power, screen });
}

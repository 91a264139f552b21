import { delayForWindow, type DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { decideWave, type WaveDecision } from '../wave/index.ts';

/** The shared-wave procedure on the two streams of a claim, on the steps where it is judged; `third`: the rest of the theatre. */
export function decideSeries(
  series: PairSeries,
  delay: DelaySpec,
  names: readonly [string, string],
  power = true,
  third: Float64Array | null = null,
): WaveDecision {
  const { from, weights } = delayForWindow(delay, series.stepDays);
  return decideWave(
    {
      a: series.trigger,
      b: series.response,
      recordedA: series.evaluated,
      recordedB: series.evaluated,
      covariates: [],
      answerActive: series.claimed,
      coverageA: series.coverage.trigger,
      coverageB: series.coverage.response,
      ...(third === null ? {} : { third: { counts: third, recorded: series.evaluated } }),
    },
    {
      answerWeights: weights,
      answerFrom: from,
      names: { a: names[0], b: names[1] },
      stepDays: series.stepDays,
      power,
    },
  );
}

import { delayForWindow, type DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import type { AskedWave } from '../wave/index.ts';

/** The two streams of a claim on the steps where it is judged, as the wave procedure takes them; `third`: the rest of the theatre. */
export function pairOfSeries(
  series: PairSeries,
  delay: DelaySpec,
  third: Float64Array | null = null,
): Omit<AskedWave, 'likelihoodRatio'> {
  const { from, weights } = delayForWindow(delay, series.stepDays);
  return {
    pair: {
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
    options: { answerWeights: weights, answerFrom: from, stepDays: series.stepDays },
  };
}

import type { DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { decideWave, type WaveDecision } from '../wave/index.ts';
import { pairOfSeries } from './pairOfSeries.ts';
import { canSplit, codedTwiceRatio, FIRST_DAYS } from './splitWindow.ts';

/**
 * As `WindowSplit.overCodedTwice`, where a shared wave stands beside both: under a wave the days behind the first two fill
 * of themselves, and rows coded twice look like answers. Null where it need not be asked: the answer has not passed the
 * wave tests, the window cannot be split, or hardly a wave is left beside the answer.
 */
export function twiceBesideWave(
  series: PairSeries,
  delay: DelaySpec,
  { supported, wave, wanted }: WaveDecision,
): number | null {
  if (!supported || wave === null || wave.beside < THRESHOLDS.wavelessGain) return null;
  if (!canSplit(series, delay)) return null;
  const { pair, options } = pairOfSeries(series, delay);
  const { answerFrom = 1, answerWeights = [] } = options;
  const { wave: first } = decideWave(pair, {
    ...options,
    answerWeights: new Float64Array(FIRST_DAYS).fill(1 / FIRST_DAYS),
    // Answers the other way as they were.
    reverseWeights: [...new Float64Array(answerFrom - 1), ...Array.from(answerWeights)],
    power: false,
    // T1 alone is of use here.
    thresholds: { ...wanted, T1: Infinity },
  });
  return wave.likelihoodRatio - (first === null ? 0 : codedTwiceRatio(first));
}

import type { DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { decideWave, type WaveDecision } from '../wave/index.ts';
import { pairOfSeries } from './pairOfSeries.ts';
import { canSplit, codedTwiceRatio, FIRST_DAYS } from './splitWindow.ts';

/** Twice the log-likelihood by which answers beside a shared wave fit better than incidents coded twice beside one. */
export interface TwiceBeside {
  /** Coded again a day or two later. */
  readonly overFirstDays: number;
  /** Coded again on the next day, all of them: nearer where the second row is dated a day off. */
  readonly overNextDay: number;
}

/**
 * As `WindowSplit.overCodedTwice`, where a shared wave stands beside both: under a wave the days behind the first two fill
 * of themselves, and rows coded twice look like answers. Null where it need not be asked: the answer has not passed the
 * wave tests, the window cannot be split, or hardly a wave is left beside the answer.
 */
export function twiceBesideWave(
  series: PairSeries,
  delay: DelaySpec,
  { supported, wave, wanted }: WaveDecision,
): TwiceBeside | null {
  if (!supported || wave === null || wave.beside < THRESHOLDS.wavelessGain) return null;
  if (!canSplit(series, delay)) return null;
  const { pair, options } = pairOfSeries(series, delay);
  const { answerFrom = 1, answerWeights = [] } = options;
  const over = (days: number) => {
    const { wave: twice } = decideWave(pair, {
      ...options,
      answerWeights: new Float64Array(days).fill(1 / days),
      // Answers the other way as they were.
      reverseWeights: [...new Float64Array(answerFrom - 1), ...Array.from(answerWeights)],
      power: false,
      // T1 alone is of use here.
      thresholds: { ...wanted, T1: Infinity },
    });
    return wave.likelihoodRatio - (twice === null ? 0 : codedTwiceRatio(twice));
  };
  return { overFirstDays: over(FIRST_DAYS), overNextDay: over(1) };
}

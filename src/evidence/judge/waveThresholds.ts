import { THRESHOLDS } from '../thresholds.ts';
import type { WaveThresholds } from '../wave/index.ts';

/** What T1 to T6 ask where nothing is known of how the answers lie in their window. */
const UNPLACED: WaveThresholds = {
  T1: THRESHOLDS.waveLikelihoodRatio,
  T2: THRESHOLDS.smoothWaveLikelihoodRatio,
  T3: THRESHOLDS.lateWaveLikelihoodRatio,
  T4: THRESHOLDS.lateWaveAloneLikelihoodRatio,
  T5: THRESHOLDS.switchingWaveLikelihoodRatio,
  T6: THRESHOLDS.slowWaveLikelihoodRatio,
  waveless: null,
};

/**
 * What the wave tests ask of an answer. A wave, above all a late one, fills the window behind its first two days more than
 * the claimed delay does, a true answer does not. Where the window can be split, that `excess` (in standard errors) bears
 * the burden: it lifts the threshold of T4, and the others may be lower; all lower still where hardly a wave is left
 * beside the answer, since a wave, late or not, nearly always keeps a place beside an answer that stands for it. Null: the
 * window cannot be split.
 */
export function waveThresholds(excess: number | null): WaveThresholds {
  if (excess === null) return UNPLACED;
  const late = Math.max(0, excess);
  const waveless = THRESHOLDS.wavelessLikelihoodRatio;
  return {
    T1: THRESHOLDS.placedWaveLikelihoodRatio,
    T2: THRESHOLDS.smoothWaveLikelihoodRatio,
    T3: THRESHOLDS.placedLateLikelihoodRatio,
    T4: THRESHOLDS.placedLateAloneLikelihoodRatio + THRESHOLDS.lateExcessLikelihoodRatio * late,
    T5: THRESHOLDS.placedWaveLikelihoodRatio,
    T6: THRESHOLDS.placedSlowWaveLikelihoodRatio,
    waveless: {
      gain: THRESHOLDS.wavelessGain,
      T1: waveless,
      T4: THRESHOLDS.wavelessLateAloneLikelihoodRatio + THRESHOLDS.wavelessExcessLikelihoodRatio * late,
      T5: waveless,
      T6: waveless,
    },
  };
}

import { halfChiSquarePValue } from '../../stats/index.ts';
import type { Contrast } from './waveDecision.ts';

/** Two log-likelihoods, without and with the answer, set against each other. */
export function contrast(none: number, answer: number): Contrast {
  const likelihoodRatio = 2 * (answer - none);
  return {
    logLikelihoodNull: none,
    logLikelihoodAlternative: answer,
    likelihoodRatio,
    pValue: halfChiSquarePValue(likelihoodRatio),
  };
}

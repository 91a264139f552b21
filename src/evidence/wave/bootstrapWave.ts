import { randomStream } from '../../stats/index.ts';
import { chainModel } from './chainModel.ts';
import { drawPair } from './drawPair.ts';
import { fitPlain } from './fitPlain.ts';
import { fitWave } from './fitWave.ts';
import { startCurvature } from './startCurvature.ts';
import type { WaveDecision } from './waveDecision.ts';
import { waveDesign } from './waveDesign.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { WaveFits } from './waveModel.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';

export interface WaveBootstrap {
  /** The ratio of T1 on the record itself. */
  readonly likelihoodRatio: number;
  readonly draws: number;
  /** Drawn records whose ratio is at least as large. */
  readonly asLarge: number;
  /** (asLarge + 1)/(draws + 1). */
  readonly pValue: number;
}

/** Ratios closer than this are the same. */
const TIE = 1e-6;

/**
 * How often would T1 be as large as here if B did not answer A and the wave that fits best without answers were true?
 * Draws that many records from the fitted null wave and runs T1 on each; slow (one exact test a draw) and free of the
 * chi-square's laxness, but as blind as T1 to waves of another shape. Null where the decision did not reach T1. The same
 * pair, options and seed give the same draws; each draw has random numbers of its own, so they may be split.
 * Source: davisonHinkley1997.
 */
export function bootstrapWave(
  pair: WavePair,
  decision: WaveDecision,
  draws: number,
  seed: number,
  options: WaveOptions = {},
): WaveBootstrap | null {
  if (decision.wave === null) return null;
  const { likelihoodRatio } = decision.wave;
  const design = waveDesign(pair, options);
  const { point } = fitChain(design).none;
  let asLarge = 0;
  for (let index = 0; index < draws; index++) {
    const drawn = drawPair(pair, design, point, randomStream(seed, 'bootstrap of the shared wave', index));
    const fits = fitChain(waveDesign(drawn, options));
    const ratio = 2 * (fits.answer.logLikelihood - fits.none.logLikelihood);
    if (ratio >= likelihoodRatio - TIE) asLarge++;
  }
  return { likelihoodRatio, draws, asLarge, pValue: (asLarge + 1) / (draws + 1) };
}

function fitChain(design: WaveDesign): WaveFits {
  return fitWave(chainModel(design, 0, startCurvature(design, 1)), fitPlain(design));
}

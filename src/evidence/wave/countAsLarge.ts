import { randomStream } from '../../stats/index.ts';
import { chainModel } from './chainModel.ts';
import { drawPair } from './drawPair.ts';
import { fitPlain } from './fitPlain.ts';
import { fitWave } from './fitWave.ts';
import { startCurvature } from './startCurvature.ts';
import { waveDesign, type WaveDesign } from './waveDesign.ts';
import type { WaveFits } from './waveModel.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';

/** Ratios closer than this are the same. */
const TIE = 1e-6;

/** A pair, how it was asked, and the ratio of T1 that it gave. */
export interface AskedWave {
  readonly pair: WavePair;
  readonly options: WaveOptions;
  readonly likelihoodRatio: number;
}

/**
 * Of the records with numbers `from` to `to` − 1, drawn from the fitted null wave, those whose T1 is at least as large.
 * Parts of a bootstrap add up, in any order and on any thread.
 */
export function countAsLarge(asked: AskedWave, seed: number, from: number, to: number): number {
  const { pair, options, likelihoodRatio } = asked;
  const design = waveDesign(pair, options);
  const { point } = fitChain(design).none;
  let asLarge = 0;
  for (let index = from; index < to; index++) {
    const drawn = drawPair(pair, design, point, randomStream(seed, 'bootstrap of the shared wave', index));
    const fits = fitChain(waveDesign(drawn, options));
    const ratio = 2 * (fits.answer.logLikelihood - fits.none.logLikelihood);
    if (ratio >= likelihoodRatio - TIE) asLarge++;
  }
  return asLarge;
}

function fitChain(design: WaveDesign): WaveFits {
  return fitWave(chainModel(design, 0, startCurvature(design, 1)), fitPlain(design));
}

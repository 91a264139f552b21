import type { SmoothLikelihood } from './smoothWave.ts';
import { startCurvature } from './startCurvature.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { WaveFits, WaveModel } from './waveModel.ts';

/** The smooth wave, started from the fits of the exact one and a few of its own. It is its own guide. */
export function smoothModel(
  design: WaveDesign,
  likelihood: SmoothLikelihood,
  related: WaveFits | null,
): WaveModel {
  return {
    design,
    curvatureAt: startCurvature(design, 0.05),
    likelihood,
    guide: likelihood,
    shift: 0,
    shortestTau: 1,
    longestTau: 150,
    sameDay: false,
    nullTaus: [5],
    answerTaus: [3],
    related,
    fastNull: true,
  };
}

import type { SmoothLikelihood } from './smoothWave.ts';
import { startCurvature } from './startCurvature.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { WaveFits, WaveModel } from './waveModel.ts';

/** The smooth wave, started from the fits of the exact one and a few of its own. Its likelihood has no cheaper likeness. */
export function smoothModel(
  design: WaveDesign,
  likelihood: SmoothLikelihood,
  related: WaveFits | null,
): WaveModel {
  return {
    design,
    curvatureAt: knownCurvature(startCurvature(design, 0.05), related),
    likelihood,
    likeness: likelihood,
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

/** What the climb to a related optimum has learnt of the curvature there serves a start from it as well as a guess would. */
function knownCurvature(
  guess: (start: Float64Array) => Float64Array,
  related: WaveFits | null,
): (start: Float64Array) => Float64Array {
  const known = related === null ? [] : [related.none, related.answer];
  return (start) => known.find(({ point }) => point === start)?.curvature ?? guess(start);
}

import type { WaveDesign } from './waveDesign.ts';
import { waveLikelihood } from './waveLikelihood.ts';
import type { WaveModel } from './waveModel.ts';

/** Levels of the chain in which starts are followed: a quarter of the work of eleven, hills in nearly the same places. */
const FEW_LEVELS = 5;

/** The exact wave that reaches B `shift` steps after A, with the starts that measurements on made records left. */
export function chainModel(
  design: WaveDesign,
  shift: number,
  curvatureAt: WaveModel['curvatureAt'],
): WaveModel {
  return {
    design,
    curvatureAt,
    likelihood: waveLikelihood(design, shift),
    likeness: waveLikelihood(design, shift, FEW_LEVELS),
    shift,
    shortestTau: 1,
    longestTau: 400,
    sameDay: true,
    nullTaus: [10, 3, 50],
    answerTaus: [10, 2],
    related: null,
    fastNull: false,
  };
}

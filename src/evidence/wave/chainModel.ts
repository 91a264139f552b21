import type { WaveDesign } from './waveDesign.ts';
import { LEVELS } from './rouwenhorst.ts';
import { waveLikelihood, type Likelihood } from './waveLikelihood.ts';
import type { WaveModel } from './waveModel.ts';

/** The exact wave that reaches B `shift` steps after A, with the starts that measurements on made records left. */
export function chainModel(
  design: WaveDesign,
  shift: number,
  curvatureAt: WaveModel['curvatureAt'],
): WaveModel {
  const likelihood = waveLikelihood(design, shift);
  return {
    design,
    curvatureAt,
    likelihood,
    guide: singlePrecision(design, shift, LEVELS, likelihood),
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

/** The likelihood in single precision, half the work; in double where it does not suffice. */
export function singlePrecision(
  design: WaveDesign,
  shift: number,
  levels: number,
  likelihood: Likelihood,
): Likelihood {
  const single = waveLikelihood(design, shift, levels, 'single');
  return (theta, gradient) => {
    const value = single(theta, gradient);
    const sound = Number.isFinite(value) && (gradient?.every(Number.isFinite) ?? true);
    return sound ? value : likelihood(theta, gradient);
  };
}

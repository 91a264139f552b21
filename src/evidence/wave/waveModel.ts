import type { Optimum } from './climb.ts';
import type { WaveDesign } from './waveDesign.ts';
import type { Likelihood } from './waveLikelihood.ts';

/** Best fits of one wave model under "B does not answer A" (none) and "B answers A" (answer). */
export interface WaveFits {
  readonly none: Optimum;
  readonly answer: Optimum;
  /** The hills found by the guide, highest first, for a neighbouring model. */
  readonly hills: { readonly none: readonly Optimum[]; readonly answer: readonly Optimum[] };
}

export interface WaveModel {
  readonly design: WaveDesign;
  readonly likelihood: Likelihood;
  /** The likelihood at less work, which follows the starts: good to a hundredth or so. */
  readonly guide: Likelihood;
  readonly shift: number;
  /** A guess of the second derivatives at a start, for the first steps. */
  readonly curvatureAt: (start: Float64Array) => Float64Array;
  readonly shortestTau: number;
  readonly longestTau: number;
  /** False: kappa is held at 0. */
  readonly sameDay: boolean;
  /** Time scales from which the null and the alternative are started. */
  readonly nullTaus: readonly number[];
  readonly answerTaus: readonly number[];
  /** Fits of a related model: starts for this one in place of waves that explain all excitation. */
  readonly related: WaveFits | null;
  /** True: the null is also started with a fast wave in place of the overdispersion. */
  readonly fastNull: boolean;
}

/** A place to climb from, with the curvature there and the end of an inner search where they are known. */
export interface Start {
  readonly point: Float64Array;
  readonly curvature: Float64Array | null;
  readonly place: Float64Array | null;
}

/** Parameters of a whole theatre as they may be, given the record up to an origin. Made by `drawTheatre`. */
import type { FailedPosterior, StreamModel } from '../model/index.ts';
import type { TheatreModel } from './theatreModel.ts';

export interface TheatreDraws {
  readonly kind: 'draws';
  /** As it was fitted: terms that no recorded step before the origin could show are gone from it, and named in `leftOut`. */
  readonly model: TheatreModel;
  /** The streams as they were asked for, in the same order. */
  readonly asked: readonly StreamModel[];
  /** Steps before the origin that were fitted; a forecast sees the same stretch. */
  readonly fittedSteps: number;
  readonly streams: readonly StreamDraws[];
  /** Growth of exchanges by generation: the spectral radius of the branching matrix. From 1 on paths can run away. */
  readonly radius: { readonly median: number; readonly interval90: readonly [number, number] };
  /** Share of the draws whose radius is 1 or more. */
  readonly unstableShare: number;
}

/** Equally likely draws of one stream's parameters; draw s of every stream belongs to path s modulo the draws. */
export interface StreamDraws {
  readonly stream: string;
  /** Parameters in the order of the fit, `psi` last. */
  readonly names: readonly string[];
  /** draws[j][s]: draw s of parameter j. */
  readonly draws: readonly Float64Array[];
  /** False where the approximation is too rough (k-hat above .7, or too few effective draws). */
  readonly trusted: boolean;
  /** What had to be made simpler for the stream to be fitted at all, a sentence; null where nothing was. */
  readonly simplified: string | null;
}

/** No forecast: which stream, why, and what to try. */
export interface FailedForecast {
  readonly kind: 'failed';
  readonly stream: string | null;
  readonly reason: FailedPosterior['reason'] | 'nothing to forecast' | 'unstable';
  readonly detail: string;
  readonly advice: string;
}

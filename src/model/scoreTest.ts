import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';

/** What one null fit knows: makes tests of added columns cheap (one pass over the steps and one small solve each). */
export interface NullModel {
  readonly design: StreamDesign;
  readonly fit: StreamFit;
  /** Efficient score and information of an added answer x, nuisance parameters projected out. */
  answer(x: Float64Array): EfficientScore;
  /** The same for an added modifier z. */
  modifier(z: Float64Array): EfficientScore;
}

export interface EfficientScore {
  /** Slope of the log-likelihood at effect 0. */
  readonly gradient: number;
  readonly information: number;
  /** gradient/√information: standard normal where the null holds; null without information. */
  readonly z: number | null;
  /** One step from 0: gradient/information, a rough estimate of the effect; null without information. */
  readonly oneStep: number | null;
}

export function nullModel(design: StreamDesign, fit: StreamFit): NullModel {
  throw new Error(`nullModel: being written (${design.family} ${fit.kind})`);
}

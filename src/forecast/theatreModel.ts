/** What a plan says about how its streams arise: one model for every stream that can be counted. Made by `modelTheatre`. */
import type { StreamModel } from '../model/index.ts';

export interface TheatreModel {
  /** Every stream that some claim speaks about and the panel counts, in the panel's order. Each is a receiving stream. */
  readonly streams: readonly StreamModel[];
  /** Which claim became which term; a what-if or a back-test drops terms by these. */
  readonly rules: readonly RuleTerm[];
  /** Claims that add no term (an expectation, a total), and streams that cannot be counted, with a sentence why. */
  readonly leftOut: readonly LeftOut[];
}

/** One term of one stream that a claim put there. A mutual claim has two, a truce one for each direction. */
export interface RuleTerm {
  readonly claim: string;
  /** The receiving stream. */
  readonly stream: string;
  /** Name of the term in the stream's model, and of its parameter: rho for an answer, gamma for a modifier. */
  readonly term: string;
  readonly of: 'answer' | 'modifier';
}

export interface LeftOut {
  /** A claim's name, or a stream's id. */
  readonly what: string;
  readonly why: string;
}

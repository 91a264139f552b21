/**
 * A family of delay distributions over lags in steps. A family knows only its raw weights; truncation to a window and
 * division by the sum are the same for all (`delayWeights`).
 */
export interface DelayFamily {
  readonly name: string;
  /** Why these parameters are not allowed, or null. */
  check(parameters: readonly number[]): string | null;
  /** Raw weight of each lag from…to, to be written into `weights`; and its derivative by each parameter. */
  fill(
    parameters: readonly number[],
    from: number,
    weights: Float64Array,
    derivatives: readonly Float64Array[] | null,
  ): void;
  /** How each of so many parameters is estimated; null for one that is held, since only ratios of weights matter. */
  estimate(parameters: number): readonly (DelayScale | null)[];
}

/** The scale on which a parameter is estimated: itself, its logarithm or its logit; and the bounds there. */
export interface DelayScale {
  readonly name: string;
  readonly of: 'itself' | 'logarithm' | 'logit';
  readonly lower: number;
  readonly upper: number;
}

/** A family with its parameters, on the lags from…to (1 = the next step). */
export interface DelayChoice {
  readonly family: string;
  readonly parameters: readonly number[];
  readonly from: number;
  readonly to: number;
}

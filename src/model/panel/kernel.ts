/** Weights that may depend on estimated parameters: of lags, or of pairs of units ([from · units + to]). */
export interface Kernel {
  readonly parameters: readonly KernelParameter[];
  /** Weights at a point of the parameters, with slopes and, if asked for, second derivatives (lower triangle). */
  at(point: ArrayLike<number>, curved: boolean): KernelValue;
}

export interface KernelParameter {
  readonly name: string;
  readonly start: number;
  readonly lower: number;
  readonly upper: number;
  /** What the estimate stands for. */
  natural(value: number): number;
}

export interface KernelValue {
  readonly value: Float64Array;
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

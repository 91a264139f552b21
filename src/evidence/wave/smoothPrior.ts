/**
 * The smooth wave before any data: AR(2) with double root phi = exp(−1/tau) and unit variance, whose neighbouring days have
 * correlation r = 2phi/(1+phi²) and z_t = 2phi z_{t−1} − phi² z_{t−2} + e with var e = (1−phi²)³/(1+phi²). Like a
 * Matérn-3/2 process. Runs backwards as it runs forwards, so that z'Qz may be taken from any two neighbours outwards.
 */
export interface SmoothPrior {
  /** r. */
  readonly lagOne: number;
  readonly first: number;
  readonly second: number;
  /** 1/(1 − r²). */
  readonly weightOne: number;
  /** 1/var e. */
  readonly weight: number;
}

export function smoothPrior(tau: number): SmoothPrior {
  const phi = Math.exp(-1 / tau);
  const square = phi * phi;
  // 1 − phi² without cancellation for slow waves.
  const rest = -Math.expm1(-2 / tau);
  return {
    lagOne: (2 * phi) / (1 + square),
    first: 2 * phi,
    second: square,
    weightOne: ((1 + square) / rest) ** 2,
    weight: (1 + square) / rest ** 3,
  };
}

/** Derivatives of the prior's numbers by log tau. */
export function smoothPriorSlopes(tau: number): SmoothPrior {
  const phi = Math.exp(-1 / tau);
  const square = phi * phi;
  const rest = -Math.expm1(-2 / tau);
  const byPhi = phi / tau;
  const sum = 1 + square;
  return {
    lagOne: (byPhi * 2 * rest) / sum ** 2,
    first: 2 * byPhi,
    second: 2 * phi * byPhi,
    weightOne: (byPhi * 8 * phi * sum) / rest ** 3,
    weight: byPhi * ((2 * phi) / rest ** 3 + (6 * phi * sum) / rest ** 4),
  };
}

/** log|Q| of n steps, n > 1. */
export function logPrecision({ weightOne, weight }: SmoothPrior, n: number): number {
  return Math.log(weightOne) + (n - 2) * Math.log(weight);
}

/** Derivative of log|Q| by log tau. */
export function logPrecisionSlope(prior: SmoothPrior, slopes: SmoothPrior, n: number): number {
  return slopes.weightOne / prior.weightOne + ((n - 2) * slopes.weight) / prior.weight;
}

/** Sums over the residuals outside the two middle days, and what those two days add. */
export interface ResidualSums {
  /** Σ q r of the residuals of u and v, and its derivative by the prior's `first` and `second`. */
  readonly products: number;
  readonly byProducts: number;
  /** Products u_i v_j of the two middle days: of the first, of both crosswise (their sum), of the second. */
  readonly middle: readonly [number, number, number];
}

/** Derivative of u'Qv by log tau. */
export function quadraticSlope(prior: SmoothPrior, slopes: SmoothPrior, sums: ResidualSums): number {
  const [own, cross, other] = sums.middle;
  const { lagOne: r } = prior;
  const residual = other - r * cross + r * r * own;
  const byResidual = slopes.lagOne * (2 * r * own - cross);
  return (
    slopes.weight * sums.products +
    prior.weight * sums.byProducts +
    slopes.weightOne * residual +
    prior.weightOne * byResidual
  );
}

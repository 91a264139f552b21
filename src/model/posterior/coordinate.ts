import type { Prior } from './priorsOf.ts';

/** Log-density of one parameter under its prior, seen from the whole line on which it is sampled. */
export interface Coordinate {
  readonly value: number;
  /** d value / d u. */
  readonly slope: number;
  /** ln prior(value) + ln |d value / d u|, and its derivative by u. */
  readonly logPrior: number;
  readonly logPriorSlope: number;
}

const LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
/** Where the half line bends into the whole one: near 0 like a logarithm, beyond like the parameter itself. */
const BEND = 0.1;

/**
 * A parameter of the whole line is itself; one of a half line is ±BEND·ln(1 + exp(u)), which is nearly straight above
 * BEND, so that a posterior that is nearly normal stays so; psi, which spans orders, is exp(u).
 */
export function coordinate(prior: Prior, u: number): Coordinate {
  if (prior.of === 'normal') {
    const z = (u - prior.mean) / prior.deviation;
    const logPrior = -LOG_ROOT_TWO_PI - Math.log(prior.deviation) - 0.5 * z * z;
    return { value: u, slope: 1, logPrior, logPriorSlope: -z / prior.deviation };
  }
  if (prior.of === 'exponential') {
    const value = Math.exp(u);
    const logPrior = Math.log(prior.rate) - prior.rate * value + u;
    return { value, slope: value, logPrior, logPriorSlope: 1 - prior.rate * value };
  }
  const sign = prior.of === 'half normal' ? 1 : -1;
  const size = BEND * (u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u)));
  const share = 1 / (1 + Math.exp(-u));
  const z = size / prior.deviation;
  const logShare = u > 0 ? -Math.log1p(Math.exp(-u)) : u - Math.log1p(Math.exp(u));
  return {
    value: sign * size,
    slope: sign * BEND * share,
    logPrior:
      Math.LN2 - LOG_ROOT_TWO_PI - Math.log(prior.deviation) - 0.5 * z * z + Math.log(BEND) + logShare,
    logPriorSlope: (-z / prior.deviation) * BEND * share + 1 - share,
  };
}

/** The place on the line of a value; values at or past an edge are put a little inside. */
export function placeOnLine(prior: Prior, value: number): number {
  if (prior.of === 'normal') return value;
  if (prior.of === 'exponential') return Math.log(Math.max(value, 1e-3));
  const size = Math.max(prior.of === 'half normal' ? value : -value, 0.01) / BEND;
  return size > 30 ? size : Math.log(Math.expm1(size));
}

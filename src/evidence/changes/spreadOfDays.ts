import { fitStream, trendColumns, type FailedFit } from '../../model/index.ts';

/** How counts vary about a smooth level: overdispersion of single steps, and how much more their sums vary. */
export interface SpreadOfDays {
  readonly kind: 'spread';
  /** Var = mean + psi·mean². */
  readonly psi: number;
  /** Long-run variance over the variance of independent steps, ≥ 1: counts that swell and ebb make sums vary more. */
  readonly clustering: number;
}

/** Neighbouring steps may depend on each other up to this many days apart. */
const REACH_DAYS = 30;

/**
 * Overdispersion and clustering of a stream about its own bending trend, so that real changes of level count little:
 * r = (y − mu)/√(mu(1 + psi mu)), clustering = max(1, 1 + 2 Σ_k (1 − k/(L+1)) r_t r_{t+k} / Σ r²), L 30 days, pairs
 * with an unrecorded step left out. Source: neweyWest1987.
 */
export function spreadOfDays(
  counts: Float64Array,
  recorded: Uint8Array,
  stepDays: number,
): SpreadOfDays | FailedFit {
  let events = 0;
  counts.forEach((count, step) => (events += recorded[step] ? count : 0));
  const fit = fitStream({
    counts,
    recorded,
    coverage: new Float64Array(counts.length).fill(1),
    endemic: trendColumns(recorded, { events }),
    answers: [],
    modifiers: [],
    family: 'NB2',
  });
  if (fit.kind === 'failed') return fit;
  const { psi, mean } = fit;
  const residual = counts.map((count, step) => {
    const mu = mean[step]!;
    return recorded[step] ? (count - mu) / Math.sqrt(mu * (1 + psi * mu)) : 0;
  });
  const own = sumOfProducts(residual, 0);
  const reach = Math.max(1, Math.round(REACH_DAYS / stepDays));
  let sum = own;
  for (let lag = 1; lag <= reach; lag++) sum += 2 * (1 - lag / (reach + 1)) * sumOfProducts(residual, lag);
  return { kind: 'spread', psi, clustering: own > 0 ? Math.max(1, sum / own) : 1 };
}

/** Unrecorded steps have residual 0, so that their pairs add nothing. */
function sumOfProducts(residual: Float64Array, lag: number): number {
  let sum = 0;
  for (let step = 0; step + lag < residual.length; step++) sum += residual[step]! * residual[step + lag]!;
  return sum;
}

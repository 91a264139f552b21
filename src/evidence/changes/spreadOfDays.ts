import { fitStream, trendColumns, type FailedFit, type StreamDesign } from '../../model/index.ts';
import { ownHistory } from '../judge/ownHistory.ts';

/** How counts vary about a smooth level: overdispersion of single steps, and how much more their sums vary. */
export interface SpreadOfDays {
  readonly kind: 'spread';
  /** Var = mean + psi·mean². */
  readonly psi: number;
  /** Long-run variance over the variance of independent steps, ≥ 1: counts that swell and ebb make sums vary more. */
  readonly clustering: number;
  /** Events that each event is followed by in its own stream, on average; 0 where this cannot be fitted. */
  readonly following: number;
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
  const design: StreamDesign = {
    counts,
    recorded,
    coverage: new Float64Array(counts.length).fill(1),
    endemic: trendColumns(recorded, { events }),
    answers: [],
    modifiers: [],
    family: 'NB2',
  };
  const fit = fitStream(design);
  if (fit.kind === 'failed') return fit;
  const answers = [{ name: 'own history', x: ownHistory(counts, recorded) }];
  const withHistory = fitStream({ ...design, answers }, { smoothing: fit.smoothing });
  const following = withHistory.kind === 'failed' ? 0 : (withHistory.parameters['own history'] ?? 0);
  const { psi, mean } = fit;
  const residual = counts.map((count, step) => {
    const mu = mean[step]!;
    return recorded[step] ? (count - mu) / Math.sqrt(mu * (1 + psi * mu)) : 0;
  });
  return { kind: 'spread', psi, clustering: clusteringOf(residual, REACH_DAYS / stepDays), following };
}

/** Long-run variance of residuals over that of independent ones, at least 1; lags up to `reach` steps. */
export function clusteringOf(residual: Float64Array, reach: number, flat = 0): number {
  const lags = Math.max(1, Math.round(reach));
  const own = sumOfProducts(residual, 0);
  let sum = own;
  for (let lag = 1; lag <= lags; lag++)
    sum += 2 * Math.min(1, (1 - lag / (lags + 1)) / (1 - flat)) * sumOfProducts(residual, lag);
  return own > 0 ? Math.max(1, sum / own) : 1;
}

/** Unrecorded steps have residual 0, so that their pairs add nothing. */
function sumOfProducts(residual: Float64Array, lag: number): number {
  let sum = 0;
  for (let step = 0; step + lag < residual.length; step++) sum += residual[step]! * residual[step + lag]!;
  return sum;
}

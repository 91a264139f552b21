import { delayWeights, geometricForWindow } from './delays/index.ts';
import type { DelaySpec } from './claimTest.ts';

/** Delay families that a claim may assume by name alone. */
export const NAMED_DELAYS: readonly string[] = ['geometric', 'uniform'];

/**
 * Weights of the lags of a claim's window in steps, first entry at lag `from`. Geometric has half its mass in the
 * first sixth of the window; uniform favours no day. `that day` (lag 0) has no weights: it is never an answer.
 */
export function delayForWindow(
  delay: DelaySpec,
  stepDays: number,
): { from: number; to: number; weights: Float64Array } {
  const from = Math.max(1, Math.ceil(delay.from / stepDays));
  const to = Math.max(from, Math.ceil(delay.to / stepDays));
  const parameters = delay.family === 'geometric' ? geometricForWindow(to - from + 1) : [];
  return { from, to, weights: delayWeights({ family: delay.family, parameters, from, to }) };
}

import { betaQuantile } from './incompleteBeta.ts';
import type { ProportionInterval } from './wilsonInterval.ts';

/** Exact (conservative) interval for a proportion; (0, 1) without trials. Source: clopperPearson1934. */
export function clopperPearsonInterval(successes: number, trials: number, level = 0.95): ProportionInterval {
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    upper: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  };
}

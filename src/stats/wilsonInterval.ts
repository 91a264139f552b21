import { normalQuantile } from './normal.ts';

export interface ProportionInterval {
  readonly lower: number;
  readonly upper: number;
}

/** Wilson's score interval for a proportion; (0, 1) without trials. Source: wilson1927. */
export function wilsonInterval(successes: number, trials: number, level = 0.95): ProportionInterval {
  if (trials === 0) return { lower: 0, upper: 1 };
  const z = normalQuantile(0.5 + level / 2);
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: successes === trials ? 1 : Math.min(1, (centre + half) / scale),
  };
}

import type { CountTally } from './countTally.ts';
import { ENSEMBLE_QUANTILES } from './ensemble.ts';

export interface TallySummary {
  readonly mean: Float64Array;
  readonly chance: Float64Array;
  readonly quantiles: readonly Float64Array[];
}

/** Means over finite counts, share of paths with an event, and quantiles of every step. */
export function readTally(tally: CountTally): TallySummary {
  const { steps } = tally;
  const mean = new Float64Array(steps);
  const chance = new Float64Array(steps);
  const quantiles = ENSEMBLE_QUANTILES.map(() => new Float64Array(steps));
  for (let t = 0; t < steps; t++) {
    const counts = listCounts(tally, t);
    let paths = 0;
    let finite = 0;
    let sum = 0;
    for (const [count, times] of counts) {
      paths += times;
      if (count === Infinity) continue;
      finite += times;
      sum += count * times;
    }
    const none = counts[0]?.[0] === 0 ? counts[0][1] : 0;
    mean[t] = finite === 0 ? NaN : sum / finite;
    chance[t] = (paths - none) / paths;
    let reached = 0;
    let next = 0;
    for (const [count, times] of counts) {
      reached += times;
      // A share of the paths is compared with a hair's width, so that .1 of 10 paths is one path.
      while (next < quantiles.length && reached >= ENSEMBLE_QUANTILES[next]! * paths - 1e-9) {
        quantiles[next]![t] = count;
        next++;
      }
    }
  }
  return { mean, chance, quantiles };
}

/** Counts that occurred on a step with the number of paths, rising. */
function listCounts({ width, small, large }: CountTally, t: number): [number, number][] {
  const counts: [number, number][] = [];
  for (let y = 0; y < width; y++) {
    const paths = small[t * width + y]!;
    if (paths > 0) counts.push([y, paths]);
  }
  return [...counts, ...[...large[t]!].sort(([a], [b]) => a - b)];
}

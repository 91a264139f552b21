import type { RandomStream } from './randomStream.ts';

/**
 * A 90 % interval of a statistic of a series whose neighbours go together: places are drawn in runs of `block`, the statistic
 * is taken on each resample. Null where fewer than 3 blocks are there, or a resample gives no number. Source: kunsch1989.
 */
export function blockBootstrap(
  length: number,
  block: number,
  statistic: (places: Uint32Array) => number,
  random: RandomStream,
  resamples = 499,
): readonly [number, number] | null {
  const run = Math.max(1, Math.floor(block));
  if (length < 3 * run) return null;
  const values = new Float64Array(resamples);
  const places = new Uint32Array(length);
  for (let resample = 0; resample < resamples; resample++) {
    for (let at = 0; at < length;) {
      const from = random.integer(length - run + 1);
      for (let step = 0; step < run && at < length; step++) places[at++] = from + step;
    }
    values[resample] = statistic(places);
    if (!Number.isFinite(values[resample]!)) return null;
  }
  values.sort();
  const at = (share: number) => values[Math.round(share * (resamples - 1))]!;
  return [at(0.05), at(0.95)];
}

import type { RandomStream } from '../stats/index.ts';

/**
 * Placebo dates that respect regimes (interval jitter): each day's triggers move together to a day drawn at random
 * from the eligible days of the same block of `blockSteps`. Writes into `target`.
 */
export function jitterTriggers(
  trigger: Float64Array,
  eligible: Uint8Array,
  blockSteps: number,
  random: RandomStream,
  target: Float64Array,
): Float64Array {
  target.fill(0);
  const open = new Int32Array(blockSteps);
  for (let start = 0; start < trigger.length; start += blockSteps) {
    const end = Math.min(trigger.length, start + blockSteps);
    let count = 0;
    for (let step = start; step < end; step++) if (eligible[step]) open[count++] = step;
    for (let k = 0; k < count; k++) {
      const step = open[k]!;
      const events = trigger[step]!;
      if (events === 0) continue;
      const drawn = open[Math.floor(random.uniform() * count)]!;
      target[drawn] = target[drawn]! + events;
    }
  }
  return target;
}

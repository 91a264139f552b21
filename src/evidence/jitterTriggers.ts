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
  for (let start = 0; start < trigger.length; start += blockSteps) {
    const end = Math.min(trigger.length, start + blockSteps);
    const open = [];
    for (let step = start; step < end; step++) if (eligible[step]) open.push(step);
    if (open.length === 0) continue;
    for (const step of open) {
      const events = trigger[step] ?? 0;
      if (events === 0) continue;
      const drawn = open[Math.floor(random.uniform() * open.length)] ?? step;
      target[drawn] = (target[drawn] ?? 0) + events;
    }
  }
  return target;
}

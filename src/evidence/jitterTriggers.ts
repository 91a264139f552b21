import type { RandomStream } from '../stats/index.ts';

/** Draws a placebo calendar into `target` and gives that. */
export type DrawTriggers = (random: RandomStream, target: Float64Array) => Float64Array;

/**
 * Placebo dates that respect regimes (interval jitter): each day's triggers move together to a day drawn at random
 * from the eligible days of the same block of `blockSteps`. What is to be moved, and where to, is looked up once for all
 * draws.
 */
export function jitterTriggers(
  trigger: Float64Array,
  eligible: Uint8Array,
  blockSteps: number,
): DrawTriggers {
  /** Eligible steps in order; of each day with triggers its events, and the part of `open` that is its block. */
  const open: number[] = [];
  const events: number[] = [];
  const from: number[] = [];
  const size: number[] = [];
  for (let start = 0; start < trigger.length; start += blockSteps) {
    const first = open.length;
    const end = Math.min(trigger.length, start + blockSteps);
    for (let step = start; step < end; step++) if (eligible[step]) open.push(step);
    for (let k = first; k < open.length; k++) {
      const count = trigger[open[k]!]!;
      if (count === 0) continue;
      events.push(count);
      from.push(first);
      size.push(open.length - first);
    }
  }
  return (random, target) => {
    target.fill(0);
    for (let k = 0; k < events.length; k++) {
      target[open[from[k]! + Math.floor(random.uniform() * size[k]!)]!]! += events[k]!;
    }
    return target;
  };
}

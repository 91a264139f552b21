import type { RandomStream } from '../stats/index.ts';

/** Placebo calendars of the same triggers. */
export interface Jitter {
  /** Events of each day with triggers that may be moved. */
  readonly events: Float64Array;
  /** Draws into `places` the step that each of these days is moved to; several may meet on one. */
  draw(random: RandomStream, places: Int32Array): void;
}

/** Draws a placebo calendar into `target` and gives that. */
export type DrawTriggers = (random: RandomStream, target: Float64Array) => Float64Array;

/**
 * Placebo dates that respect regimes (interval jitter): each day's triggers move together to a day drawn at random
 * from the eligible days of the same block of `blockSteps`. What is to be moved, and where to, is looked up once for all
 * draws.
 */
export function jitterPlaces(trigger: Float64Array, eligible: Uint8Array, blockSteps: number): Jitter {
  const steps = trigger.length;
  /** Eligible steps in order; of each day with triggers its events, and the part of `open` that is its block. */
  const open = new Int32Array(steps);
  const events = new Float64Array(steps);
  const from = new Int32Array(steps);
  const size = new Int32Array(steps);
  let opened = 0;
  let moved = 0;
  for (let start = 0; start < steps; start += blockSteps) {
    const first = opened;
    const end = Math.min(steps, start + blockSteps);
    for (let step = start; step < end; step++) if (eligible[step] === 1) open[opened++] = step;
    for (let k = first; k < opened; k++) {
      const count = trigger[open[k]!]!;
      if (count === 0) continue;
      events[moved] = count;
      from[moved] = first;
      size[moved] = opened - first;
      moved++;
    }
  }
  return {
    events: events.slice(0, moved),
    draw: (random, places) => {
      for (let k = 0; k < moved; k++) places[k] = open[from[k]! + Math.floor(random.uniform() * size[k]!)]!;
    },
  };
}

/** The same as whole calendars. */
export function jitterTriggers(
  trigger: Float64Array,
  eligible: Uint8Array,
  blockSteps: number,
): DrawTriggers {
  const { events, draw } = jitterPlaces(trigger, eligible, blockSteps);
  const places = new Int32Array(events.length);
  return (random, target) => {
    draw(random, places);
    target.fill(0);
    for (let k = 0; k < places.length; k++) target[places[k]!]! += events[k]!;
    return target;
  };
}

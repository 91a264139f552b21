import type { RandomStream } from '../stats/index.ts';
import type { PathProgram } from './pathProgram.ts';
import type { PathState } from './runPath.ts';

/** The level moves once in so many steps: often enough for a total, and cheap. */
const STRIDE = 7;

/**
 * Lets the level of every stream wander on one path: a random walk of its logarithm from the origin on, at the pace at which
 * it wandered in the record. The median path keeps the last level, as the trend does.
 */
export function wanderLevels(
  { before, after, streams }: PathProgram,
  draw: number,
  random: RandomStream,
  { levels }: PathState,
): void {
  streams.forEach(({ wander }, k) => {
    if (!wander) return;
    const own = levels[k]!;
    own.fill(1, 0, before);
    const deviation = wander[draw]!;
    let log = 0;
    for (let from = before; from < before + after; from += STRIDE) {
      // The first stretch lies half a stride after the origin on the mean.
      log += deviation * Math.sqrt(from === before ? STRIDE / 2 : STRIDE) * random.normal();
      own.fill(Math.exp(log), from, Math.min(from + STRIDE, before + after));
    }
  });
}

import { backtestOrigin, type OriginScores } from '../forecast/index.ts';
import type { BacktestWork } from './backtestInThreads.ts';

/** Takes origins one by one until none is left, and hands over the scores of each. */
export async function takeOrigins(
  { model, panel, options, places, next }: BacktestWork,
  hand: (part: OriginScores) => void,
): Promise<void> {
  for (;;) {
    const place = places[Atomics.add(next, 0, 1)];
    if (place === undefined) return;
    hand(backtestOrigin(model, panel, place, options));
    // So that an interrupt is heard between two origins.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

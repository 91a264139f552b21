import {
  backtestOrigin,
  type BacktestOptions,
  type OriginScores,
  type TheatreModel,
} from '../forecast/index.ts';
import type { CountPanel } from '../model/index.ts';

/** What every thread is given; `next` is shared: the place of the next origin that nobody has taken. */
export interface BacktestWork {
  readonly model: TheatreModel;
  readonly panel: CountPanel;
  readonly options: BacktestOptions;
  readonly places: readonly number[];
  readonly next: Int32Array;
}

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

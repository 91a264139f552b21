import type { Plan } from '../model/index.ts';
import type { CountCell, EventKey, EventStore } from '../record/index.ts';

/** Asks the store for all streams of a plan that are events and can be counted, at once. */
export async function countStreams(
  plan: Plan,
  store: EventStore,
  without?: readonly EventKey[],
): Promise<readonly CountCell[]> {
  const streams = plan.streams
    .filter(({ columns, untestable }) => columns === null && untestable === null)
    .map(({ selection }) => selection);
  if (streams.length === 0) return [];
  return store.count(without === undefined ? { streams } : { streams, without });
}

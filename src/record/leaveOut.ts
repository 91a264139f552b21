import type { EventStore } from './eventStore.ts';
import type { EventKey } from './selection.ts';

/**
 * The store with some rows left out of everything that is counted or listed as an event. What tells of the record
 * itself (its names, months, rows set aside) stays whole. A count plan that says itself what is left out is followed.
 */
export function leaveOut(store: EventStore, rows: readonly EventKey[]): EventStore {
  if (rows.length === 0) return store;
  return {
    ...store,
    count: (plan) => store.count({ without: rows, ...plan }),
    events: (selection, limit, without = rows) => store.events(selection, limit, without),
  };
}

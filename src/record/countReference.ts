import type { FoldedEvent } from './foldEvents.ts';
import { keyOfRow } from './keyOfRow.ts';
import type { CountCell, CountPlan } from './selection.ts';
import { takeEvents, type TakenEvents } from './takeEvents.ts';

/** More than any number of days between two dates of a calendar with four digits a year. */
const SPANS = 10_000_000;

type OpenCell = { -readonly [Key in keyof CountCell]: CountCell[Key] };

/**
 * Counts the events of every stream by their days, straight from the events: the meaning of a count plan, against
 * which the database is tested. A spell counts on the day it begins, since that day is known.
 */
export function countReference(
  events: readonly FoldedEvent[],
  plan: CountPlan,
  taken: TakenEvents = takeEvents(events),
): CountCell[] {
  const without = new Set((plan.without ?? []).map(keyOfRow));
  const counted = Uint8Array.from(events, ({ event }) =>
    without.size > 0 && without.has(keyOfRow(event)) ? 0 : 1,
  );
  return plan.streams.flatMap(({ id, anyOf }) => {
    // An event that several selections take counts once.
    const open = counted.slice();
    const cells = new Map<number, OpenCell>();
    for (const selection of anyOf) {
      for (const place of taken(selection)) {
        if (!open[place]) continue;
        open[place] = 0;
        const { event } = events[place]!;
        const last = event.precision === 'spell' ? event.first : event.last;
        const key = event.first * SPANS + last - event.first;
        let cell = cells.get(key);
        if (cell === undefined) cells.set(key, (cell = emptyCell(id, event.first, last)));
        cell.events += 1;
        cell.killedLow = addStated(cell.killedLow, event.killedLow);
        cell.killedHigh = addStated(cell.killedHigh, event.killedHigh);
        cell.wounded = addStated(cell.wounded, event.wounded);
      }
    }
    return [...cells.values()].sort((a, b) => a.first - b.first || a.last - b.last);
  });
}

function emptyCell(stream: string, first: number, last: number): OpenCell {
  return { stream, first, last, events: 0, killedLow: null, killedHigh: null, wounded: null };
}

function addStated(sum: number | null, stated: number | null): number | null {
  return stated === null ? sum : (sum ?? 0) + stated;
}

import type { Event } from './event.ts';
import type { FoldedEvent } from './foldEvents.ts';
import { keyOfRow } from './keyOfRow.ts';
import type { CountCell, CountPlan } from './selection.ts';
import { takeEvents, type TakenEvents } from './takeEvents.ts';

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
  const left = new Uint8Array(events.length);
  if (without.size > 0)
    for (let place = 0; place < events.length; place++)
      if (without.has(keyOfRow(events[place]!.event))) left[place] = 1;
  const cells: CountCell[] = [];
  for (const { id, anyOf } of plan.streams) {
    const lists = [...new Set(anyOf.map(taken))].filter((places) => places.length > 0);
    const own =
      lists.length === 1 && without.size === 0
        ? countAgain(id, lists[0]!, events)
        : countPlaces(id, lists, events, left);
    for (const cell of own) cells.push(cell);
  }
  return cells;
}

/** Cells of streams that take just these events: most readings of a record change nothing of most streams. */
const counted = new WeakMap<readonly number[], Map<string, readonly CountCell[]>>();

function countAgain(
  stream: string,
  places: readonly number[],
  events: readonly FoldedEvent[],
): readonly CountCell[] {
  const known = counted.get(places) ?? new Map<string, readonly CountCell[]>();
  const cells = known.get(stream) ?? countPlaces(stream, [places], events, new Uint8Array(events.length));
  counted.set(places, known.set(stream, cells));
  return cells;
}

/** Cells of the events of several lists, each counted once, and without those `left` out. */
function countPlaces(
  stream: string,
  lists: readonly (readonly number[])[],
  events: readonly FoldedEvent[],
  left: Uint8Array,
): CountCell[] {
  const closed = left.slice();
  const rows: Event[] = [];
  for (const places of lists) {
    for (const place of places) {
      if (closed[place] === 1) continue;
      closed[place] = 1;
      rows.push(events[place]!.event);
    }
  }
  rows.sort(compareDays);
  const cells: CountCell[] = [];
  let cell: OpenCell | null = null;
  for (const event of rows) {
    const last = lastDay(event);
    if (cell === null || cell.first !== event.first || cell.last !== last) {
      cell = emptyCell(stream, event.first, last);
      cells.push(cell);
    }
    cell.events += 1;
    cell.killedLow = addStated(cell.killedLow, event.killedLow);
    cell.killedHigh = addStated(cell.killedHigh, event.killedHigh);
    cell.wounded = addStated(cell.wounded, event.wounded);
  }
  return cells;
}

function compareDays(a: Event, b: Event): number {
  return a.first - b.first || lastDay(a) - lastDay(b);
}

/** A spell counts on the day it begins. */
function lastDay({ precision, first, last }: Event): number {
  return precision === 'spell' ? first : last;
}

function emptyCell(stream: string, first: number, last: number): OpenCell {
  return { stream, first, last, events: 0, killedLow: null, killedHigh: null, wounded: null };
}

function addStated(sum: number | null, stated: number | null): number | null {
  return stated === null ? sum : (sum ?? 0) + stated;
}

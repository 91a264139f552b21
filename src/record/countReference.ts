import { compileSelection } from './compileSelection.ts';
import type { FoldedEvent } from './foldEvents.ts';
import { keyOfRow } from './keyOfRow.ts';
import type { CountCell, CountPlan } from './selection.ts';

type OpenCell = { -readonly [Key in keyof CountCell]: CountCell[Key] };

/**
 * Counts the events of every stream by their days, straight from the events: the meaning of a count plan, against
 * which the database is tested. A spell counts on the day it begins, since that day is known.
 */
export function countReference(events: readonly FoldedEvent[], plan: CountPlan): CountCell[] {
  const without = new Set((plan.without ?? []).map(keyOfRow));
  const counted = without.size === 0 ? events : events.filter(({ event }) => !without.has(keyOfRow(event)));
  return plan.streams.flatMap(({ id, anyOf }) => {
    const selections = anyOf.map(compileSelection);
    const cells = new Map<string, OpenCell>();
    for (const folded of counted) {
      if (!selections.some((takes) => takes(folded))) continue;
      const { event } = folded;
      const last = event.precision === 'spell' ? event.first : event.last;
      const key = `${event.first} ${last}`;
      const cell = cells.get(key) ?? emptyCell(id, event.first, last);
      cell.events += 1;
      cell.killedLow = addStated(cell.killedLow, event.killedLow);
      cell.killedHigh = addStated(cell.killedHigh, event.killedHigh);
      cell.wounded = addStated(cell.wounded, event.wounded);
      cells.set(key, cell);
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

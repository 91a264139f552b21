import { compileSelection } from './compileSelection.ts';
import type { FoldedEvent } from './foldEvents.ts';
import type { EventSelection, NameFilter } from './selection.ts';

/** The places, in rising order, of the events that a selection takes. */
export type TakenEvents = (selection: EventSelection) => readonly number[];

/**
 * Which of these events a selection takes, worked out once for each selection: a theatre asks for the same one in many
 * streams, and again for every reading of its record. Events that differ in nothing but where, on which day and with how
 * many dead are looked at as one, unless it is that what the selection asks.
 */
export function takeEvents(events: readonly FoldedEvent[]): TakenEvents {
  const known = new Map<string, readonly number[]>();
  // Most are asked for again as the very same object.
  const seen = new WeakMap<EventSelection, readonly number[]>();
  const alike = groupAlike(events);
  /** One list for all selections that take the same. */
  const lists = new Map<string, readonly number[]>();
  const take = (selection: EventSelection): readonly number[] => {
    const { isAll, asked } = askedOfAlike(selection);
    const fits = compileSelection(asked);
    const fitting = alike.filter((places) => fits(events[places[0]!]!));
    if (!isAll) {
      const takes = compileSelection(selection);
      return inOrder(fitting.map((places) => places.filter((place) => takes(events[place]!))));
    }
    const key = fitting.map((places) => places[0]!).join(' ');
    const taken = lists.get(key) ?? inOrder(fitting);
    lists.set(key, taken);
    return taken;
  };
  return (selection) => {
    const again = seen.get(selection);
    if (again) return again;
    const key = JSON.stringify(selection);
    const taken = known.get(key) ?? take(selection);
    known.set(key, taken);
    seen.set(selection, taken);
    return taken;
  };
}

function inOrder(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a - b);
}

/** The places of events that differ in nothing but where, on which day and with how many dead, in rising order. */
function groupAlike(events: readonly FoldedEvent[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (let place = 0; place < events.length; place++) {
    const { event, initiators, targets, code } = events[place]!;
    const { record, directed, attribution, actClass, precision, first, last } = event;
    const days = precision === 'spell' ? null : last - first;
    const key = JSON.stringify([record, initiators, targets, directed, code, actClass, attribution, days]);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

/** What of a selection events alike meet all or none; whether that is all of it. */
function askedOfAlike(selection: EventSelection): { isAll: boolean; asked: EventSelection } {
  const { places, days, size, initiators, targets } = selection;
  const sides = targets === null ? [initiators] : [initiators, targets];
  return {
    isAll: places === null && days === null && size === null && !sides.some(hasDates),
    asked: {
      ...selection,
      ...{ places: null, days: null, size: null },
      initiators: withoutDates(initiators),
      targets: targets && withoutDates(targets),
    },
  };
}

function hasDates({ anyOf, noneOf }: NameFilter): boolean {
  return [...(anyOf ?? []), ...noneOf].some(({ from, to }) => from !== null || to !== null);
}

/** Lets through at least what the filter does. */
function withoutDates(filter: NameFilter): NameFilter {
  return {
    ...filter,
    anyOf: filter.anyOf?.map(({ name }) => ({ name, from: null, to: null })) ?? null,
    noneOf: filter.noneOf.filter(({ from, to }) => from === null && to === null),
  };
}

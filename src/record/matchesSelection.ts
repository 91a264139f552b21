import type { Day } from '../calendar/index.ts';
import type { Event } from './event.ts';
import { foldName } from './foldName.ts';
import { matchesPlace } from './matchesPlace.ts';
import type { Comparison, EventSelection, NameFilter, NameSpell } from './selection.ts';

/** Whether one event is taken by a selection: what the store's SQL says, in plain TypeScript. */
export function matchesSelection(event: Event, selection: EventSelection): boolean {
  const { places, days, targets } = selection;
  return (
    (selection.record === null || event.record === selection.record) &&
    matchesNames(event.initiators, event, selection.initiators) &&
    (targets === null || matchesNames(event.targets, event, targets)) &&
    matchesAct(event, selection) &&
    (places === null ||
      matchesPlace(
        { names: event.placeNames.map(foldName), latitude: event.latitude, longitude: event.longitude },
        places,
      )) &&
    (days === null || (event.first <= days.last && event.last >= days.first)) &&
    matchesSize(event, selection.size) &&
    (selection.attributions === null || selection.attributions.includes(event.attribution)) &&
    (selection.coarsestDays === null ||
      event.precision === 'spell' ||
      event.last - event.first + 1 <= selection.coarsestDays)
  );
}

function matchesNames(
  names: readonly string[],
  days: { readonly first: Day; readonly last: Day },
  filter: NameFilter,
): boolean {
  const folded = names.map(foldName);
  const holds = (spells: readonly NameSpell[]) =>
    spells.some(
      ({ name, from, to }) =>
        folded.includes(name) && (from === null || days.last >= from) && (to === null || days.first <= to),
    );
  if (holds(filter.noneOf)) return false;
  return filter.anyOf === null || holds(filter.anyOf) || (filter.orNobody && names.length === 0);
}

function matchesAct(event: Event, { actClasses, actCodes }: EventSelection): boolean {
  const code = foldName(event.code);
  return (
    (event.actClass !== null && actClasses.includes(event.actClass)) ||
    actCodes.some((asked) => foldName(asked) === code)
  );
}

function matchesSize(event: Event, size: EventSelection['size']): boolean {
  if (size === null) return true;
  const held = measureOf(event, size.measure);
  return held !== null && compare(held, size.comparison, size.value);
}

/** Measures a record of events holds; any other measure is stated by no row. */
function measureOf(event: Event, measure: string): number | null {
  if (measure === 'killed') return event.killedLow;
  return measure === 'wounded' ? event.wounded : null;
}

function compare(held: number, comparison: Comparison, value: number): boolean {
  switch (comparison) {
    case '>=':
      return held >= value;
    case '>':
      return held > value;
    case '<=':
      return held <= value;
    case '<':
      return held < value;
    case '=':
      return held === value;
  }
}

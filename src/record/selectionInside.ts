import { foldName } from './foldName.ts';
import type { EventSelection, NameFilter, NameSpell, PlaceFilter } from './selection.ts';

/**
 * Whether every event that `inner` takes is taken by `outer` too, as far as their filters show. False where it does not
 * follow from the filters, so it is never true of selections that only happen to agree on a record.
 */
export function selectionInside(inner: EventSelection, outer: EventSelection): boolean {
  return (
    (outer.record === null || outer.record === inner.record) &&
    (outer.direction === undefined || outer.direction === inner.direction) &&
    (outer.mirrored ?? false) === (inner.mirrored ?? false) &&
    namesInside(inner.initiators, outer.initiators) &&
    (outer.targets === null || (inner.targets !== null && namesInside(inner.targets, outer.targets))) &&
    listInside(inner.actClasses, outer.actClasses) &&
    listInside(inner.actCodes.map(foldName), outer.actCodes.map(foldName)) &&
    (outer.places === null || (inner.places !== null && placesInside(inner.places, outer.places))) &&
    (outer.days === null ||
      (inner.days !== null && inner.days.first >= outer.days.first && inner.days.last <= outer.days.last)) &&
    (outer.size === null || JSON.stringify(outer.size) === JSON.stringify(inner.size)) &&
    (outer.attributions === null ||
      (inner.attributions !== null && listInside(inner.attributions, outer.attributions))) &&
    (outer.coarsestDays === null || (inner.coarsestDays !== null && inner.coarsestDays <= outer.coarsestDays))
  );
}

function namesInside(inner: NameFilter, outer: NameFilter): boolean {
  const taken =
    outer.anyOf === null ||
    (inner.anyOf !== null && inner.anyOf.every((spell) => outer.anyOf!.some((wide) => covers(wide, spell))));
  return (
    taken &&
    (outer.anyOf === null || outer.orNobody || !inner.orNobody) &&
    outer.noneOf.every((spell) => inner.noneOf.some((wide) => covers(wide, spell))) &&
    (outer.among === undefined || outer.among === inner.among)
  );
}

/** The same name, for at least the same days. */
function covers(wide: NameSpell, narrow: NameSpell): boolean {
  return (
    wide.name === narrow.name &&
    (wide.from === null || (narrow.from !== null && wide.from <= narrow.from)) &&
    (wide.to === null || (narrow.to !== null && wide.to >= narrow.to))
  );
}

function placesInside(inner: PlaceFilter, outer: PlaceFilter): boolean {
  const circle = (one: PlaceFilter['circles'][number]) => JSON.stringify(one);
  const anywhere = outer.names.length === 0 && outer.circles.length === 0;
  const limited = inner.names.length > 0 || inner.circles.length > 0;
  return (
    (anywhere ||
      (limited &&
        listInside(inner.names, outer.names) &&
        listInside(inner.circles.map(circle), outer.circles.map(circle)))) &&
    listInside(outer.notNames, inner.notNames) &&
    listInside(outer.notCircles.map(circle), inner.notCircles.map(circle))
  );
}

function listInside(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((one) => outer.includes(one));
}

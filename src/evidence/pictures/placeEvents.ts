import type { Theatre } from '../../language/index.ts';
import { planAmount, type PlannedStream } from '../../model/index.ts';
import type { EventStore } from '../../record/index.ts';
import type { ClaimExamination } from '../verdict.ts';
import { forceIn } from './amountsOfForce.ts';
import type { MapPicture } from './shownPictures.ts';

/**
 * How many acts of force the record has at each declared place, all its days together, and what was found about the
 * routes. Places are as fine as the file declares them, never finer. Null where no place has a position.
 */
export async function placeEvents(
  theatre: Theatre,
  claims: readonly ClaimExamination[],
  store: EventStore,
): Promise<MapPicture | null> {
  if (theatre.places.every(({ position }) => position === null)) return null;
  const streams = theatre.places.map(({ name }): PlannedStream => {
    const stream = planAmount(theatre, forceIn(theatre, name));
    return { ...stream, id: name, selection: { ...stream.selection, id: name } };
  });
  const counted = streams.filter(({ columns, untestable }) => columns === null && untestable === null);
  const cells =
    counted.length === 0 ? [] : await store.count({ streams: counted.map(({ selection }) => selection) });
  const events = new Map<string, number>();
  for (const cell of cells) events.set(cell.stream, (events.get(cell.stream) ?? 0) + cell.events);
  const countOf = (name: string) => events.get(name) ?? 0;
  return {
    places: theatre.places.flatMap(({ name, position }) =>
      position === null ? [] : [{ name, ...position, events: countOf(name) }],
    ),
    unplaced: theatre.places
      .filter(({ position }) => position === null)
      .map(({ name }) => ({ name, events: countOf(name) })),
    areas: theatre.areas.map(({ name, members }) => ({ name, places: leafPlaces(theatre, members) })),
    routes: theatre.routes.map(({ name, through }) => ({
      name,
      through,
      states: statesOf(theatre, name, claims),
    })),
    kinds: 'acts of force',
  };
}

/** Areas may hold areas; a ring of them is refused when the file is checked. */
function leafPlaces(theatre: Theatre, members: readonly string[]): string[] {
  return [
    ...new Set(
      members.flatMap((member) => {
        const area = theatre.areas.find(({ name }) => name === member);
        return area ? leafPlaces(theatre, area.members) : [member];
      }),
    ),
  ];
}

function statesOf(theatre: Theatre, route: string, claims: readonly ClaimExamination[]) {
  return theatre.claims.flatMap(({ name, form }) => {
    if (form.kind !== 'control' || form.of !== 'route' || form.where.label !== route) return [];
    const claim = claims.find((one) => one.name === name);
    const finding = claim?.parts[0]?.finding;
    return claim && finding ? [{ claim: name, text: claim.text, finding }] : [];
  });
}

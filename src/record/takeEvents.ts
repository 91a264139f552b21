import { compileSelection } from './compileSelection.ts';
import type { FoldedEvent } from './foldEvents.ts';
import type { EventSelection, NameFilter } from './selection.ts';

/** The places, in rising order, of the events that a selection takes. */
export type TakenEvents = (selection: EventSelection) => readonly number[];

/**
 * Which of these events a selection takes, worked out once for each selection: a theatre asks for the same one in many
 * streams, and again for every reading of its record. Only events by a named initiator are looked at where one is asked.
 */
export function takeEvents(events: readonly FoldedEvent[]): TakenEvents {
  const known = new Map<string, readonly number[]>();
  const every = Array.from(events, (_, place) => place);
  const byInitiator = new Map<string, number[]>();
  events.forEach(({ initiators }, place) => {
    for (const name of new Set(initiators)) {
      const places = byInitiator.get(name);
      if (places) places.push(place);
      else byInitiator.set(name, [place]);
    }
  });
  const candidates = ({ anyOf, orNobody }: NameFilter): readonly number[] => {
    if (anyOf === null || orNobody) return every;
    const names = [...new Set(anyOf.map(({ name }) => name))];
    const places = names.flatMap((name) => byInitiator.get(name) ?? []);
    return names.length < 2 ? places : [...new Set(places)].sort((a, b) => a - b);
  };
  return (selection) => {
    const key = JSON.stringify(selection);
    const found = known.get(key);
    if (found) return found;
    const takes = compileSelection(selection);
    const taken = candidates(selection.initiators).filter((place) => takes(events[place]!));
    known.set(key, taken);
    return taken;
  };
}

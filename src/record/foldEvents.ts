import type { Event } from './event.ts';
import { foldName } from './foldName.ts';

/** An event with its names in the form in which they are compared: folded once, matched as often as asked. */
export interface FoldedEvent {
  readonly event: Event;
  readonly initiators: readonly string[];
  readonly targets: readonly string[];
  readonly placeNames: readonly string[];
  readonly code: string;
}

/** Folds the names of events; each writing once, since few sides and places fill a record. */
export function foldEvents(events: readonly Event[]): FoldedEvent[] {
  const known = new Map<string, string>();
  const fold = (name: string): string => {
    const folded = known.get(name) ?? foldName(name);
    known.set(name, folded);
    return folded;
  };
  return events.map((event) => ({
    event,
    initiators: event.initiators.map(fold),
    targets: event.targets.map(fold),
    placeNames: event.placeNames.map(fold),
    code: fold(event.code),
  }));
}

import { compileSelection } from './compileSelection.ts';
import type { Event } from './event.ts';
import { foldEvents } from './foldEvents.ts';
import type { EventSelection } from './selection.ts';

/** Whether one event is taken by a selection: what the store's SQL says, in plain TypeScript. */
export function matchesSelection(event: Event, selection: EventSelection): boolean {
  return foldEvents([event]).every(compileSelection(selection));
}

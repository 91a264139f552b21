import type { PlannedStream } from '../model/index.ts';
import type { EventSelection } from '../record/index.ts';

/** A stream of events that no pattern of the file asks for: only to be counted beside those that are. */
export function asStream(id: string, anyOf: readonly EventSelection[]): PlannedStream {
  return {
    id,
    text: id,
    unit: { of: 'events' },
    selection: { id, anyOf },
    columns: null,
    untestable: null,
  };
}

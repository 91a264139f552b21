import type { EventRow, Examination } from '../evidence/index.ts';
import { countBytes } from './countBytes.ts';
import { eventKey } from './listEvents.ts';

/** Tags, numbers and links around the words of a row: in its claim's table, and in the list of all events. */
const CLAIM_ROW = 70;
const LISTED_ROW = 150;

/** How many events each claim can list in so many bytes: as many for one claim as for any other. */
export function eventsShown({ claims }: Examination, room: number): number {
  const most = Math.max(0, ...claims.map(({ events }) => events.length));
  const seen = new Set<string>();
  let bytes = 0;
  for (let row = 0; row < most; row++) {
    for (const { events } of claims) {
      const event = events[row];
      if (event === undefined) continue;
      const key = eventKey(event);
      bytes +=
        CLAIM_ROW + bytesOf(event.id, event.what, event.where) + (seen.has(key) ? 0 : measureListed(event));
      seen.add(key);
    }
    if (bytes > room) return row;
  }
  return most;
}

function measureListed({ id, what, where, attribution, note, address }: EventRow): number {
  return LISTED_ROW + bytesOf(id, what, where, attribution, note ?? '', address ?? '');
}

/** With the letters that HTML writes longer. */
function bytesOf(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + countBytes(text) + 5 * (text.match(/[&<"]/g)?.length ?? 0), 0);
}

import type { EventRow, Examination } from '../evidence/index.ts';

/**
 * Every event that some verdict rests on, once, in order of date, with the place of its row in the page.
 * Claims share most events: listing them once keeps the file small, and the claims' tables point here.
 */
export function listEvents(
  examination: Examination,
  /** How many events of each claim. */
  most = Infinity,
): readonly { event: EventRow; anchor: string }[] {
  const events = new Map<string, EventRow>();
  for (const event of examination.claims.flatMap((claim) => claim.events.slice(0, most))) {
    const key = eventKey(event);
    if (!events.has(key)) events.set(key, event);
  }
  const order = (a: string, b: string) => Number(a > b) - Number(a < b);
  return [...events.values()]
    .sort((a, b) => order(a.first, b.first) || order(a.record, b.record) || a.line - b.line)
    .map((event, index) => ({ event, anchor: `e${index + 1}` }));
}

/** What makes an event the same event in two claims. */
export function eventKey(event: EventRow): string {
  return JSON.stringify([event.record, event.line, event.id]);
}

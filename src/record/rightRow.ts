import type { Event } from './event.ts';
import type { RowReading } from './recordFormat.ts';
import type { DateOrder } from './writtenForm.ts';

/** A row that was read; an empty country checks no position, no order speaks for none. */
export function rightRow(event: Event, country: string, dateOrder: DateOrder | undefined): RowReading {
  if (dateOrder !== undefined) return { kind: 'right', event, country, dateOrder };
  return { kind: 'right', event, country };
}

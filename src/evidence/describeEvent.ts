import { formatDay } from '../calendar/index.ts';
import type { Event } from '../record/index.ts';
import type { EventRow } from './verdict.ts';

/** An event as a row of the report: days and numbers written out, who did what to whom in words. */
export function describeEvent(event: Event): EventRow {
  const { killedLow, killedHigh } = event;
  const range = killedLow === killedHigh ? String(killedLow) : `${killedLow ?? '?'} to ${killedHigh ?? '?'}`;
  return {
    id: event.id,
    record: event.record,
    line: event.line,
    first: formatDay(event.first),
    last: formatDay(event.last),
    what: `${event.initiators.join(', ') || 'nobody named'}: ${event.code}${event.targets.length > 0 ? ` on ${event.targets.join(', ')}` : ''}`,
    where: event.placeNames[0] ?? '',
    killed: killedLow === null && killedHigh === null ? null : range,
    attribution: event.attribution,
    address: event.address,
    note: event.note,
  };
}

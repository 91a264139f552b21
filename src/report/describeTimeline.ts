import { formatCount } from './formatNumber.ts';
import type { Timeline } from './layoutTimeline.ts';

/** One sentence with the numbers of a timeline. */
export function describeTimeline(timeline: Timeline): string {
  const streams = timeline.streams.map((stream) => {
    const events = stream.days.reduce((sum, { count }) => sum + count, 0);
    const days = stream.days.filter(({ count }) => count > 0).length;
    return `${stream.label}: ${formatCount(events, 'event')} on ${formatCount(days, 'day')}`;
  });
  const missing = timeline.bands.filter((band) => band.kind === 'missing').length;
  const gaps = missing === 0 ? '' : ` ${formatCount(missing, 'spell')} without a record, hatched.`;
  return `${timeline.first} to ${timeline.last}. ${streams.join('; ')}.${gaps}`;
}

import type { TimelineStream } from '../evidence/index.ts';
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

/** Rows of a compact table: a month, then for each stream its days (`03 17×2 29`). */
export function listDaysByMonth(streams: readonly TimelineStream[]): readonly (readonly string[])[] {
  const months = new Map<string, string[][]>();
  streams.forEach((stream, index) => {
    for (const { day, count } of stream.days) {
      if (count === 0) continue;
      const month = day.slice(0, 7);
      const row = months.get(month) ?? streams.map(() => []);
      months.set(month, row);
      row[index]?.push(`${day.slice(8)}${count === 1 ? '' : `×${count}`}`);
    }
  });
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, row]) => [month, ...row.map((days) => days.join(' '))]);
}

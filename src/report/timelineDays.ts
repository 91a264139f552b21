import { civilFromDay, dayFromCivil, daysInMonth } from '../calendar/index.ts';
import type { TimelineStream } from '../evidence/index.ts';
import type { FigureTable } from './figureTable.ts';
import type { Timeline } from './layoutTimeline.ts';
import { MONTHS } from './monthNames.ts';
import { readDay } from './timeAxis.ts';

/** More days than this are told by the month in the page. */
const MOST_DAYS_LISTED = 240;

/** The days behind a timeline, day by day; of busy streams the page shows how many events each month has. */
export function timelineDays(timeline: Timeline): FigureTable {
  const { streams } = timeline;
  const days = streams.reduce((sum, stream) => sum + stream.days.length, 0);
  return {
    caption: 'Days with events, by month: day of the month, × how many when more than one',
    columns: ['Month', ...streams.map(({ label }) => label)],
    rows: listDaysByMonth(streams),
    ...(days > MOST_DAYS_LISTED ? { brief: streams.map((stream) => countByMonth(stream, timeline)) } : {}),
  };
}

/** One row a month, then for each stream its days (`03 17×2 29`). */
function listDaysByMonth(streams: readonly TimelineStream[]): readonly (readonly string[])[] {
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

/** One row a year; a month that lies outside the picture, or in which nobody recorded, is unknown and not 0. */
function countByMonth(stream: TimelineStream, { first, last, bands }: Timeline): FigureTable {
  const counts = new Map<string, number>();
  for (const { day, count } of stream.days) {
    counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + count);
  }
  const [from, to] = [readDay(first, 'first') ?? 0, readDay(last, 'last') ?? 0];
  const missing = bands
    .filter(({ kind }) => kind === 'missing')
    .map((band) => [readDay(band.first, 'first') ?? 0, readDay(band.last, 'last') ?? 0] as const);
  const [firstYear, lastYear] = [civilFromDay(from).year, civilFromDay(to).year];
  const countIn = (year: number, month: number): number | null => {
    const [start, end] = [dayFromCivil(year, month, 1), dayFromCivil(year, month, daysInMonth(year, month))];
    const known = counts.get(`${year}-${String(month).padStart(2, '0')}`);
    if (known !== undefined) return known;
    const unknown =
      end < from || start > to || missing.some(([begin, over]) => begin <= start && end <= over);
    return unknown ? null : 0;
  };
  return {
    caption: `${stream.label}: events by month`,
    columns: ['Year', ...MONTHS],
    rows: Array.from({ length: lastYear - firstYear + 1 }, (_, index) => [
      String(firstYear + index),
      ...MONTHS.map((_month, month) => countIn(firstYear + index, month + 1)),
    ]),
  };
}

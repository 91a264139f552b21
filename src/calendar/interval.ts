import { dayFromCivil, daysInMonth, type DatePrecision, type Day } from './day.ts';

/** A run of days, both ends included; `first <= last`. */
export interface DayInterval {
  readonly first: Day;
  readonly last: Day;
}

/** A date as a person writes it, with the days it may stand for. */
export interface WrittenDate extends DayInterval {
  readonly precision: DatePrecision;
}

const WRITTEN_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `2024`, `2024-02` or `2024-02-04` into the days it covers.
 * Returns null for anything else and for days that do not exist (`2023-02-30`).
 */
export function readWrittenDate(text: string): WrittenDate | null {
  const found = WRITTEN_DATE.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2] === undefined) {
    return { first: dayFromCivil(year, 1, 1), last: dayFromCivil(year, 12, 31), precision: 'year' };
  }
  const month = Number(found[2]);
  if (month < 1 || month > 12) return null;
  const length = daysInMonth(year, month);
  if (found[3] === undefined) {
    const first = dayFromCivil(year, month, 1);
    return { first, last: first + length - 1, precision: 'month' };
  }
  const dayOfMonth = Number(found[3]);
  if (dayOfMonth < 1 || dayOfMonth > length) return null;
  const day = dayFromCivil(year, month, dayOfMonth);
  return { first: day, last: day, precision: 'day' };
}

/** True when `day` lies in one of `intervals`. */
export function withinAny(day: Day, intervals: readonly DayInterval[]): boolean {
  return intervals.some((interval) => day >= interval.first && day <= interval.last);
}

/** The days two intervals share, or null. */
export function intersect(a: DayInterval, b: DayInterval): DayInterval | null {
  const first = Math.max(a.first, b.first);
  const last = Math.min(a.last, b.last);
  return first <= last ? { first, last } : null;
}

/** The same set of days as sorted runs that neither overlap nor touch. */
export function mergeIntervals(intervals: readonly DayInterval[]): DayInterval[] {
  const sorted = [...intervals].sort((a, b) => a.first - b.first);
  const merged: { first: Day; last: Day }[] = [];
  for (const { first, last } of sorted) {
    const open = merged.at(-1);
    if (open && first <= open.last + 1) open.last = Math.max(open.last, last);
    else merged.push({ first, last });
  }
  return merged;
}

/** Number of days in a set of intervals that may overlap. */
export function countDays(intervals: readonly DayInterval[]): number {
  return mergeIntervals(intervals).reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

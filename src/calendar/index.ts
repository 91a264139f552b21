export { civilFromDay, dayFromCivil, daysInMonth, formatDay } from './day.ts';
export type { DatePrecision, Day } from './day.ts';
export { countDays, intersect, mergeIntervals, readWrittenDate, withinAny } from './interval.ts';
export type { DayInterval, WrittenDate } from './interval.ts';

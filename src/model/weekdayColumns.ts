import type { Day } from '../calendar/index.ts';
import type { EndemicColumn } from './design.ts';

const NAMES = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** One column for each weekday but Monday, which the intercept stands for. Daily steps only. */
export function weekdayColumns(steps: number, first: Day): EndemicColumn[] {
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (t: number) => (((first + t + 3) % 7) + 7) % 7;
  return NAMES.map((name, index) => ({
    name,
    values: Float64Array.from({ length: steps }, (_, t) => (weekday(t) === index + 1 ? 1 : 0)),
  }));
}

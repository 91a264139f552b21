import { dayFromCivil, daysInMonth } from '../../calendar/index.ts';

/** Day number of a date like 2024-05-31; NaN for anything else, also for dates that do not exist. */
export function readWrittenDay(text: string): number {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return NaN;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayFromCivil(year, month, day) : NaN;
}

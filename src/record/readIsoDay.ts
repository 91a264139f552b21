import { dayFromCivil, daysInMonth, type Day } from '../calendar/index.ts';

export type DayReading =
  { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'fault'; readonly reason: string };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;

/**
 * Reads `2019-12-29`, and nothing else: every other way of writing a date is refused with the reason, since
 * 03/04/2024 is two days and 68 two years.
 */
export function readIsoDay(text: string): DayReading {
  const found = ISO_DAY.exec(text);
  if (!found) return refuse(describeOtherForm(text));
  const [year, month, dayOfMonth] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse(`the year ${found[1]} lies outside ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  if (month < 1 || month > 12) {
    const swapped = month >= 13 && month <= 31 && dayOfMonth >= 1 && dayOfMonth <= 12;
    return refuse(`month ${found[2]} does not exist${swapped ? ' (day and month look swapped)' : ''}`);
  }
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return refuse(`the day ${text} does not exist`);
  return { kind: 'day', day: dayFromCivil(year, month, dayOfMonth) };
}

function refuse(reason: string): DayReading {
  return { kind: 'fault', reason };
}

function describeOtherForm(text: string): string {
  const expected = 'dates are written year-month-day, as 2019-12-29';
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  if (text === '') return `no date; ${expected}`;
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return `${shown} looks like a day number of a spreadsheet; ${expected}`;
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text)) return `${shown} has a year of two digits; ${expected}`;
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)) {
    return `${shown} does not say which number is the day and which the month; ${expected}`;
  }
  if (/^\d{4}(?:-\d{2})?$/.test(text)) {
    return `${shown} is not a day: give the first and the last possible day and the precision month or year`;
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d/.test(text)) return `${shown} holds a time of day; ${expected}`;
  return `${shown} is not a date in a known form; ${expected}`;
}

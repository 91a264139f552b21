import { dayFromCivil, daysInMonth, type Day } from '../calendar/index.ts';

export type DayReading =
  { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'fault'; readonly reason: string };

const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;

/** The day that three numbers name, or why they name none. `text` is the date as written, for the reason. */
export function readCivilDay(year: number, month: number, dayOfMonth: number, text: string): DayReading {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse(`the year ${String(year).padStart(4, '0')} lies outside ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  if (month < 1 || month > 12) {
    const swapped = month >= 13 && month <= 31 && dayOfMonth >= 1 && dayOfMonth <= 12;
    const shown = String(month).padStart(2, '0');
    return refuse(`month ${shown} does not exist${swapped ? ' (day and month look swapped)' : ''}`);
  }
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return refuse(`the day ${text} does not exist`);
  return { kind: 'day', day: dayFromCivil(year, month, dayOfMonth) };
}

function refuse(reason: string): DayReading {
  return { kind: 'fault', reason };
}

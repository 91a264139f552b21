import { civilFromDay, dayFromCivil, daysInMonth, type Day, type DayInterval } from '../calendar/index.ts';

const FIRST_YEAR = 1980;

/** The number VIEWS gives to the month in which a day lies: 1 is January 1980. */
export function monthIdOf(day: Day): number {
  const { year, month } = civilFromDay(day);
  return (year - FIRST_YEAR) * 12 + month;
}

/** First and last day of a month by its VIEWS number. */
export function daysOfMonthId(id: number): DayInterval {
  const year = FIRST_YEAR + Math.floor((id - 1) / 12);
  const month = ((((id - 1) % 12) + 12) % 12) + 1;
  const first = dayFromCivil(year, month, 1);
  return { first, last: first + daysInMonth(year, month) - 1 };
}

import { formatDay, daysInMonth, type DayInterval } from '../../calendar/index.ts';

/** A text of Tacit: on one line, quotation marks doubled. */
export function quoted(text: string): string {
  return `"${text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll('"', '""')}"`;
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A run of days as one date where it is a day, a month or a year; else null. */
export function writeDate({ first, last }: DayInterval): string | null {
  const from = formatDay(first);
  if (first === last) return from;
  const to = formatDay(last);
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const length = daysInMonth(Number(year), Number(from.slice(5, 7)));
  return from === `${month}-01` && to === `${month}-${String(length)}` ? month : null;
}

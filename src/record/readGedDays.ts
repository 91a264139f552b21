import { civilFromDay, dayFromCivil, daysInMonth, type Day } from '../calendar/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import type { EventPrecision } from './event.ts';
import type { DateReading } from './readDate.ts';
import { readInterval, type AmbiguousDate, type PreciseInterval, type ReadInterval } from './readInterval.ts';

/** How many days each precision of UCDP stands for: the day, 2–6 days, a week, up to a month, more. */
const LENGTHS: ReadonlyMap<string, { readonly least: number; readonly words: string }> = new Map([
  ['1', { least: 1, words: 'the day is known' }],
  ['2', { least: 2, words: '2 to 6 days' }],
  ['3', { least: 7, words: 'the week is known' }],
  ['4', { least: 8, words: 'up to a month' }],
  ['5', { least: 32, words: 'more than a month' }],
]);

export interface GedDates {
  readonly start: string;
  readonly end: string;
  readonly precision: string;
  readonly year: string;
}

/**
 * Reads the days an event of UCDP may have happened on and holds them against their precision. Dates that are narrower
 * than the precision claim more than the coder knew, and several days cannot be one known day: such rows are at fault.
 * Wider dates lose nothing and stay.
 */
export function readGedDays(
  { start, end, precision, year }: GedDates,
  read: (text: string) => DateReading,
): PreciseInterval | AmbiguousDate | CellFault {
  const known = LENGTHS.get(precision);
  if (!known) {
    return new CellFault('date_prec', `${shorten(precision) || 'an empty cell'} is none of 1, 2, 3, 4, 5`);
  }
  const interval = readInterval(
    { column: 'date_start', text: start },
    { column: 'date_end', text: end },
    read,
  );
  if (interval instanceof CellFault || interval.kind === 'ambiguousDate') return interval;
  const length = interval.last - interval.first + 1;
  if (length < known.least || (precision === '1' && length > 1)) {
    const span = length === 1 ? 'are one day' : `span ${length} days`;
    return new CellFault(
      'date_prec',
      `the dates ${span}, but the precision ${precision} means: ${known.words}`,
    );
  }
  if (year !== '' && !holdsYear(interval, year)) {
    return new CellFault('year', `the year ${shorten(year)} is not that of the dates ${start} to ${end}`);
  }
  const { first, last, order } = interval;
  return { kind: 'interval', first, last, precision: wordPrecision(first, last), order };
}

function holdsYear({ first, last }: ReadInterval, text: string): boolean {
  const year = Number(text);
  return dayFromCivil(year, 1, 1) <= last && first < dayFromCivil(year + 1, 1, 1);
}

/** Week, month and year where the days are exactly that; other stretches are approximate. */
function wordPrecision(first: Day, last: Day): EventPrecision {
  const length = last - first + 1;
  if (length === 1) return 'day';
  if (length === 7) return 'week';
  const { year, month, dayOfMonth } = civilFromDay(first);
  if (dayOfMonth === 1 && length === daysInMonth(year, month)) return 'month';
  const end = civilFromDay(last);
  const wholeYear = month === 1 && dayOfMonth === 1 && end.year === year && end.month === 12;
  return wholeYear && end.dayOfMonth === 31 ? 'year' : 'approx';
}

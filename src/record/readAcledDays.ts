import { civilFromDay, dayFromCivil, daysInMonth } from '../calendar/index.ts';
import { CellFault, shorten } from './cellFault.ts';
import type { DateReading } from './readDate.ts';
import type { AmbiguousDate, PreciseInterval } from './readInterval.ts';

const DAYS_BESIDE = 6;

export interface AcledDate {
  readonly date: string;
  readonly year: string;
  readonly precision: string;
}

/**
 * Reads the days an event of ACLED may have happened on. Precision 1 is the day. Precision 2 is a week, of which the
 * export tells some day: the interval holds every week that has this day. Precision 3 is the month of the date.
 */
export function readAcledDays(
  { date, year, precision }: AcledDate,
  read: (text: string) => DateReading,
): PreciseInterval | AmbiguousDate | CellFault {
  const reading = read(date);
  if (reading.kind === 'fault') return new CellFault('event_date', reading.reason);
  if (reading.kind === 'ambiguous') return { kind: 'ambiguousDate', column: 'event_date', text: date };
  const { day, order } = reading;
  if (year !== '' && !isIn(day, year)) {
    return new CellFault('year', `the year ${shorten(year)} is not that of the date ${date}`);
  }
  switch (precision) {
    case '1':
      return { kind: 'interval', first: day, last: day, precision: 'day', order };
    case '2': {
      const [first, last] = [day - DAYS_BESIDE, day + DAYS_BESIDE];
      return { kind: 'interval', first, last, precision: 'approx', order };
    }
    case '3': {
      const civil = civilFromDay(day);
      const first = dayFromCivil(civil.year, civil.month, 1);
      const last = first + daysInMonth(civil.year, civil.month) - 1;
      return { kind: 'interval', first, last, precision: 'month', order };
    }
    default:
      return new CellFault('time_precision', `${shorten(precision) || 'an empty cell'} is none of 1, 2, 3`);
  }
}

function isIn(day: number, text: string): boolean {
  const year = Number(text);
  return dayFromCivil(year, 1, 1) <= day && day < dayFromCivil(year + 1, 1, 1);
}

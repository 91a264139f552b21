import { shorten } from './cellFault.ts';
import { describeOtherDate } from './describeOtherDate.ts';
import { readCivilDay, type DayReading } from './readCivilDay.ts';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const EXPECTED = 'dates are written year-month-day, as 2019-12-29';

/**
 * Reads `2019-12-29`, and nothing else: every other way of writing a date is refused with the reason, since
 * 03/04/2024 is two days and 68 two years.
 */
export function readIsoDay(text: string): DayReading {
  const found = ISO_DAY.exec(text);
  if (found) return readCivilDay(Number(found[1]), Number(found[2]), Number(found[3]), text);
  const swappable = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)
    ? `${shorten(text)} does not say which number is the day and which the month; ${EXPECTED}`
    : describeOtherDate(text, EXPECTED);
  return { kind: 'fault', reason: swappable };
}

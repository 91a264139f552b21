import { civilFromDay, dayFromCivil, daysInMonth, type Day, type DayInterval } from '../../calendar/index.ts';
import type { Unit } from './words.ts';

/** Which part of a month or year is meant: "early", "mid-", "late", "the end of". */
export type Part = 'early' | 'middle' | 'late' | 'start' | 'end' | null;

export const PART =
  '(?:(?:the )?(?:very )?(?:early|earlier|beginning|start|opening|middle|end|close|late|later)(?: (?:days|weeks|months|part))?(?: of)?|mid)';

export function partOf(words: string | undefined): Part {
  if (words === undefined) return null;
  if (/early|earlier/i.test(words)) return 'early';
  if (/beginning|start|opening/i.test(words)) return 'start';
  if (/mid/i.test(words)) return 'middle';
  if (/end|close/i.test(words)) return 'end';
  return /late/i.test(words) ? 'late' : null;
}

/** A part of a month is ten days: 1 to 10, 11 to 20, 21 to the end. */
export function monthStretch(year: number, month: number, part: Part = null): DayInterval {
  const first = dayFromCivil(year, month, 1);
  const last = first + daysInMonth(year, month) - 1;
  if (part === 'early' || part === 'start') return { first, last: first + 9 };
  if (part === 'middle') return { first: first + 10, last: first + 19 };
  if (part === 'late' || part === 'end') return { first: first + 20, last };
  return { first, last };
}

/** Early in a year is its first two months, late its last two, the middle May to August. */
export function yearStretch(year: number, part: Part = null): DayInterval {
  const months = (from: number, to: number) => ({
    first: dayFromCivil(year, from, 1),
    last: monthStretch(year, to).last,
  });
  if (part === 'early' || part === 'start') return months(1, 2);
  if (part === 'middle') return months(5, 8);
  if (part === 'late' || part === 'end') return months(11, 12);
  return months(1, 12);
}

/** Spring is March to May; winter is named after its December, unless two years name it. The northern half of the earth is meant. */
export function seasonStretch(season: string, year: number): DayInterval {
  const start = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[season.toLowerCase()] ?? 3;
  const end = start === 12 ? { year: year + 1, month: 2 } : { year, month: start + 2 };
  return { first: dayFromCivil(year, start, 1), last: monthStretch(end.year, end.month).last };
}

/** The same day of the month so many months on; the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayFromCivil(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** The day so many units later; hours count as parts of a day, rounded away from 0. */
export function addUnits(day: Day, count: number, unit: Unit): Day {
  switch (unit) {
    case 'hour':
      return day + Math.sign(count) * Math.ceil(Math.abs(count) / 24);
    case 'day':
      return day + count;
    case 'week':
      return day + 7 * count;
    case 'month':
      return addMonths(day, count);
    case 'year':
      return addMonths(day, 12 * count);
    case 'decade':
      return addMonths(day, 120 * count);
    case 'century':
      return addMonths(day, 1200 * count);
    default:
      return day + 14 * count;
  }
}

const LENGTHS = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
  decade: 3652,
  century: 36525,
} as const;

/** Days in so many units; a month counts 30, a year 365. */
export function lengthOf(count: number, unit: Unit): number {
  return Math.max(1, Math.round(count * (LENGTHS[unit] ?? 14)));
}

/** Monday to Sunday. */
function weekStretch(day: Day): DayInterval {
  const first = day - weekdayOf(day);
  return { first, last: first + 6 };
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The calendar week, month, year or decade around a day, `shift` of them away. */
export function unitStretch(day: Day, unit: Unit, shift: number): DayInterval {
  const { year, month } = civilFromDay(addUnits(day, shift, unit));
  switch (unit) {
    case 'week':
      return weekStretch(day + 7 * shift);
    case 'month': {
      const there = civilFromDay(
        addMonths(dayFromCivil(civilFromDay(day).year, civilFromDay(day).month, 1), shift),
      );
      return monthStretch(there.year, there.month);
    }
    case 'year':
      return yearStretch(year);
    case 'decade': {
      const start = Math.floor(year / 10) * 10;
      return { first: dayFromCivil(start, 1, 1), last: dayFromCivil(start + 9, 12, 31) };
    }
    case 'century': {
      const start = Math.floor((year - 1) / 100) * 100 + 1;
      return { first: dayFromCivil(start, 1, 1), last: dayFromCivil(start + 99, 12, 31) };
    }
    default:
      return month > 0 ? { first: day + shift, last: day + shift } : { first: day, last: day };
  }
}

import type { Day } from '../calendar/index.ts';
import { shorten } from './cellFault.ts';
import { describeOtherDate } from './describeOtherDate.ts';
import { readCivilDay } from './readCivilDay.ts';
import type { DateOrder } from './writtenForm.ts';

export type DateReading =
  /** `order`: the only order in which the numbers make a date, where they decide it. */
  | { readonly kind: 'day'; readonly day: Day; readonly order?: DateOrder }
  /** Two days, depending on an order that nobody said. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'fault'; readonly reason: string };

export interface DateForms {
  /** In which order the person says dates of three numbers stand, or null where nobody said. */
  readonly order: DateOrder | null;
  /** Whether eight digits are year, month and day (`20141124`). */
  readonly eightDigits: boolean;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?)?$/;
const NUMBERS = /^(\d{1,2})([-/.:])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})([-/.:])(\d{1,2})\2(\d{1,2})$/;
const DAY_THEN_NAME = /^(\d{1,2})(?:[ -]|\. ?)([A-Za-z]{3,9})\.?,?[ -](\d{4})$/;
const NAME_THEN_DAY = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
const EXPECTED = 'a date is written 2019-12-29 or 29 December 2019';

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ...['january', 'february', 'march', 'april', 'may', 'june'],
    ...['july', 'august', 'september', 'october', 'november', 'december'],
  ].flatMap((name, index) => [
    [name, index + 1] as const,
    [name.slice(0, 3), index + 1] as const,
    // The one other short form in common use.
    ...(name === 'september' ? [['sept', index + 1] as const] : []),
  ]),
);

/**
 * Reads a date as exports write it: `2019-12-29`, `16 May 2025`, `May 16, 2025`, three numbers, and eight digits where
 * the format has them. Three numbers are read only in an order that their values or the person decide: 03/04/2024 is
 * ambiguous, 16/05/2024 a day that speaks for "day first", 05/05/2024 a day that speaks for nothing. Where the person
 * said an order, a date that does not fit it is a fault. Years have four digits; nothing is completed.
 */
export function readDate(text: string, { order, eightDigits }: DateForms): DateReading {
  const iso = ISO.exec(text);
  if (iso) return readIso(iso, text);
  if (eightDigits && text.length === 8 && /^\d{8}$/.test(text)) {
    return readCivilDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)), text);
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) return readNumbers(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), text, order);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    if (order !== null && order !== 'ymd') return refuse(`${text} has the year first, not ${NAMES[order]}`);
    const day = readCivilDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]), text);
    return day.kind === 'fault' || order !== null ? day : { ...day, order: 'ymd' };
  }
  const worded = DAY_THEN_NAME.exec(text);
  if (worded) return readWorded(worded[2] ?? '', Number(worded[1]), Number(worded[3]), text);
  const american = NAME_THEN_DAY.exec(text);
  if (american) return readWorded(american[1] ?? '', Number(american[2]), Number(american[3]), text);
  return refuse(describeOtherDate(text, EXPECTED));
}

const NAMES: Readonly<Record<DateOrder, string>> = {
  dmy: 'the day first',
  mdy: 'the month first',
  ymd: 'the year first',
};

/** Midnight without a zone is how databases write a day that has no time; any other time could fall on another day elsewhere. */
function readIso([, year, month, dayOfMonth, time, fraction]: RegExpExecArray, text: string): DateReading {
  if (time !== undefined && (time !== '00:00:00' || Number(fraction ?? 0) !== 0)) {
    return refuse(`${text} holds a time of day, which may be another day elsewhere; ${EXPECTED}`);
  }
  return readCivilDay(Number(year), Number(month), Number(dayOfMonth), text);
}

function readNumbers(
  first: number,
  second: number,
  year: number,
  text: string,
  order: DateOrder | null,
): DateReading {
  if (order === 'ymd') return refuse(`${text} has the year last, not the year first`);
  const dayFirst = readCivilDay(year, second, first, text);
  const monthFirst = readCivilDay(year, first, second, text);
  if (order !== null) {
    const reading = order === 'dmy' ? dayFirst : monthFirst;
    const other = order === 'dmy' ? monthFirst : dayFirst;
    if (reading.kind === 'day' || other.kind === 'fault') return reading;
    return refuse(
      `month ${order === 'dmy' ? second : first} does not exist when ${shorten(text)} is read with ${NAMES[order]}`,
    );
  }
  if (dayFirst.kind === 'fault') {
    return monthFirst.kind === 'fault'
      ? refuse(`${text} is no day, whether day or month comes first`)
      : { ...monthFirst, order: 'mdy' };
  }
  if (monthFirst.kind === 'fault') return { ...dayFirst, order: 'dmy' };
  return first === second ? dayFirst : { kind: 'ambiguous' };
}

function readWorded(name: string, dayOfMonth: number, year: number, text: string): DateReading {
  const month = MONTHS.get(name.toLowerCase());
  if (month === undefined) return refuse(`${name} is no English name of a month; ${EXPECTED}`);
  return readCivilDay(year, month, dayOfMonth, text);
}

function refuse(reason: string): DateReading {
  return { kind: 'fault', reason };
}

import { dayFromCivil, daysInMonth, type DayInterval } from '../../calendar/index.ts';
import { latestNotAfter } from './latestNotAfter.ts';
import { monthStretch, PART, partOf } from './stretches.ts';
import { oneDay, type ReadTime, type TimeRule } from './timeRule.ts';
import { CLEAR_MONTH, MONTH, monthNumber, WEEKDAY } from './words.ts';

const DAY = '(?:[0-2]?\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:1[6-9]|20)\\d{2}';
const IN_YEAR = `(?:,? (?:of )?(?<year>${YEAR}))?`;
const NO_MORE_DIGITS = '(?![\\d,.]*\\d)(?!\\w)';

/** Days of the calendar: with a year one day, without it the latest that fits. */
export const datedRules: readonly TimeRule[] = [
  {
    name: 'year-month-day',
    pattern: /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/g,
    read: ({ year, month, day }) => dayOf(year, Number(month), day),
  },
  {
    name: 'day month',
    pattern: new RegExp(
      `(?:${WEEKDAY},? )?(?<![\\d.,$])\\b(?:the )?(?<day>${DAY})(?: of)?[ -](?<month>${MONTH})${IN_YEAR}${NO_MORE_DIGITS}`,
      'gu',
    ),
    read: ({ year, month, day }) => dayOf(year, monthNumber(month ?? ''), day),
  },
  {
    name: 'month day',
    pattern: new RegExp(
      `(?:${WEEKDAY},? )?\\b(?<month>${MONTH}) (?:the )?(?<day>${DAY})${IN_YEAR}${NO_MORE_DIGITS}(?! ?(?:%|percent|per cent|people|fighters|soldiers|troops|km))`,
      'gu',
    ),
    read: ({ year, month, day }) => dayOf(year, monthNumber(month ?? ''), day),
  },
  {
    name: 'days of one month',
    pattern: new RegExp(
      `\\b(?:(?:[Ff]rom|[Bb]etween) )?(?<first>${DAY}) ?(?:-|to|and|until|through) ?(?<last>${DAY})(?: of)? (?<month>${MONTH})${IN_YEAR}${NO_MORE_DIGITS}`,
      'gu',
    ),
    read: ({ year, month, first, last }) => daysOf(year, month, first, last),
  },
  {
    name: 'month and days',
    pattern: new RegExp(
      `\\b(?:(?:[Ff]rom|[Bb]etween) )?(?<month>${MONTH}) (?<first>${DAY}) ?(?:-|to|and|until|through) ?(?<last>${DAY})${IN_YEAR}${NO_MORE_DIGITS}`,
      'gu',
    ),
    read: ({ year, month, first, last }) => daysOf(year, month, first, last),
  },
  {
    name: 'day and month in numbers',
    pattern:
      /(?<![\d/.])(?<first>\d{1,2})(?<sign>[/.])(?<second>\d{1,2})\k<sign>(?<year>(?:19|20)\d{2})(?![\d/])/g,
    read: ({ first, second, year, sign }) =>
      numbersOf(Number(first), Number(second), Number(year), sign === '.'),
  },
  {
    name: 'month of a year',
    pattern: new RegExp(
      `\\b(?:(?<part>${PART})[ -])?(?<month>${MONTH}),? (?:of )?(?<year>${YEAR})(?!\\d)`,
      'gu',
    ),
    read: ({ part, month, year }) => {
      const days = monthStretch(Number(year), monthNumber(month ?? ''), partOf(part));
      return { year: Number(year), resolve: () => ({ days }) };
    },
  },
  {
    name: 'week or days of a month',
    pattern: new RegExp(
      `\\b(?:the )?(?<ordinal>first|second|third|fourth|last|final|opening) (?<piece>week|days|few days|half|two weeks|ten days|fortnight) (?:of|in) (?<month>${MONTH})${IN_YEAR}(?!\\d)`,
      'gu',
    ),
    read: ({ ordinal, piece, month, year }) =>
      pieceOfMonth(ordinal ?? '', piece ?? '', monthNumber(month ?? ''), year),
  },
  {
    name: 'holiday',
    pattern: new RegExp(
      `\\b(?<holiday>Christmas(?: Day)?|Christmas Eve|New Year's Day|New Year's Eve)${IN_YEAR}`,
      'gu',
    ),
    read: ({ holiday, year }) => {
      const eve = (holiday ?? '').endsWith('Eve');
      if ((holiday ?? '').startsWith('Christmas')) return dayOf(year, 12, eve ? '24' : '25');
      return eve ? dayOf(year, 12, '31') : dayOf(year, 1, '1');
    },
  },
  {
    name: 'part of a month',
    pattern: new RegExp(`\\b(?<part>${PART})[ -](?<month>${MONTH})(?! ?\\d)`, 'gu'),
    read: ({ part, month }) => monthOf(month, part),
  },
  {
    name: 'month after a small word',
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Bb]y|[Ff]rom|to|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|of|and|[Bb]etween|for|around|into) )(?<month>${MONTH})(?! ?\\d)(?! \\p{Lu})`,
      'gu',
    ),
    read: ({ month }) => monthOf(month, undefined),
  },
  {
    name: 'month',
    pattern: new RegExp(`\\b(?<month>${CLEAR_MONTH})(?! ?\\d)(?!\\w)`, 'g'),
    read: ({ month }) => monthOf(month, undefined),
  },
];

function dayOf(year: string | undefined, month: number, written: string | undefined): ReadTime | null {
  const day = Number.parseInt(written ?? '', 10);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const inYear = (number: number): DayInterval | null =>
    day <= daysInMonth(number, month) ? oneDay(dayFromCivil(number, month, day)) : null;
  if (year === undefined) {
    // 2000 has every day there is.
    return inYear(2000) && { yearless: true, resolve: (context) => latestNotAfter(context, inYear) };
  }
  const days = inYear(Number(year));
  return days && { year: Number(year), resolve: () => ({ days }) };
}

function daysOf(
  year: string | undefined,
  month: string | undefined,
  from: string | undefined,
  to: string | undefined,
): ReadTime | null {
  const [first, last] = [Number.parseInt(from ?? '', 10), Number.parseInt(to ?? '', 10)];
  const number = monthNumber(month ?? '');
  if (first < 1 || last <= first || last > 31) return null;
  const inYear = (of: number): DayInterval | null =>
    last <= daysInMonth(of, number)
      ? { first: dayFromCivil(of, number, first), last: dayFromCivil(of, number, last) }
      : null;
  if (year === undefined) {
    return inYear(2000) && { yearless: true, resolve: (context) => latestNotAfter(context, inYear) };
  }
  const days = inYear(Number(year));
  return days && { year: Number(year), resolve: () => ({ days }) };
}

/** Weeks of a month are days 1 to 7, 8 to 14, 15 to 21, 22 to 28; the last is its last seven days. */
function pieceOfMonth(
  ordinal: string,
  piece: string,
  month: number,
  year: string | undefined,
): ReadTime | null {
  const index = ['first', 'second', 'third', 'fourth'].indexOf(ordinal === 'opening' ? 'first' : ordinal);
  const length = { half: 15, 'two weeks': 14, fortnight: 14, 'ten days': 10 }[piece] ?? 7;
  const inYear = (of: number): DayInterval | null => {
    const whole = monthStretch(of, month);
    if (index === -1) return { first: whole.last - length + 1, last: whole.last };
    const first = whole.first + index * length;
    const last = piece === 'half' && index === 1 ? whole.last : first + length - 1;
    return first <= whole.last ? { first, last: Math.min(last, whole.last) } : null;
  };
  if (year !== undefined) {
    const days = inYear(Number(year));
    return days && { year: Number(year), resolve: () => ({ days }) };
  }
  return inYear(2000) && { yearless: true, resolve: (context) => latestNotAfter(context, inYear) };
}

/** With points the day comes first. With strokes both orders are in use: where both fit, both are kept. */
function numbersOf(first: number, second: number, year: number, dayFirst: boolean): ReadTime | null {
  const read = (day: number, month: number): DayInterval | null =>
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
      ? oneDay(dayFromCivil(year, month, day))
      : null;
  const found = [read(first, second), ...(dayFirst ? [] : [read(second, first)])].filter(
    (days): days is DayInterval => days !== null,
  );
  const [days, other] = found;
  if (!days) return null;
  const alternatives = other && other.first !== days.first ? [other] : [];
  return { year, resolve: () => ({ days, alternatives }) };
}

function monthOf(month: string | undefined, part: string | undefined): ReadTime {
  const number = monthNumber(month ?? '');
  return {
    yearless: true,
    resolve: (context) => latestNotAfter(context, (year) => monthStretch(year, number, partOf(part))),
  };
}

import { civilFromDay, type Day, type DayInterval } from '../../calendar/index.ts';
import {
  monthStretch,
  seasonStretch,
  unitStretch,
  weekdayOf,
  yearStretch,
  partOf,
  PART,
} from './stretches.ts';
import { OPEN, oneDay, type ReadTime, type TimeReading, type TimeRule } from './timeRule.ts';
import { MONTH, monthNumber, unitOf, WEEKDAY, weekdayNumber, type Unit } from './words.ts';

const OF_DAY = '(?: (?:morning|afternoon|evening|night|noon))?';

/** Words that count from the day of publication: "yesterday", "last October", "earlier this year". */
export const saidRules: readonly TimeRule[] = [
  {
    name: 'day beside today',
    pattern:
      /\b(?<word>the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|last night|overnight|this (?:morning|afternoon|evening))(?:'s)?\b(?: (?:morning|afternoon|evening|night))?/gi,
    read: ({ word }) => fromPublished((day) => oneDay(day + shiftOfDay((word ?? '').toLowerCase()))),
  },
  {
    name: 'weekday',
    pattern: new RegExp(
      `\\b(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Ll]ate|[Ee]arly|[Cc]oming) )?(?<weekday>${WEEKDAY})(?:'s)?${OF_DAY}(?! ?,? (?:\\d|${MONTH}))`,
      'gu',
    ),
    read: ({ which, weekday }) => readWeekday((which ?? '').toLowerCase(), weekdayNumber(weekday ?? '')),
  },
  {
    name: 'last or next month by name',
    pattern: new RegExp(
      `\\b(?<which>[Ll]ast|[Tt]his past|[Tt]his|[Nn]ext|[Tt]his coming) (?<month>${MONTH})(?! ?\\d)`,
      'gu',
    ),
    read: ({ which, month }) => {
      const number = monthNumber(month ?? '');
      return fromPublishedReading((day) =>
        namedStretch(day, which ?? '', (year) => monthStretch(year, number)),
      );
    },
  },
  {
    name: 'last or next season',
    pattern:
      /\b(?<which>last|this past|this|next|this coming) (?<season>spring|summer|autumn|fall|winter)\b/gi,
    read: ({ which, season }) =>
      fromPublishedReading((day) =>
        namedStretch(day, which ?? '', (year) => seasonStretch(season ?? '', year)),
      ),
  },
  {
    name: 'earlier or later in this stretch',
    pattern:
      /\b(?<which>earlier|later|so far|late|early) (?:in )?(?<of>this|last|next) (?<unit>week|month|year|decade|century)\b/gi,
    read: ({ which, of, unit }) => readPartOfUnit(which ?? '', of ?? '', unitOf(unit ?? '')),
  },
  {
    name: 'beginning or end of this stretch',
    pattern: new RegExp(
      `\\b(?<part>${PART})(?: of)? (?<of>this|last|next|the) (?<unit>month|year|week)\\b`,
      'gi',
    ),
    read: ({ part, of, unit }) => readPartOfUnit(part ?? '', of ?? '', unitOf(unit ?? '')),
  },
  {
    name: 'last or next stretch',
    pattern:
      /\b(?<which>last|this past|this|next|this coming|the coming|the past|the last|past) (?<unit>week|weekend|month|year|decade|century)\b(?! (?:and|or|to|ago))/gi,
    read: ({ which, unit }) => readStretch((which ?? '').toLowerCase(), (unit ?? '').toLowerCase()),
  },
  {
    name: 'year before last',
    pattern: /\bthe (?<unit>week|month|year) before last\b/gi,
    read: ({ unit }) => fromPublished((day) => unitStretch(day, unitOf(unit ?? ''), -2)),
  },
];

function fromPublished(read: (published: Day) => DayInterval): ReadTime {
  return fromPublishedReading((published) => ({ days: read(published) }));
}

function fromPublishedReading(read: (published: Day) => TimeReading): ReadTime {
  return { resolve: ({ published }) => (published === null ? OPEN : read(published)) };
}

/** Where the text has just told of another year, "this year" may mean that one: the year told is kept as the other reading. */
function ofThisYear(of: string, unit: Unit, read: (published: Day) => DayInterval): ReadTime {
  return {
    resolve: ({ published, toldYear }) => {
      if (published === null) return OPEN;
      const own = civilFromDay(published).year;
      const other = unit === 'year' && /^(this|the)$/i.test(of) && toldYear !== null && toldYear !== own;
      return { days: read(published), alternatives: other ? [yearStretch(toldYear)] : [] };
    },
  };
}

function shiftOfDay(word: string): number {
  if (word === 'the day before yesterday') return -2;
  if (word === 'the day after tomorrow') return 2;
  if (word === 'yesterday' || word === 'last night') return -1;
  return word === 'tomorrow' ? 1 : 0;
}

/** A weekday is the latest one up to publication; "next" and a sentence about what is to come take the one after. */
function readWeekday(which: string, wanted: number): ReadTime {
  return {
    resolve: ({ published, future }) => {
      if (published === null) return OPEN;
      const back = (weekdayOf(published) - wanted + 7) % 7;
      const latest = oneDay(published - back);
      const coming = oneDay(published + ((7 - back) % 7 || 7));
      if (which === 'last' || which === 'this past') {
        const day = oneDay(published - (back || 7));
        // "Last Monday" on a Thursday may skip the Monday of the same week.
        return { days: day, alternatives: back > 0 && which === 'last' ? [oneDay(day.first - 7)] : [] };
      }
      if (which === 'next' || which === 'this coming' || which === 'coming') return { days: coming };
      return future && back !== 0 ? { days: coming, alternatives: [latest] } : { days: latest };
    },
  };
}

function namedStretch(published: Day, which: string, inYear: (year: number) => DayInterval): TimeReading {
  const { year } = civilFromDay(published);
  const near = [year + 1, year, year - 1, year - 2].map(inYear);
  const small = which.toLowerCase();
  if (small === 'next' || small === 'this coming') {
    const coming = [...near].reverse().find(({ first }) => first > published);
    return { days: coming ?? null };
  }
  if (small === 'this') return { days: inYear(year) };
  const past = near.filter(({ last }) => last < published);
  const [latest, before] = past;
  if (!latest) return OPEN;
  // "Last March" written in May may skip the March two months ago.
  const sameYear = civilFromDay(latest.first).year === year && small === 'last';
  return { days: latest, alternatives: sameYear && before ? [before] : [] };
}

function readPartOfUnit(which: string, of: string, unit: Unit): ReadTime {
  return ofThisYear(of, unit, (published) => {
    const shift = { last: -1, next: 1 }[of.toLowerCase()] ?? 0;
    const whole = unitStretch(published, unit, shift);
    if (/^(earlier|so far)$/i.test(which))
      return { first: whole.first, last: shift === 0 ? published : whole.last };
    if (/^later$/i.test(which)) return { first: shift === 0 ? published : whole.first, last: whole.last };
    const { year, month } = civilFromDay(whole.first);
    if (unit === 'year') return yearStretch(year, partOf(which));
    if (unit === 'month') return monthStretch(year, month, partOf(which));
    return whole;
  });
}

function readStretch(which: string, unit: string): ReadTime {
  const back = which === 'this' ? 0 : -1;
  const shift = /next|coming/.test(which) ? 1 : back;
  if (unit === 'weekend')
    return fromPublished((day) => {
      const { last } = unitStretch(day, 'week', shift === 0 && weekdayOf(day) < 5 ? 0 : shift);
      return { first: last - 1, last };
    });
  const of = unitOf(unit);
  return ofThisYear(which, of, (day) => {
    // "The past year" counts back from the day; "last year" is a calendar year.
    if (/^(the past|past|this past|the last)$/.test(which)) {
      const length = { week: 7, month: 30, year: 365, decade: 3652 }[of as 'week'] ?? 36525;
      return { first: day - length, last: day };
    }
    const whole = unitStretch(day, of, shift);
    return shift === 0 ? { first: whole.first, last: Math.max(day, whole.first) } : whole;
  });
}

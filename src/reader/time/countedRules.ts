import { civilFromDay, type Day, type DayInterval } from '../../calendar/index.ts';
import { addMonths, addUnits, lengthOf, monthStretch, unitStretch, yearStretch } from './stretches.ts';
import { OPEN, oneDay, type ReadTime, type TimeReading, type TimeRule } from './timeRule.ts';
import { ABOUT, countOf, NUMBER, SEVERAL, UNIT, unitOf, type Unit } from './words.ts';

const VAGUE: TimeReading = { days: null, vague: true };

/** Times counted in units, from publication or from a time told before, and lengths of time. */
export const countedRules: readonly TimeRule[] = [
  {
    name: 'so long ago',
    pattern: new RegExp(
      `\\b(?:${ABOUT} )?(?:(?<count>${NUMBER})(?: and a half)?|(?<several>${SEVERAL}))(?: (?:short|long))? ?(?<unit>${UNIT})(?: and a half)? ago\\b`,
      'gi',
    ),
    read: ({ count, several, unit }) => {
      const number = several === undefined ? countOf(count ?? '') : null;
      if (number === null) return { resolve: () => VAGUE };
      return {
        resolve: ({ published }) =>
          published === null ? OPEN : { days: around(published, -number, unitOf(unit ?? '')) },
      };
    },
  },
  {
    name: 'long ago',
    pattern: /\b(?:long|(?:days|weeks|months|years|decades|centuries)) ago\b/gi,
    read: () => ({ resolve: () => VAGUE }),
  },
  {
    name: 'the past so many',
    pattern: new RegExp(
      `\\b(?:in |over |during |for |within |throughout |across )?(?:the |these )?(?<which>past|last|previous|coming|next)(?: (?:${ABOUT}))? (?:(?<count>${NUMBER})|(?<several>${SEVERAL}|couple of)) (?<unit>${UNIT})(?! (?:earlier|later|before|ago))\\b`,
      'gi',
    ),
    read: ({ which, count, several, unit }) => {
      const number = countOf(several?.replace(/^couple/i, 'a couple') ?? count ?? '');
      const ahead = /coming|next/i.test(which ?? '');
      if (number === null) return { resolve: () => VAGUE };
      return {
        resolve: ({ published, previous }) => {
          const from = /previous/i.test(which ?? '') && previous ? previous.first : published;
          if (from === null) return { ...OPEN, duration: lengthOf(number, unitOf(unit ?? '')) };
          const other = addUnits(from, ahead ? number : -number, unitOf(unit ?? ''));
          return {
            days: { first: Math.min(from, other), last: Math.max(from, other) },
            duration: lengthOf(number, unitOf(unit ?? '')),
          };
        },
      };
    },
  },
  {
    name: 'so long later',
    pattern: new RegExp(
      `\\b(?:(?:${ABOUT}) )?(?:(?<count>${NUMBER})|(?<several>${SEVERAL})) (?<unit>${UNIT}) (?<way>later|afterwards?|after that|earlier|before that|beforehand|previously|before(?= ?[.,;]))`,
      'gi',
    ),
    read: ({ count, several, unit, way }) => {
      const number = several === undefined ? countOf(count ?? '') : null;
      const sign = /^(later|after)/i.test(way ?? '') ? 1 : -1;
      return fromPrevious((previous) =>
        number === null ? null : aroundStretch(previous, sign * number, unitOf(unit ?? '')),
      );
    },
  },
  {
    name: 'the following day',
    pattern:
      /\b(?:the )?(?<way>following|next|previous|preceding|same|that same|that very) (?<unit>day|night|morning|evening|week|month|year|decade)(?! (?:or|and|to))\b|\b(?<that>that) (?<unitOfThat>day|night|morning|evening|week|month|year|spring|summer|autumn|winter)\b/gi,
    read: ({ way, unit, that, unitOfThat }) => {
      const words = (that ?? way ?? '').toLowerCase();
      const shift = Number(/following|next/.test(words)) - Number(/previous|preceding/.test(words));
      const of = (unit ?? unitOfThat ?? '').toLowerCase();
      if (!/^(day|night|morning|evening|week|month|year|decade)$/.test(of)) return fromPrevious(() => null);
      return fromPrevious((previous) => {
        if (!/^(week|month|year|decade)$/.test(of))
          return { first: previous.first + shift, last: previous.last + shift };
        return unitStretch(previous.first, unitOf(of), shift);
      });
    },
  },
  {
    name: 'the day after',
    pattern:
      /\b(?:(?<which>the|a|one) (?<unit>day|week|month|year) (?<way>after|before|earlier|later)(?! tomorrow| yesterday| last))\b/gi,
    read: ({ unit, way }) => {
      const sign = /after|later/i.test(way ?? '') ? 1 : -1;
      return fromPrevious((previous) => aroundStretch(previous, sign, unitOf(unit ?? '')));
    },
  },
  {
    name: 'so long into',
    pattern: new RegExp(
      `\\b(?:(?:${ABOUT}) )?(?:(?<count>${NUMBER})|${SEVERAL}) (?<unit>${UNIT})(?: and a half)? (?:into|since|after|before|from|of) (?=(?:a|an|the|its|their|this|these|that|his|her)\\b|\\p{Ll}+ing\\b|\\p{Lu}|\\p{Ll}+)(?:a |an |the |its |their |this |these )?(?:\\p{L}+)`,
      'giu',
    ),
    read: ({ count, unit }) => {
      const number = countOf(count ?? '');
      return {
        window: true,
        resolve: () => ({
          days: null,
          vague: true,
          ...(number === null ? {} : { duration: lengthOf(number, unitOf(unit ?? '')) }),
        }),
      };
    },
  },
  {
    name: 'for so long',
    pattern: new RegExp(
      `\\b(?:(?<link>for|within|in|inside|during|after|lasting|lasted|over|under|throughout|every) )(?:the (?:first|last|next) |the )?(?:(?:${ABOUT}) )?(?:(?<count>${NUMBER})(?:(?: ?-| to | or )(?<most>${NUMBER}))?|(?<several>${SEVERAL}|the better part of|more than)|(?<bare>(?<=(?:for|within|lasted) ))) ?(?<unit>${UNIT})\\b(?! (?:ago|later|earlier))`,
      'gi',
    ),
    read: ({ count, most, several, unit, link }) => {
      if (/^every$/i.test(link ?? '')) return null;
      const number = several === undefined ? countOf(most ?? count ?? '') : null;
      // "For years" counts nothing.
      if (number === null) return { window: true, resolve: () => VAGUE };
      return {
        window: true,
        resolve: () => ({ days: null, duration: lengthOf(number, unitOf(unit ?? '')) }),
      };
    },
  },
  {
    name: 'lasting so long',
    pattern: new RegExp(
      `\\b(?:(?<count>\\d{1,4}|${NUMBER})|several|multi)-(?<unit>hour|day|week|month|year|decade)(?:-long)?\\b(?!-old)|\\b(?<long>day|week|month|year|decade)s?-long\\b`,
      'gi',
    ),
    read: ({ count, unit, long }) => {
      const number = countOf(count ?? (long === undefined ? '' : 'one'));
      if (number === null) return { window: true, resolve: () => VAGUE };
      const duration = lengthOf(number, unitOf(unit ?? long ?? ''));
      return {
        window: true,
        resolve: () => (long === undefined ? { days: null, duration } : { ...VAGUE, duration }),
      };
    },
  },
];

/** Vague words: they are shown, and no day is made of them. */
export const vagueRules: readonly TimeRule[] = [
  {
    name: 'recently',
    pattern:
      /\b(?:(?:more |most )?recently|lately|these days|in the (?:recent|near|distant|not-too-distant) (?:past|future)|(?:in |over |during )?(?:more )?recent (?:days|weeks|months|years|decades|times)|(?:in |over )?(?:the )?(?:coming|subsequent|following|intervening) (?:days|weeks|months|years|decades)|(?:in |over )?(?:the )?(?:past|last) (?:days|weeks|months|years|decades)|[Rr]ecent(?= (?:\p{L}+ )?(?:\p{L}+)))\b/giu,
    read: () => ({ resolve: () => VAGUE }),
  },
  {
    name: 'soon and for long',
    pattern:
      /\b(?:soon(?:er)? after(?:wards?)?|shortly (?:after(?:wards?)?|before|thereafter)|for (?:a long time|some time|a while|now|generations|ages)|years of|decades of|months of|weeks of|long before|not long ago|at the time)\b/gi,
    read: () => ({ resolve: () => VAGUE }),
  },
];

/** Days and hours are counted exactly; "three weeks ago" may be some days off, months and years more. */
function around(day: Day, count: number, unit: Unit): DayInterval {
  const middle = addUnits(day, count, unit);
  const { year, month } = civilFromDay(middle);
  switch (unit) {
    case 'hour':
    case 'day':
      return oneDay(middle);
    case 'week':
      return { first: middle - 3, last: middle + 3 };
    case 'month':
      return monthStretch(year, month);
    case 'year':
      return yearStretch(year);
    default: {
      const slack = { decade: 365, century: 3650 }[unit as 'decade'] ?? 3;
      return { first: middle - slack, last: middle + slack };
    }
  }
}

/** As `around`, counted from a stretch: one day gives one day, a longer one is moved as a whole. */
function aroundStretch(previous: DayInterval, count: number, unit: Unit): DayInterval {
  if (unit === 'hour') return { first: previous.first, last: previous.last + 1 };
  if (previous.last - previous.first < 7 && (unit === 'day' || unit === 'week')) {
    return { first: addUnits(previous.first, count, unit), last: addUnits(previous.last, count, unit) };
  }
  if (unit === 'month')
    return { first: addMonths(previous.first, count), last: addMonths(previous.last, count) };
  if (unit === 'year')
    return { first: addMonths(previous.first, 12 * count), last: addMonths(previous.last, 12 * count) };
  return { first: addUnits(previous.first, count, unit), last: addUnits(previous.last, count, unit) };
}

function fromPrevious(read: (previous: DayInterval) => DayInterval | null): ReadTime {
  return {
    resolve: ({ previous, published, future }) => {
      const days = previous ? read(previous) : null;
      if (!days) return OPEN;
      // What is told as past cannot lie behind the day of publication.
      const late = published !== null && !future && days.first <= published && days.last > published;
      return { days: late ? { first: days.first, last: published } : days };
    },
  };
}

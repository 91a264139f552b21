/** Words of time as pieces of patterns, and what they count. */

const MONTH_NAMES = [
  'January|Jan',
  'February|Feb',
  'March|Mar',
  'April|Apr',
  'May',
  'June|Jun',
  'July|Jul',
  'August|Aug',
  'September|Sept|Sep',
  'October|Oct',
  'November|Nov',
  'December|Dec',
] as const;

const LONG = MONTH_NAMES.map((names) => names.split('|')[0] ?? '');
const SHORT = MONTH_NAMES.flatMap((names) => names.split('|').slice(1));
/** Months begin with a capital, which tells May and March from the verbs. A full stop belongs to a short form only. */
export const MONTH = `(?:${[...LONG, ...LONG.map((name) => name.toUpperCase())].join('|')}|(?:${SHORT.join('|')})\\b\\.?)(?![\\p{L}\\d])`;
/** Months that are no other word, even at the head of a sentence. */
export const CLEAR_MONTH = `(?:${LONG.filter((name) => name !== 'March' && name !== 'May').join('|')})\\b`;

/** 1 to 12. */
export function monthNumber(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return MONTH_NAMES.findIndex((names) => names.toLowerCase().startsWith(start)) + 1;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const WEEKDAY =
  '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\\.|Tues?\\.|Wed\\.|Thurs?\\.|Fri\\.|Sat\\.|Sun\\.)';

/** 0 is Monday. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.findIndex((name) => name.startsWith(word.slice(0, 3).toLowerCase()));
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
  twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90, hundred: 100,
}; // prettier-ignore

export const NUMBER =
  '(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|a hundred|a couple of|a dozen)';
/** Numbers nobody can count with. */
export const SEVERAL =
  '(?:several|many|some|a few|few|a number of|numerous|countless|dozens of|hundreds of|various|multiple)';
export const ABOUT =
  '(?:about|around|roughly|approximately|nearly|almost|over|more than|at least|less than|under|just over|just under|some|only|just|barely|up to|another)';

/** The number a word stands for; null where it stands for none. */
export function countOf(word: string): number | null {
  const small = word.toLowerCase();
  if (/^\d+$/.test(small)) return Number(small);
  if (small === 'a couple of') return 2;
  if (small === 'a dozen') return 12;
  if (small === 'a hundred') return 100;
  return NUMBERS[small] ?? null;
}

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
export const UNIT = '(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))';

export function unitOf(word: string): Unit {
  const small = word.toLowerCase();
  if (small.startsWith('centur')) return 'century';
  if (small.startsWith('night')) return 'day';
  return small.replace(/s$/, '') as Unit;
}

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
export const ORDINAL = '(?:first|second|third|fourth|last)';

/** "first" is 1; "last" is -1. */
export function ordinalOf(word: string): number {
  return ORDINALS[word.toLowerCase()] ?? 1;
}

import { CellFault, shorten } from './cellFault.ts';
import type { EventPrecision } from './event.ts';
import type { DateReading } from './readDate.ts';
import { readInterval, type AmbiguousDate, type DateCell, type PreciseInterval } from './readInterval.ts';

/** Longest stretch of days each word for precision allows; null where any length does. */
const PRECISIONS: ReadonlyMap<
  string,
  { readonly precision: EventPrecision; readonly longest: number | null }
> = new Map([
  ['day', { precision: 'day', longest: 2 }],
  ['night', { precision: 'night', longest: 2 }],
  ['approx', { precision: 'approx', longest: null }],
  ['week', { precision: 'week', longest: 7 }],
  ['month', { precision: 'month', longest: 31 }],
  ['year', { precision: 'year', longest: 366 }],
  ['spell', { precision: 'spell', longest: null }],
]);

/** The words a column of precisions may hold. */
export const PRECISION_WORDS: readonly string[] = [...PRECISIONS.keys()];

export interface PrecisionColumns {
  readonly word: DateCell;
  readonly start: DateCell;
  readonly end: DateCell;
}

/** Reads the days of an event whose row says in a word how well they are known, and holds the days against that word. */
export function readPrecision(
  { word, start, end }: PrecisionColumns,
  read: (text: string) => DateReading,
): PreciseInterval | AmbiguousDate | CellFault {
  const name = word.text.toLowerCase();
  const known = PRECISIONS.get(name);
  if (!known) {
    const shown = shorten(name) || 'an empty cell';
    return new CellFault(word.column, `${shown} is none of ${PRECISION_WORDS.join(', ')}`);
  }
  // One date stands for one day; every other precision needs the last possible day written down.
  const alone = end.text === '' && (name === 'day' || name === 'approx');
  const interval = readInterval(start, alone ? { ...end, text: start.text } : end, read);
  if (interval instanceof CellFault || interval.kind === 'ambiguousDate') return interval;
  const length = interval.last - interval.first + 1;
  if (known.longest !== null && length > known.longest) {
    return new CellFault(
      word.column,
      `the dates span ${length} days, but the precision ${name} allows ${known.longest}; write approx, or spell if the event lasted throughout`,
    );
  }
  return { ...interval, precision: known.precision };
}

import { civilFromDay, mergeIntervals, readWrittenDate, type DayInterval } from '../calendar/index.ts';
import type { GatheredItem } from './gatherItems.ts';

/** Years over which `each 06-01 to 09-30` is laid out where a record does not say which days it covers. */
const WIDEST_YEARS = { first: 1900, last: 2100 };

/** The days that the records cover together, or null where one of them does not say (or says it wrongly). */
export function coveredDays(items: readonly GatheredItem[]): readonly DayInterval[] | null {
  const covers: DayInterval[] = [];
  for (const { item } of items) {
    if (item.kind !== 'record') continue;
    const part = item.parts.find(({ kind }) => kind === 'covers');
    if (part?.kind !== 'covers') return null;
    const [first, last] = [readWrittenDate(part.from)?.first, readWrittenDate(part.to)?.last];
    if (first === undefined || last === undefined || first > last) return null;
    covers.push({ first, last });
  }
  return covers.length === 0 ? null : mergeIntervals(covers);
}

/** The covered years, one more on either side, so that a season over the new year is whole. */
export function coveredYears(covers: readonly DayInterval[] | null): { first: number; last: number } {
  const [first, last] = [covers?.[0]?.first, covers?.at(-1)?.last];
  if (first === undefined || last === undefined) return WIDEST_YEARS;
  return { first: civilFromDay(first).year - 1, last: civilFromDay(last).year + 1 };
}

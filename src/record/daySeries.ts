import { withinAny, type Day, type DayInterval } from '../calendar/index.ts';

/** Numbers of events by step from a first day on; null on steps that nobody recorded. */
export interface DaySeries {
  readonly first: Day;
  readonly stepDays: 1 | 7;
  readonly counts: readonly (number | null)[];
}

/** Events dated more coarsely than a month say of no day that somebody looked at it. */
const COARSEST_DAYS = 31;

/** Everyone's events by day inside the span, an inexactly dated one spread over its days; null on missing days. */
export function daySeries(
  days: readonly { readonly first: Day; readonly last: Day; readonly events: number }[],
  span: DayInterval,
  missing: readonly DayInterval[],
): DaySeries {
  const sums = new Float64Array(span.last - span.first + 1);
  for (const { first, last, events } of days) {
    const length = last - first + 1;
    if (length > COARSEST_DAYS) continue;
    for (let day = Math.max(first, span.first); day <= Math.min(last, span.last); day++) {
      sums[day - span.first] = (sums[day - span.first] ?? 0) + events / length;
    }
  }
  const counts = Array.from(sums, (sum, at) => (withinAny(span.first + at, missing) ? null : sum));
  return { first: span.first, stepDays: 1, counts };
}

import { countDays, mergeIntervals, type DayInterval } from '../calendar/index.ts';
import type { ResolvedBase, ResolvedForm } from '../language/index.ts';
import { closeSpans, remainingDays, shareDays } from './claimDays.ts';
import type { ClaimTest } from './claimTest.ts';
import type { AddStream } from './planStreams.ts';

/** The shortest stretch before a change that it is compared with when the claim names none. */
const SHORTEST_BASE_DAYS = 90;

/** A change without `compared with` is compared with the days just before it: as many as it covers, at least 90. */
export function planChange(
  form: Extract<ResolvedForm, { kind: 'change' }>,
  days: readonly DayInterval[],
  range: DayInterval,
  addStream: AddStream,
): ClaimTest {
  const windows = shareDays(closeSpans(form.spans, range), days);
  const recurring = form.spans.length > 1 || form.spans.some(({ first }) => first === null);
  const { base, baseText } = chooseBase(form.comparedWith, windows, recurring, days, range);
  return {
    kind: 'change',
    stream: addStream(form.amount),
    trend: form.trend,
    steadily: form.steadily,
    windows,
    base,
    baseText,
    comparison: form.comparedWith?.kind === 'amount' ? addStream(form.comparedWith.amount) : null,
    by: form.by,
  };
}

function chooseBase(
  written: ResolvedBase | null,
  windows: readonly DayInterval[],
  recurring: boolean,
  days: readonly DayInterval[],
  range: DayInterval,
): { base: DayInterval[]; baseText: string } {
  if (written?.kind === 'dates')
    return { base: shareDays([written.interval], [range]), baseText: 'the days named' };
  if (written?.kind === 'period') {
    const base = shareDays(closeSpans(written.spans, range), remainingDays(range, windows));
    return { base, baseText: `the period ${written.name}` };
  }
  if (recurring) {
    const base = shareDays(days, remainingDays(range, windows));
    return { base, baseText: 'all other days (default)' };
  }
  const base = daysBefore(windows, windows[0]?.first ?? range.first, range);
  return { base, baseText: `the ${countDays(base)} days before (default)` };
}

/** The days before `end`, as many as `windows` cover and at least 90, inside the record. */
export function daysBefore(windows: readonly DayInterval[], end: number, range: DayInterval): DayInterval[] {
  const length = Math.max(countDays(windows), SHORTEST_BASE_DAYS);
  return shareDays([{ first: end - length, last: end - 1 }], [range]);
}

/** A truce is compared with the days before it was expected. */
export function planTruce(
  form: Extract<ResolvedForm, { kind: 'truce' }>,
  days: readonly DayInterval[],
  range: DayInterval,
  addStream: AddStream,
): ClaimTest {
  const windows = shareDays(closeSpans(form.spans, range), days);
  const start = windows[0]?.first ?? range.first;
  const expected = form.expectedFrom !== null && form.expectedFrom < start ? form.expectedFrom : null;
  const anticipation = expected === null ? null : { first: expected, last: start - 1 };
  const outside = remainingDays(range, anticipation ? [...windows, anticipation] : windows);
  const base =
    windows.length > 1
      ? shareDays(days, outside)
      : shareDays(daysBefore(windows, expected ?? start, range), outside);
  return {
    kind: 'truce',
    directions: form.directions.map((direction) => addStream(direction)),
    windows: mergeIntervals(windows),
    base,
    anticipation,
    holding: form.holding,
  };
}

import { intersect, mergeIntervals, type DayInterval } from '../calendar/index.ts';
import type { Claim, OpenInterval, ResolvedRestriction } from '../language/index.ts';

/** The days on which a claim's triggers count: its restrictions, inside `range`, with or without the limit of publication. */
export function claimDays(claim: Claim, range: DayInterval): { upTo: DayInterval[]; after: DayInterval[] } {
  const all = range.first <= range.last ? [range] : [];
  const allowed = claim.restrictions.reduce<DayInterval[]>(
    (days, restriction) => restrict(days, restriction, range),
    all,
  );
  const limit = claim.judgedUntil.value;
  if (limit === null) return { upTo: allowed, after: [] };
  return {
    upTo: shareDays(allowed, [{ first: -Infinity, last: limit }]),
    after: shareDays(allowed, [{ first: limit + 1, last: Infinity }]),
  };
}

/** Open ends filled with the ends of `range`; spans outside it dropped. */
export function closeSpans(spans: readonly OpenInterval[], range: DayInterval): DayInterval[] {
  const closed = spans.map(({ first, last }) => ({ first: first ?? range.first, last: last ?? range.last }));
  return shareDays(mergeIntervals(closed.filter(({ first, last }) => first <= last)), [range]);
}

/** The days two sets of disjoint intervals share. */
export function shareDays(a: readonly DayInterval[], b: readonly DayInterval[]): DayInterval[] {
  const shared = a.flatMap((one) => b.map((other) => intersect(one, other)));
  return mergeIntervals(shared.filter((interval) => interval !== null));
}

/** The days of `range` that are in none of `intervals`. */
export function remainingDays(range: DayInterval, intervals: readonly DayInterval[]): DayInterval[] {
  const remaining: DayInterval[] = [];
  let next = range.first;
  for (const { first, last } of mergeIntervals(intervals)) {
    if (last < range.first || first > range.last) continue;
    if (first > next) remaining.push({ first: next, last: first - 1 });
    next = Math.max(next, last + 1);
  }
  if (next <= range.last) remaining.push({ first: next, last: range.last });
  return remaining;
}

function restrict(days: DayInterval[], restriction: ResolvedRestriction, range: DayInterval): DayInterval[] {
  switch (restriction.kind) {
    case 'since':
      return shareDays(days, [{ first: restriction.day, last: Infinity }]);
    case 'until':
      return shareDays(days, [{ first: -Infinity, last: restriction.day }]);
    case 'during':
      return shareDays(days, closeSpans(restriction.spans, range));
    case 'outside':
      return shareDays(days, remainingDays(range, closeSpans(restriction.spans, range)));
    case 'while':
    case 'gradedBy':
    case 'asserts':
      return days;
  }
}

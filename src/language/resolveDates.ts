import { formatDay, readWrittenDate, type Day, type DayInterval } from '../calendar/index.ts';
import { backwards, badDate, notWhole, zeroLength } from './claimMessages.ts';
import type { DateText, SourceSpan, Unit, Window } from './document.ts';
import type { Scope } from './scope.ts';
import type { LagWindow, OpenInterval } from './theatre.ts';
import { lagZero } from './claimMessages.ts';

const DAYS: Readonly<Record<Unit, number>> = { day: 1, week: 7 };

/** All days a written date may stand for; null, and told, when it does not exist. */
export function resolveDate(scope: Scope, text: DateText, at: SourceSpan): DayInterval | null {
  const date = readWrittenDate(text);
  if (date) return { first: date.first, last: date.last };
  scope.tell(badDate(text), at, text);
  return null;
}

/** The first day of a written date: what `from`, `since` and `before` mean by a short date. */
export function resolveFirstDay(scope: Scope, text: DateText, at: SourceSpan): Day | null {
  return resolveDate(scope, text, at)?.first ?? null;
}

/** The last day of a written date: what `to` and `until` mean by a short date. */
export function resolveLastDay(scope: Scope, text: DateText, at: SourceSpan): Day | null {
  return resolveDate(scope, text, at)?.last ?? null;
}

/** `D to D`, both ends included; null, and told, when a date does not exist or the days run backwards. */
export function resolveInterval(
  scope: Scope,
  from: DateText,
  to: DateText,
  at: SourceSpan,
): DayInterval | null {
  const first = resolveFirstDay(scope, from, at);
  const last = resolveLastDay(scope, to, at);
  if (first === null || last === null) return null;
  if (first <= last) return { first, last };
  scope.tell(backwards(from, to), at, from);
  return null;
}

/** `from D [to D]`: an open end is null. */
export function resolveOpenInterval(
  scope: Scope,
  from: DateText | null,
  to: DateText | null,
  at: SourceSpan,
): OpenInterval | null {
  if (from !== null && to !== null) return resolveInterval(scope, from, to, at);
  if (from !== null) {
    const first = resolveFirstDay(scope, from, at);
    return first === null ? null : { first, last: null };
  }
  if (to === null) return { first: null, last: null };
  const last = resolveLastDay(scope, to, at);
  return last === null ? null : { first: null, last };
}

/** A number of days or weeks as days; null, and told, for none and for parts of a day. */
export function resolveLength(
  scope: Scope,
  count: number,
  unit: Unit,
  what: string,
  at: SourceSpan,
): number | null {
  if (!Number.isFinite(count) || count <= 0) {
    scope.tell(zeroLength(what), at);
    return null;
  }
  if (!Number.isInteger(count)) {
    scope.tell(notWhole(count), at, String(count));
    return null;
  }
  return count * DAYS[unit];
}

/** `within 14 days` is 1 to 14, `after 3 to 10 days` 3 to 10, `that day` 0 to 0. */
export function resolveWindow(scope: Scope, window: Window): LagWindow | null {
  if (window.kind === 'that day') return { from: 0, to: 0 };
  if (window.kind === 'within') {
    const to = resolveLength(scope, window.count, window.unit, 'This window', window.at);
    return to === null ? null : { from: 1, to };
  }
  if (window.from === 0 && window.to > 0) {
    scope.tell(lagZero(), window.at);
    return null;
  }
  const from = resolveLength(scope, window.from, window.unit, 'This window', window.at);
  const to = resolveLength(scope, window.to, window.unit, 'This window', window.at);
  if (from === null || to === null) return null;
  if (from <= to) return { from, to };
  scope.tell(backwards(String(window.from), String(window.to)), window.at);
  return null;
}

/** True when one of the spans holds a day of `range`. */
export function touches(spans: readonly OpenInterval[], range: OpenInterval): boolean {
  return spans.some((span) => shareOpen(span, range) !== null);
}

/** The days two intervals with open ends share, or null. */
export function shareOpen(a: OpenInterval, b: OpenInterval): OpenInterval | null {
  const first = a.first === null || b.first === null ? (a.first ?? b.first) : Math.max(a.first, b.first);
  const last = a.last === null || b.last === null ? (a.last ?? b.last) : Math.min(a.last, b.last);
  return first !== null && last !== null && first > last ? null : { first, last };
}

/** `2024-02-04 to 2024-05-14`, `from 2024-02-04`, `until 2024-02-04`. */
export function printSpan({ first, last }: OpenInterval): string {
  if (first !== null && last !== null) return `${formatDay(first)} to ${formatDay(last)}`;
  if (first !== null) return `from ${formatDay(first)}`;
  return last === null ? 'every day' : `until ${formatDay(last)}`;
}

import { dayFromCivil, daysInMonth } from '../calendar/index.ts';
import { badMonthDay } from './claimMessages.ts';
import type { DateSpan, ItemOfKind, PeriodSpan } from './document.ts';
import { missingTable } from './fileMessages.ts';
import { readPeriodTable } from './readPeriodTable.ts';
import { resolveOpenInterval } from './resolveDates.ts';
import { findNamed } from './resolveNames.ts';
import { resolvePath } from './resolvePath.ts';
import type { Scope } from './scope.ts';
import type { OpenInterval, Period } from './theatre.ts';
import { cycle } from './semanticMessages.ts';
import type { SourceSpan } from './document.ts';

type PeriodItem = ItemOfKind<'period'>;
type SaidSpan = Period['spans'][number];

/** All days of a period, with who says so; spans that cannot be read are told and left out. */
export function resolvePeriod(scope: Scope, item: PeriodItem): Period {
  return {
    name: item.name,
    display: item.display ?? item.name,
    spans: item.spans.flatMap((span) => resolveSpan(scope, span)),
    at: item.at,
  };
}

function resolveSpan(scope: Scope, span: PeriodSpan): SaidSpan[] {
  const { saidBy } = span;
  if (saidBy !== null) findNamed(scope, saidBy, ['source'], span.at);
  return daysOf(scope, span).map((days) => ({ ...days, saidBy }));
}

function daysOf(scope: Scope, span: PeriodSpan): OpenInterval[] {
  switch (span.kind) {
    case 'spanFromTo':
      return one(resolveOpenInterval(scope, span.from, span.to, span.at));
    case 'spanUntil':
      return one(resolveOpenInterval(scope, null, span.until, span.at));
    case 'spanEach':
      return layOut(scope, span.from, span.to, span.at);
    case 'spanTable':
      return readTable(scope, span.file, span.at);
  }
}

function one(span: OpenInterval | null): OpenInterval[] {
  return span === null ? [] : [span];
}

/** `each 12-20 to 01-10` once for every covered year; a span that ends before it begins runs into the next year. */
function layOut(scope: Scope, from: string, to: string | null, at: SourceSpan): OpenInterval[] {
  const first = readMonthDay(scope, from, at);
  const last = to === null ? first : readMonthDay(scope, to, at);
  if (!first || !last) return [];
  const overNewYear = last.month < first.month || (last.month === first.month && last.day < first.day);
  const spans: OpenInterval[] = [];
  for (let year = scope.years.first; year <= scope.years.last; year += 1) {
    // 29 February begins on 1 March in years without it; alone it is on no day of such a year.
    if (to === null && first.day > daysInMonth(year, first.month)) continue;
    const endYear = overNewYear ? year + 1 : year;
    const endDay = Math.min(last.day, daysInMonth(endYear, last.month));
    spans.push({
      first: dayFromCivil(year, first.month, first.day),
      last: dayFromCivil(endYear, last.month, endDay),
    });
  }
  return spans;
}

function readMonthDay(scope: Scope, written: string, at: SourceSpan): { month: number; day: number } | null {
  const parts = /^(\d{2})-(\d{2})$/.exec(written);
  const [month, day] = [Number(parts?.[1]), Number(parts?.[2])];
  // 2024 has a 29 February, so every day that exists in some year passes.
  if (parts && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month))
    return { month, day };
  scope.tell(badMonthDay(written), at, written);
  return null;
}

function readTable(scope: Scope, file: string, at: SourceSpan): OpenInterval[] {
  const found = resolvePath(file);
  if ('refused' in found) {
    scope.tell(found.refused, at);
    return [];
  }
  const text = scope.texts.get(found.path);
  if (text === undefined) {
    scope.tell(missingTable(file), at);
    return [];
  }
  const { spans, problems } = readPeriodTable(found.path, text);
  for (const problem of problems) scope.tellIn(found.path, problem.message, problem.at);
  return [...spans];
}

/** The days that a period's name, or a truce claim's, stands for; null when the name is neither. */
export function resolvePeriodName(
  scope: Scope,
  name: string,
  at: SourceSpan,
  path: readonly string[] = [],
): OpenInterval[] | null {
  const entry = findNamed(scope, name, ['period', 'truce claim'], at);
  if (!entry) return null;
  const quiet = { ...scope, file: entry.file, tell: () => undefined, tellIn: () => undefined };
  if (entry.item.kind === 'period') {
    return resolvePeriod(quiet, entry.item).spans.map(({ first, last }) => ({ first, last }));
  }
  if (entry.item.kind !== 'claim' || entry.item.form.kind !== 'truce') return null;
  if (path.includes(name)) {
    scope.tell(cycle('truce claim', [...path, name]), at, name);
    return null;
  }
  // What is wrong inside the other declaration is told there, once.
  return resolveDateSpan(path.length === 0 ? quiet : scope, entry.item.form.span, [...path, name]);
}

/** `from D [to D]` or `during PERIOD`. */
export function resolveDateSpan(
  scope: Scope,
  span: DateSpan,
  path: readonly string[] = [],
): OpenInterval[] | null {
  if (span.kind === 'duringPeriod') return resolvePeriodName(scope, span.period, span.at, path);
  const interval = resolveOpenInterval(scope, span.from, span.to, span.at);
  return interval === null ? null : [interval];
}

import { countDays, mergeIntervals, type DayInterval } from '../calendar/index.ts';
import {
  amountsOf,
  type Claim,
  type LagWindow,
  type ResolvedAmount,
  type ResolvedBase,
  type ResolvedForm,
  type ResolvedPattern,
} from '../language/index.ts';
import { closeSpans, remainingDays, shareDays } from './claimDays.ts';
import type { ClaimTest, DelaySpec } from './plan.ts';
import type { AddStream } from './planStreams.ts';

/** The shortest stretch before a change that it is compared with when the claim names none. */
const SHORTEST_BASE_DAYS = 90;

/**
 * The test a claim's form compiles to. A change without `compared with` is compared with the days just before it:
 * as many as the change itself covers, at least 90. A truce is compared with the days before it was expected.
 */
export function planTest(
  claim: Claim,
  days: readonly DayInterval[],
  range: DayInterval,
  addStream: AddStream,
): ClaimTest {
  const obstacle = formNotJudged(claim);
  if (obstacle) {
    return {
      kind: 'notJudgedYet',
      form: obstacle.form,
      streams: obstacle.amounts.map((amount) => addStream(amount)),
    };
  }
  const { form } = claim;
  switch (form.kind) {
    case 'answer':
    case 'noExtra': {
      // Events that are dated more coarsely than the window cannot show whether an answer fell inside it.
      const trigger = addStream(form.trigger, null, form.lags.to);
      const response = addStream(form.response, form.trigger.patterns[0] ?? null, form.lags.to);
      const delay = chooseDelay(form.lags, claim.assumptions.delay.value);
      return form.kind === 'answer'
        ? { kind: 'answer', trigger, response, delay, share: form.share }
        : { kind: 'noExtra', trigger, response, delay };
    }
    case 'shift':
      return {
        kind: 'shift',
        trigger: addStream(form.trigger, null, form.days),
        response: addStream(form.response, form.trigger.patterns[0] ?? null, form.days),
        how: form.how,
        negated: form.negated,
        days: form.days,
      };
    case 'change':
      return planChange(form, days, range, addStream);
    case 'truce':
      return planTruce(form, days, range, addStream);
    case 'event':
      return planEvent(form.pattern, form.first, addStream);
    case 'total':
      return {
        kind: 'total',
        stream: addStream(form.amount),
        quantity: form.quantity,
        perDays: form.perDays,
        interval: form.interval,
      };
    case 'untestable':
      return { kind: 'untestable', of: form.of, text: form.text };
    default:
      return {
        kind: 'notJudgedYet',
        form: form.kind,
        streams: amountsOf(form).map((amount) => addStream(amount)),
      };
  }
}

/**
 * The same test on other days: a change or a truce keeps what it is compared with and moves its windows. Null where the
 * claim's own dates leave nothing on those days, or where the form is not about days (events, totals).
 */
export function testOnDays(
  test: ClaimTest,
  claim: Claim,
  days: readonly DayInterval[],
  range: DayInterval,
): ClaimTest | null {
  const { form } = claim;
  if (test.kind === 'answer' || test.kind === 'noExtra' || test.kind === 'shift') return test;
  if ((test.kind !== 'change' && test.kind !== 'truce') || (form.kind !== 'change' && form.kind !== 'truce'))
    return null;
  const windows = shareDays(closeSpans(form.spans, range), days);
  return windows.length === 0 ? null : { ...test, windows };
}

/** Forms and parts that are parsed and kept but not judged by this version. */
function formNotJudged(
  claim: Claim,
): { form: ResolvedForm['kind']; amounts: readonly ResolvedAmount[] } | null {
  const { form, restrictions } = claim;
  if (form.kind === 'untestable') return null;
  const amounts = amountsOf(form);
  const nested = restrictions.some(({ kind }) => kind === 'while' || kind === 'gradedBy');
  const split = amounts.some(({ patterns }) => patterns.some(usesEach));
  // `that day` speaks of coincidence: days have no order inside, so it can never be an answer.
  const sameDay = (form.kind === 'answer' || form.kind === 'noExtra') && form.lags.to === 0;
  return nested || split || sameDay ? { form: form.kind, amounts } : null;
}

function usesEach({ actor, target, where }: ResolvedPattern): boolean {
  return actor.each || (target?.each ?? false) || (where?.each ?? false);
}

function chooseDelay(lags: LagWindow, family: string): DelaySpec {
  return { family, from: lags.from, to: lags.to };
}

function planChange(
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

function daysBefore(windows: readonly DayInterval[], end: number, range: DayInterval): DayInterval[] {
  const length = Math.max(countDays(windows), SHORTEST_BASE_DAYS);
  return shareDays([{ first: end - length, last: end - 1 }], [range]);
}

function planTruce(
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

/** The pattern's own words without its date and size. */
function plainText(text: string): string {
  return text.replace(/ (killing|wounding|with) .*$/, '').replace(/ on \d{4}(-\d{2})?(-\d{2})?$/, '');
}

function planEvent(pattern: ResolvedPattern, first: boolean, addStream: AddStream): ClaimTest {
  const onDate: ResolvedPattern = { ...pattern, size: null };
  const anyDay: ResolvedPattern = { ...onDate, date: null, text: plainText(pattern.text) };
  const asAmount = (one: ResolvedPattern): ResolvedAmount => ({
    text: one.text,
    unit: { of: 'events' },
    patterns: [one],
  });
  return {
    kind: 'event',
    stream: addStream(asAmount(onDate)),
    anyDay: addStream(asAmount(anyDay)),
    date: pattern.date,
    first,
    size: pattern.size ? { measure: pattern.size.measure, quantity: pattern.size.quantity } : null,
  };
}

import type { DayInterval } from '../calendar/index.ts';
import type { Claim, LagWindow, ResolvedAmount, ResolvedPattern } from '../language/index.ts';
import { closeSpans, remainingDays, shareDays } from './claimDays.ts';
import type { ClaimTest, DelaySpec, NestedRule } from './claimTest.ts';
import { eachOf } from './eachOf.ts';
import { planChange, planTruce } from './planChange.ts';
import { planControl } from './planControl.ts';
import { planExpects } from './planExpects.ts';
import type { PlanScope } from './planScope.ts';
import { planStrength } from './planStrength.ts';
import type { AddStream } from './planStreams.ts';

/** The test a claim's sentence compiles to, on the days on which its triggers count. */
export function planTest(claim: Claim, days: readonly DayInterval[], scope: PlanScope): ClaimTest {
  const each = eachOf(claim);
  if (each.length === 0) return planOne(claim, days, scope);
  const members = each.map(({ label, form }) => ({
    label,
    test: planOne({ ...claim, form }, days, scope),
  }));
  return { kind: 'each', members };
}

function planOne(claim: Claim, days: readonly DayInterval[], scope: PlanScope): ClaimTest {
  const { form, assumptions } = claim;
  const { range, addStream } = scope;
  switch (form.kind) {
    case 'answer':
    case 'noExtra': {
      // Events that are dated more coarsely than the window cannot show whether an answer fell inside it.
      const coarsest = Math.max(1, form.lags.to);
      const trigger = addStream(form.trigger, null, coarsest);
      const response = addStream(form.response, form.trigger.patterns[0] ?? null, coarsest);
      // Days have no order inside, so what falls on one day can coincide and never answer.
      if (form.lags.to === 0) {
        return { kind: 'sameDay', trigger, response, share: form.kind === 'answer' ? form.share : null };
      }
      const delay = chooseDelay(form.lags, assumptions.delay.value);
      const nested = planNested(claim, form.trigger, addStream);
      return form.kind === 'answer'
        ? { kind: 'answer', trigger, response, delay, share: form.share, nested }
        : { kind: 'noExtra', trigger, response, delay, nested };
    }
    case 'shift':
      return {
        kind: 'shift',
        trigger: addStream(form.trigger, null, form.days),
        response: addStream(form.response, form.trigger.patterns[0] ?? null, form.days),
        how: form.how,
        negated: form.negated,
        days: form.days,
        nested: planNested(claim, form.trigger, addStream),
      };
    case 'mutual':
      return {
        kind: 'mutual',
        first: addStream(form.first, null, form.lags.to),
        second: addStream(form.second, form.first.patterns[0] ?? null, form.lags.to),
        delay: chooseDelay(form.lags, assumptions.delay.value),
      };
    case 'change':
      return planChange(form, days, range, addStream);
    case 'truce':
      return planTruce(form, days, range, addStream);
    case 'onlyDuring': {
      const inside = closeSpans(form.spans, range);
      return {
        kind: 'onlyDuring',
        stream: addStream(form.amount),
        period: form.period,
        inside: shareDays(inside, days),
        outside: shareDays(remainingDays(range, inside), days),
      };
    }
    case 'onlyAfter': {
      const after = addStream(form.after, null, form.days);
      const stream = addStream(form.amount, form.after.patterns[0] ?? null, form.days);
      return { kind: 'onlyAfter', stream, after, days: form.days };
    }
    case 'coMovement':
      return {
        kind: 'coMovement',
        stream: addStream(form.amount),
        trend: form.trend,
        other: addStream(form.other),
        otherTrend: form.otherTrend,
        days: form.days,
      };
    case 'strength':
      return planStrength(form, days, scope, planTest);
    case 'control':
      return planControl(form, range, addStream);
    case 'share':
      return {
        kind: 'share',
        part: addStream(form.amount),
        whole: addStream(form.whole),
        percent: form.percent,
        days: form.interval === null ? days : shareDays(days, [form.interval]),
      };
    case 'extreme':
      return {
        kind: 'extreme',
        stream: addStream(form.amount),
        how: form.how,
        period: form.period,
        since: form.since,
      };
    case 'starts':
      return {
        kind: 'exchanges',
        starter: addStream(form.starter),
        other: addStream(form.other),
        calmDays: assumptions.calmDays.value,
      };
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
    case 'expects':
      return planExpects(form, claim, scope);
    case 'untestable':
      return { kind: 'untestable', of: form.of, text: form.text };
  }
}

/**
 * The same test on other days: a change or a truce keeps what it is compared with and moves its windows. Null where the
 * claim's own dates leave nothing on those days, or where the form speaks of days of its own.
 */
export function testOnDays(
  test: ClaimTest,
  claim: Claim,
  days: readonly DayInterval[],
  range: DayInterval,
): ClaimTest | null {
  const { form } = claim;
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
    case 'mutual':
    case 'sameDay':
    case 'onlyAfter':
    case 'coMovement':
    case 'exchanges':
      return test;
    case 'change':
    case 'truce': {
      if (form.kind !== 'change' && form.kind !== 'truce') return null;
      const windows = shareDays(closeSpans(form.spans, range), days);
      return windows.length === 0 ? null : { ...test, windows };
    }
    case 'onlyDuring': {
      if (form.kind !== 'onlyDuring') return null;
      const inside = closeSpans(form.spans, range);
      const outside = shareDays(remainingDays(range, inside), days);
      return outside.length === 0 ? null : { ...test, inside: shareDays(inside, days), outside };
    }
    case 'share':
      return form.kind === 'share' && form.interval === null ? { ...test, days } : null;
    case 'each': {
      const members = test.members.flatMap(({ label, test: one }) => {
        const later = testOnDays(one, claim, days, range);
        return later ? [{ label, test: later }] : [];
      });
      return members.length === 0 ? null : { ...test, members };
    }
    case 'strength':
    case 'control':
    case 'extreme':
    case 'event':
    case 'total':
    case 'expects':
    case 'untestable':
      return null;
  }
}

function chooseDelay(lags: LagWindow, family: string): DelaySpec {
  return { family, from: lags.from, to: lags.to };
}

/** `while …` and `graded by …`: what is tested on top of the plain rule. */
function planNested(claim: Claim, trigger: ResolvedAmount, addStream: AddStream): NestedRule | null {
  for (const restriction of claim.restrictions) {
    if (restriction.kind === 'while') {
      const { amount, quantity, days } = restriction;
      return { kind: 'while', stream: addStream(amount), quantity, days };
    }
    if (restriction.kind === 'gradedBy') {
      const { measure } = restriction;
      const unit = measure === 'killed' ? { of: 'deaths' as const } : { of: 'measure' as const, measure };
      const text = `${measure} in ${trigger.text}`;
      return { kind: 'graded', measure, stream: addStream({ ...trigger, unit, text }) };
    }
  }
  return null;
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

import type { Amount, Form } from './document.ts';
import { refersToItself, strengthOf, wholeNumberOfEvents } from './claimMessages.ts';
import { amountOfForce, resolveSides } from './resolveForce.ts';
import { checkBy, checkOrder, checkPercent, checkShareOfCases, checkShareWithin } from './checkNumbers.ts';
import { resolveChange } from './resolveChange.ts';
import { resolveControl } from './resolveControl.ts';
import { resolveFirstDay, resolveInterval, resolveLength, resolveWindow } from './resolveDates.ts';
import { findNamed } from './resolveNames.ts';
import { namedEarlier, resolveAmount, resolvePattern } from './resolvePatterns.ts';
import { resolvePeriodName } from './resolvePeriods.ts';
import { NOTHING_EARLIER } from './resolveSets.ts';
import { resolveTruce } from './resolveTruce.ts';
import type { Scope } from './scope.ts';
import type { ResolvedAmount, ResolvedForm } from './theatre.ts';

type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>;

/**
 * What a sentence means, or null when a part of it is wrong; every mistake is told. Forms that this version does not
 * judge are checked just as strictly and kept with their amounts.
 */
export function resolveForm(scope: Scope, form: Form, claim: string): ResolvedForm | null {
  switch (form.kind) {
    case 'answer':
      return resolveAnswer(scope, form);
    case 'noExtra':
      return resolveNoExtra(scope, form);
    case 'shift':
      return resolveShift(scope, form);
    case 'change':
      return resolveChange(scope, form);
    case 'truce':
      return resolveTruce(scope, form, claim);
    case 'event':
      return resolveEvent(scope, form);
    case 'total':
      return resolveTotal(scope, form);
    case 'untestable':
      return { kind: 'untestable', of: form.of, text: form.text };
    default: {
      const amounts = resolveLaterForm(scope, form, claim);
      return amounts && { kind: 'notJudgedYet', form: form.kind, amounts };
    }
  }
}

function resolveAnswer(scope: Scope, form: FormOf<'answer'>): ResolvedForm | null {
  const pair = resolvePair(scope, form.trigger, form.response);
  const lags = resolveWindow(scope, form.window);
  const fits = form.share === null || checkShareOfCases(scope, form.share, form.at);
  return pair && lags && fits ? { kind: 'answer', ...pair, lags, share: form.share } : null;
}

function resolveNoExtra(scope: Scope, form: FormOf<'noExtra'>): ResolvedForm | null {
  const pair = resolvePair(scope, form.trigger, form.response);
  const lags = resolveWindow(scope, form.window);
  return pair && lags ? { kind: 'noExtra', ...pair, lags } : null;
}

function resolveShift(scope: Scope, form: FormOf<'shift'>): ResolvedForm | null {
  const pair = resolvePair(scope, form.trigger, form.response);
  const days = resolveLength(scope, form.count, form.unit, 'This window', form.at);
  return pair && days ? { kind: 'shift', ...pair, how: form.how, negated: form.negated, days } : null;
}

function resolvePair(
  scope: Scope,
  triggerAmount: Amount,
  responseAmount: Amount,
): { readonly trigger: ResolvedAmount; readonly response: ResolvedAmount } | null {
  const trigger = resolveAmount(scope, triggerAmount);
  // A trigger that is wrong itself must not make `the same place` of the response look wrong too.
  const earlier = trigger ? namedEarlier(trigger) : { actor: true, places: ['?'] };
  const response = resolveAmount(scope, responseAmount, earlier);
  return trigger && response ? { trigger, response } : null;
}

function resolveEvent(scope: Scope, form: FormOf<'event'>): ResolvedForm | null {
  const pattern = resolvePattern(scope, form.pattern);
  return pattern && { kind: 'event', pattern, first: form.first };
}

function resolveTotal(scope: Scope, form: FormOf<'total'>): ResolvedForm | null {
  const { quantity, per } = form;
  const amount = resolveAmount(scope, form.amount);
  const interval = resolveInterval(scope, form.from, form.to, form.at);
  if (per === null && !Number.isInteger(quantity.value)) {
    scope.tell(wholeNumberOfEvents(quantity.value), form.at, String(quantity.value));
    return null;
  }
  const perDays = per === null ? null : { day: 1, week: 7 }[per];
  return amount && interval && { kind: 'total', quantity, amount, perDays, interval };
}

type LaterForm = Exclude<
  Form,
  { kind: 'answer' | 'noExtra' | 'shift' | 'change' | 'truce' | 'event' | 'total' | 'untestable' }
>;

/** The amounts of a form that is judged in a later version, or null when a part of it is wrong. */
function resolveLaterForm(scope: Scope, form: LaterForm, claim: string): readonly ResolvedAmount[] | null {
  switch (form.kind) {
    case 'mutual': {
      const first = resolvePattern(scope, form.first);
      const second = resolvePattern(
        scope,
        form.second,
        first ? namedEarlier(asAmount(first)) : NOTHING_EARLIER,
      );
      const lags = resolveWindow(scope, form.window);
      return first && second && lags && [asAmount(first), asAmount(second)];
    }
    case 'onlyDuring': {
      const amount = resolveAmount(scope, form.amount);
      return resolvePeriodName(scope, form.period, form.at) && amount && [amount];
    }
    case 'onlyAfter': {
      const after = resolveAmount(scope, form.after);
      const amount = resolveAmount(scope, form.amount, namedEarlier(after));
      const days = resolveLength(scope, form.count, form.unit, 'This window', form.at);
      return amount && after && days !== null ? [amount, after] : null;
    }
    case 'coMovement': {
      const amount = resolveAmount(scope, form.amount);
      const other = resolveAmount(scope, form.other, namedEarlier(amount));
      const days = resolveLength(scope, form.count, form.unit, 'This window', form.at);
      return amount && other && days !== null ? [amount, other] : null;
    }
    case 'strength':
      return resolveStrength(scope, form, claim);
    case 'routeState':
    case 'holds':
      return resolveControl(scope, form);
    case 'share':
      return resolveShare(scope, form);
    case 'extreme': {
      const amount = resolveAmount(scope, form.amount);
      const ordered = checkOrder(scope, form.since, form.date, form.at);
      return amount && ordered ? [amount] : null;
    }
    case 'starts': {
      const sides = resolveSides(scope, form.actor, form.other, form.place);
      if (!sides?.second) return null;
      const { first, second, where } = sides;
      return [amountOfForce(scope, first, second, where), amountOfForce(scope, second, first, where)];
    }
    case 'expects': {
      const amount = resolveAmount(scope, form.amount);
      const before = resolveFirstDay(scope, form.before, form.at);
      const fits = checkBy(scope, form.by, form.trend);
      return amount && before !== null && fits ? [amount] : null;
    }
  }
}

function asAmount(pattern: ResolvedAmount['patterns'][number]): ResolvedAmount {
  return { text: pattern.text, unit: { of: 'events' }, patterns: [pattern] };
}

function resolveShare(scope: Scope, form: FormOf<'share'>): readonly ResolvedAmount[] | null {
  const amount = resolveAmount(scope, form.amount);
  const whole = resolveAmount(scope, form.whole, namedEarlier(amount));
  const dated = form.from === null || form.to === null || resolveInterval(scope, form.from, form.to, form.at);
  const fits =
    form.percent === null || checkPercent(scope, form.percent.value, 'a part is at most the whole', form.at);
  if (!amount || !whole || !dated || !fits) return null;
  checkShareWithin(scope, amount, whole, form.at);
  return [amount, whole];
}

/** The amounts are those of the claims whose strength is compared. */
function resolveStrength(
  scope: Scope,
  form: FormOf<'strength'>,
  claim: string,
): readonly ResolvedAmount[] | null {
  const names = form.than === null ? [form.claim] : [form.claim, form.than];
  const amounts = names.map((name) => strengthAmounts(scope, form, name, claim));
  const period = form.during === null || resolvePeriodName(scope, form.during, form.at);
  if (form.than !== null && form.than === form.claim)
    scope.tell(refersToItself(form.claim), form.at, form.than);
  return period && form.than !== form.claim && !amounts.includes(null)
    ? amounts.flatMap((some) => some ?? [])
    : null;
}

function strengthAmounts(
  scope: Scope,
  form: FormOf<'strength'>,
  name: string,
  claim: string,
): readonly ResolvedAmount[] | null {
  if (name === claim) {
    scope.tell(refersToItself(claim), form.at, name);
    return null;
  }
  const entry = findNamed(scope, name, ['claim'], form.at);
  if (entry?.item.kind !== 'claim') return null;
  const other = entry.item.form;
  if (other.kind === 'strength' || other.kind === 'untestable') {
    const found = other.kind === 'strength' ? 'compares other claims' : 'is untestable';
    scope.tell(strengthOf(name, found), form.at, name);
    return null;
  }
  // What is wrong inside the other claim is told there, once.
  const quiet = { ...scope, file: entry.file, tell: () => undefined, tellIn: () => undefined };
  return amountsOf(resolveForm(quiet, other, name));
}

/** Every amount of a resolved form, triggers first. */
export function amountsOf(form: ResolvedForm | null): readonly ResolvedAmount[] {
  switch (form?.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
      return [form.trigger, form.response];
    case 'change':
      return form.comparedWith?.kind === 'amount' ? [form.amount, form.comparedWith.amount] : [form.amount];
    case 'truce':
      return form.directions;
    case 'event':
      return [asAmount(form.pattern)];
    case 'total':
      return [form.amount];
    case 'notJudgedYet':
      return form.amounts;
    case 'untestable':
    case undefined:
      return [];
  }
}

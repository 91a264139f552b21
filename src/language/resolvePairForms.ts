/** Forms that speak of two amounts, one of which follows the other. */
import { asAmount } from './amountsOf.ts';
import { checkShareOfCases } from './checkNumbers.ts';
import type { Amount, Form } from './document.ts';
import { resolveLength, resolveWindow } from './resolveDates.ts';
import { namedEarlier, resolveAmount, resolvePattern } from './resolvePatterns.ts';
import { NOTHING_EARLIER } from './resolveSets.ts';
import type { Scope } from './scope.ts';
import type { ResolvedAmount, ResolvedForm } from './theatre.ts';

type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>;

export function resolveAnswer(scope: Scope, form: FormOf<'answer'>): ResolvedForm | null {
  const pair = resolvePair(scope, form.trigger, form.response);
  const lags = resolveWindow(scope, form.window);
  const fits = form.share === null || checkShareOfCases(scope, form.share, form.at);
  return pair && lags && fits ? { kind: 'answer', ...pair, lags, share: form.share } : null;
}

export function resolveNoExtra(scope: Scope, form: FormOf<'noExtra'>): ResolvedForm | null {
  const pair = resolvePair(scope, form.trigger, form.response);
  const lags = resolveWindow(scope, form.window);
  return pair && lags ? { kind: 'noExtra', ...pair, lags } : null;
}

export function resolveShift(scope: Scope, form: FormOf<'shift'>): ResolvedForm | null {
  const pair = resolvePair(scope, form.trigger, form.response);
  const days = resolveLength(scope, form.count, form.unit, 'This window', form.at);
  return pair && days ? { kind: 'shift', ...pair, how: form.how, negated: form.negated, days } : null;
}

export function resolveMutual(scope: Scope, form: FormOf<'mutual'>): ResolvedForm | null {
  const first = resolvePattern(scope, form.first);
  const second = resolvePattern(scope, form.second, first ? namedEarlier(asAmount(first)) : NOTHING_EARLIER);
  const lags = resolveWindow(scope, form.window);
  if (!first || !second || !lags) return null;
  return { kind: 'mutual', first: asAmount(first), second: asAmount(second), lags };
}

export function resolveOnlyAfter(scope: Scope, form: FormOf<'onlyAfter'>): ResolvedForm | null {
  const after = resolveAmount(scope, form.after);
  const amount = resolveAmount(scope, form.amount, namedEarlier(after));
  const days = resolveLength(scope, form.count, form.unit, 'This window', form.at);
  return amount && after && days !== null ? { kind: 'onlyAfter', amount, after, days } : null;
}

export function resolveCoMovement(scope: Scope, form: FormOf<'coMovement'>): ResolvedForm | null {
  const { trend, otherTrend } = form;
  const amount = resolveAmount(scope, form.amount);
  const other = resolveAmount(scope, form.other, namedEarlier(amount));
  const days = resolveLength(scope, form.count, form.unit, 'This window', form.at);
  return amount && other && days !== null
    ? { kind: 'coMovement', amount, trend, other, otherTrend, days }
    : null;
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

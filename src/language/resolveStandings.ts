/** Forms about how much there is of something: shares, highest and lowest, acts inside a period only, expectations. */
import { checkBy, checkOrder, checkPercent, checkShareWithin } from './checkNumbers.ts';
import type { Form } from './document.ts';
import { resolveDate, resolveFirstDay, resolveInterval } from './resolveDates.ts';
import { amountOfForce, resolveSides } from './resolveForce.ts';
import { namedEarlier, resolveAmount } from './resolvePatterns.ts';
import { resolvePeriodName } from './resolvePeriods.ts';
import type { Scope } from './scope.ts';
import type { ResolvedForm } from './theatre.ts';

type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>;

export function resolveOnlyDuring(scope: Scope, form: FormOf<'onlyDuring'>): ResolvedForm | null {
  const amount = resolveAmount(scope, form.amount);
  const spans = resolvePeriodName(scope, form.period, form.at);
  return spans && amount && { kind: 'onlyDuring', amount, period: form.period, spans };
}

export function resolveShare(scope: Scope, form: FormOf<'share'>): ResolvedForm | null {
  const amount = resolveAmount(scope, form.amount);
  const whole = resolveAmount(scope, form.whole, namedEarlier(amount));
  const undated = form.from === null || form.to === null;
  const interval = undated ? null : resolveInterval(scope, form.from, form.to, form.at);
  const fits =
    form.percent === null || checkPercent(scope, form.percent.value, 'a part is at most the whole', form.at);
  if (!amount || !whole || (!undated && !interval) || !fits) return null;
  checkShareWithin(scope, amount, whole, form.at);
  return { kind: 'share', amount, whole, percent: form.percent, interval };
}

export function resolveExtreme(scope: Scope, form: FormOf<'extreme'>): ResolvedForm | null {
  const amount = resolveAmount(scope, form.amount);
  const ordered = checkOrder(scope, form.since, form.date, form.at);
  const period = resolveDate(scope, form.date, form.at);
  const since = resolveFirstDay(scope, form.since, form.at);
  return amount && ordered && period && since !== null
    ? { kind: 'extreme', amount, how: form.how, period, since }
    : null;
}

export function resolveStarts(scope: Scope, form: FormOf<'starts'>): ResolvedForm | null {
  const sides = resolveSides(scope, form.actor, form.other, form.place);
  if (!sides?.second) return null;
  const { first, second, where } = sides;
  return {
    kind: 'starts',
    starter: amountOfForce(scope, first, second, where),
    other: amountOfForce(scope, second, first, where),
  };
}

export function resolveExpects(scope: Scope, form: FormOf<'expects'>): ResolvedForm | null {
  const { possible, trend, by } = form;
  const amount = resolveAmount(scope, form.amount);
  const before = resolveFirstDay(scope, form.before, form.at);
  const fits = checkBy(scope, by, trend);
  return amount && before !== null && fits ? { kind: 'expects', possible, amount, trend, by, before } : null;
}

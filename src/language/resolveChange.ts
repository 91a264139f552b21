import { comparedWithItself } from './claimMessages.ts';
import { checkBy } from './checkNumbers.ts';
import type { ComparedWith, Form } from './document.ts';
import { resolveInterval } from './resolveDates.ts';
import { namedEarlier, resolveAmount } from './resolvePatterns.ts';
import { resolveDateSpan, resolvePeriodName } from './resolvePeriods.ts';
import type { Scope } from './scope.ts';
import type { OpenInterval, ResolvedAmount, ResolvedBase, ResolvedForm } from './theatre.ts';

/** `Q falls|rises|unchanged [steadily] from D [to D] | during PERIOD [by …] [compared with …]`. */
export function resolveChange(scope: Scope, form: Extract<Form, { kind: 'change' }>): ResolvedForm | null {
  const amount = resolveAmount(scope, form.amount);
  const spans = resolveDateSpan(scope, form.span);
  const base = form.comparedWith && resolveBase(scope, form.comparedWith, amount);
  const fits = checkBy(scope, form.by, form.trend);
  if (!amount || !spans || !fits || (form.comparedWith && !base)) return null;
  if (
    base &&
    base.kind !== 'amount' &&
    sameDays(spans, base.kind === 'dates' ? [base.interval] : base.spans)
  ) {
    scope.tell(comparedWithItself(), form.comparedWith?.at ?? form.at);
    return null;
  }
  const { trend, steadily, by } = form;
  return { kind: 'change', amount, trend, steadily, spans, by, comparedWith: base };
}

function resolveBase(scope: Scope, base: ComparedWith, amount: ResolvedAmount | null): ResolvedBase | null {
  switch (base.kind) {
    case 'dates': {
      const interval = resolveInterval(scope, base.from, base.to, base.at);
      return interval && { kind: 'dates', interval };
    }
    case 'periodBase': {
      const spans = resolvePeriodName(scope, base.period, base.at);
      return spans && { kind: 'period', name: base.period, spans };
    }
    case 'amountBase': {
      const other = resolveAmount(scope, base.amount, namedEarlier(amount));
      return other && { kind: 'amount', amount: other };
    }
  }
}

function sameDays(a: readonly OpenInterval[], b: readonly OpenInterval[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

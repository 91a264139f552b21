import type { ResolvedAmount, ResolvedForm, ResolvedPattern } from './theatre.ts';

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
    case 'onlyDuring':
    case 'extreme':
    case 'expects':
      return [form.amount];
    case 'mutual':
      return [form.first, form.second];
    case 'onlyAfter':
      return [form.after, form.amount];
    case 'coMovement':
      return [form.amount, form.other];
    case 'strength':
      return form.amounts;
    case 'control':
      return [form.gains, form.losses];
    case 'share':
      return [form.amount, form.whole];
    case 'starts':
      return [form.starter, form.other];
    case 'untestable':
    case undefined:
      return [];
  }
}

/** A pattern counted as events. */
export function asAmount(pattern: ResolvedPattern): ResolvedAmount {
  return { text: pattern.text, unit: { of: 'events' }, patterns: [pattern] };
}

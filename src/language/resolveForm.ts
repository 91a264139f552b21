import { wholeNumberOfEvents } from './claimMessages.ts';
import type { Form } from './document.ts';
import { resolveChange } from './resolveChange.ts';
import { resolveControl } from './resolveControl.ts';
import { resolveInterval } from './resolveDates.ts';
import {
  resolveAnswer,
  resolveCoMovement,
  resolveMutual,
  resolveNoExtra,
  resolveOnlyAfter,
  resolveShift,
} from './resolvePairForms.ts';
import { resolveAmount, resolvePattern } from './resolvePatterns.ts';
import {
  resolveExpects,
  resolveExtreme,
  resolveOnlyDuring,
  resolveShare,
  resolveStarts,
} from './resolveStandings.ts';
import { resolveStrength } from './resolveStrength.ts';
import { resolveTruce } from './resolveTruce.ts';
import type { Scope } from './scope.ts';
import type { ResolvedForm } from './theatre.ts';

type FormOf<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>;

/** What a sentence means, or null when a part of it is wrong; every mistake is told. */
export function resolveForm(scope: Scope, form: Form, claim: string): ResolvedForm | null {
  switch (form.kind) {
    case 'answer':
      return resolveAnswer(scope, form);
    case 'noExtra':
      return resolveNoExtra(scope, form);
    case 'shift':
      return resolveShift(scope, form);
    case 'mutual':
      return resolveMutual(scope, form);
    case 'change':
      return resolveChange(scope, form);
    case 'truce':
      return resolveTruce(scope, form, claim);
    case 'onlyDuring':
      return resolveOnlyDuring(scope, form);
    case 'onlyAfter':
      return resolveOnlyAfter(scope, form);
    case 'coMovement':
      return resolveCoMovement(scope, form);
    case 'strength':
      return resolveStrength(scope, form, claim, resolveForm);
    case 'routeState':
    case 'holds':
      return resolveControl(scope, form);
    case 'share':
      return resolveShare(scope, form);
    case 'extreme':
      return resolveExtreme(scope, form);
    case 'starts':
      return resolveStarts(scope, form);
    case 'event':
      return resolveEvent(scope, form);
    case 'total':
      return resolveTotal(scope, form);
    case 'expects':
      return resolveExpects(scope, form);
    case 'untestable':
      return { kind: 'untestable', of: form.of, text: form.text };
  }
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

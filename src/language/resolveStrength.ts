import { amountsOf } from './amountsOf.ts';
import { refersToItself, strengthOf } from './claimMessages.ts';
import type { Form } from './document.ts';
import { findNamed } from './resolveNames.ts';
import { resolvePeriodName } from './resolvePeriods.ts';
import type { Scope } from './scope.ts';
import type { ResolvedAmount, ResolvedForm } from './theatre.ts';

type StrengthForm = Extract<Form, { kind: 'strength' }>;
type ResolveForm = (scope: Scope, form: Form, claim: string) => ResolvedForm | null;

/** `CLAIM is stronger during PERIOD`, `… than CLAIM`. The amounts are those of the claims whose strength is compared. */
export function resolveStrength(
  scope: Scope,
  form: StrengthForm,
  claim: string,
  resolveForm: ResolveForm,
): ResolvedForm | null {
  const names = form.than === null ? [form.claim] : [form.claim, form.than];
  const amounts = names.map((name) => strengthAmounts(scope, form, name, claim, resolveForm));
  const spans = form.during === null ? null : resolvePeriodName(scope, form.during, form.at);
  const toItself = form.than !== null && form.than === form.claim;
  if (toItself) scope.tell(refersToItself(form.claim), form.at, form.claim);
  if (toItself || amounts.includes(null) || (form.during !== null && spans === null)) return null;
  return {
    kind: 'strength',
    claim: form.claim,
    how: form.how,
    than: form.than,
    during: form.during === null || spans === null ? null : { period: form.during, spans },
    amounts: amounts.flatMap((some) => some ?? []),
  };
}

function strengthAmounts(
  scope: Scope,
  form: StrengthForm,
  name: string,
  claim: string,
  resolveForm: ResolveForm,
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

import { formatDay } from '../calendar/index.ts';
import { expectedAfterStart } from './claimMessages.ts';
import type { Form } from './document.ts';
import { resolveFirstDay, resolveLength } from './resolveDates.ts';
import { resolveTruceHead } from './resolveForce.ts';
import { resolveDateSpan } from './resolvePeriods.ts';
import type { Scope } from './scope.ts';
import type { ResolvedForm } from './theatre.ts';

/** `truce between A and B from D [to D] [expected from D] [holding N weeks]`. */
export function resolveTruce(
  scope: Scope,
  form: Extract<Form, { kind: 'truce' }>,
  claim: string,
): ResolvedForm | null {
  const directions = resolveTruceHead(scope, form.head, form.at);
  const spans = resolveDateSpan(scope, form.span, [claim]);
  const expectedFrom = form.expectedFrom === null ? null : resolveFirstDay(scope, form.expectedFrom, form.at);
  const days =
    form.holding &&
    resolveLength(scope, form.holding.quantity.value, form.holding.unit, 'This time', form.at);
  if (!directions || !spans || (form.expectedFrom !== null && expectedFrom === null)) return null;
  if (form.holding && !days) return null;
  const start = spans[0]?.first ?? null;
  if (expectedFrom !== null && start !== null && expectedFrom > start) {
    scope.tell(
      expectedAfterStart(formatDay(expectedFrom), formatDay(start)),
      form.at,
      form.expectedFrom ?? undefined,
    );
    return null;
  }
  const holding = form.holding && days ? { quantity: form.holding.quantity, days } : null;
  return { kind: 'truce', directions, spans, expectedFrom, holding };
}

import type { Claim, ResolvedForm } from '../language/index.ts';
import type { ClaimTest } from './claimTest.ts';
import { daysBefore } from './planChange.ts';
import type { PlanScope } from './planScope.ts';

/**
 * An expectation speaks of the days after its source spoke and before the date it names. A rise or fall is measured
 * against as many days before the source spoke, at least 90.
 */
export function planExpects(
  form: Extract<ResolvedForm, { kind: 'expects' }>,
  claim: Claim,
  { theatre, range, addStream }: PlanScope,
): ClaimTest {
  const spoke = theatre.sources.find(({ name }) => name === claim.source)?.published?.last ?? null;
  const since = claim.restrictions.flatMap((one) => (one.kind === 'since' ? [one.day] : []));
  const first = since[0] ?? (spoke === null ? null : spoke + 1);
  const window = first === null || first >= form.before ? null : { first, last: form.before - 1 };
  return {
    kind: 'expects',
    possible: form.possible,
    stream: addStream(form.amount),
    trend: form.trend,
    by: form.by,
    window,
    base: window === null ? [] : daysBefore([window], window.first, range),
  };
}

import type { DayInterval } from '../calendar/index.ts';
import type { Claim, ResolvedForm } from '../language/index.ts';
import { claimDays, closeSpans, remainingDays, shareDays } from './claimDays.ts';
import type { ClaimTest, StrengthSide } from './claimTest.ts';
import type { PlanScope } from './planScope.ts';

type PlanTest = (claim: Claim, days: readonly DayInterval[], scope: PlanScope) => ClaimTest;

/**
 * Two strengths side by side: `during PERIOD` compares the claim on the period's days with the claim on its other days,
 * `than CLAIM` two claims, each on its own days; both only on the days of the comparing claim.
 */
export function planStrength(
  form: Extract<ResolvedForm, { kind: 'strength' }>,
  days: readonly DayInterval[],
  scope: PlanScope,
  planTest: PlanTest,
): ClaimTest {
  const side = (name: string, label: string, within: readonly DayInterval[]): StrengthSide => {
    const claim = scope.theatre.claims.find((one) => one.name === name);
    if (!claim) throw new Error(`the theatre has no claim ${name}`);
    const own = shareDays(shareDays(claimDays(claim, scope.range).upTo, days), within);
    return { label, claim: name, test: planTest(claim, own, scope), days: own };
  };
  const { claim, than, during, how } = form;
  if (during !== null) {
    const inside = closeSpans(during.spans, scope.range);
    const second = than ?? claim;
    const outside = than === null ? remainingDays(scope.range, inside) : inside;
    return {
      kind: 'strength',
      how,
      first: side(claim, `${claim} during ${during.period}`, inside),
      second: side(
        second,
        than === null ? `${claim} on other days` : `${second} during ${during.period}`,
        outside,
      ),
    };
  }
  const all = [scope.range];
  const other = than ?? claim;
  return { kind: 'strength', how, first: side(claim, claim, all), second: side(other, other, all) };
}

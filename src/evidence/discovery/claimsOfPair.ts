import type { ClaimPlan, ClaimTest, Plan } from '../../model/index.ts';

/**
 * Names of the claims that say that `response` follows `trigger`, whatever the window. `twins` names for every stream the
 * one that stands for all with the same events.
 */
export function claimsOfPair(
  plan: Plan,
  twins: ReadonlyMap<string, string>,
  trigger: string,
  response: string,
): string[] {
  const speaks = ({ test }: ClaimPlan) =>
    pairsOfTest(test).some(
      ([from, to]) => (twins.get(from) ?? from) === trigger && (twins.get(to) ?? to) === response,
    );
  return plan.claims.filter(speaks).map(({ claim }) => claim);
}

function pairsOfTest(test: ClaimTest): (readonly [string, string])[] {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
    case 'sameDay':
      return [[test.trigger, test.response]];
    case 'mutual':
      return [
        [test.first, test.second],
        [test.second, test.first],
      ];
    case 'onlyAfter':
      return [[test.after, test.stream]];
    case 'each':
      return test.members.flatMap((member) => pairsOfTest(member.test));
    case 'strength':
      return [...pairsOfTest(test.first.test), ...pairsOfTest(test.second.test)];
    default:
      return [];
  }
}

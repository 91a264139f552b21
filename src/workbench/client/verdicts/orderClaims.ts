import type { Claim } from './filterClaims.ts';

/** Claims that the record could tell something about come first; otherwise the order of the file. */
export function orderClaims(claims: readonly Claim[]): readonly Claim[] {
  const wasJudged = (claim: Claim) => claim.parts.some(({ finding }) => finding !== 'not testable');
  return [...claims.filter(wasJudged), ...claims.filter((claim) => !wasJudged(claim))];
}

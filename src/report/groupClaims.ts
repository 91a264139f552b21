import type { ClaimExamination, Examination, Finding } from '../evidence/index.ts';
import { FINDING_WORDS } from './findingWords.ts';

export interface ClaimGroups {
  /** At least one part was put to the record. */
  readonly judged: readonly ClaimExamination[];
  /** Every part is untestable on this record. */
  readonly notTestable: readonly ClaimExamination[];
}

/** Sorts claims by what a reader can do with them, each group in the order of the file. */
export function groupClaims(examination: Examination): ClaimGroups {
  // A part with an effect was put to the record, also where the answer is that nothing can be told from it.
  const wasJudged = (claim: ClaimExamination) =>
    claim.parts.some(({ finding, effect }) => effect !== null || finding !== 'not testable');
  return {
    judged: examination.claims.filter(wasJudged),
    notTestable: examination.claims.filter((claim) => !wasJudged(claim)),
  };
}

/** How many parts have each finding, and how many claims have at least one part with it. */
export function countFindings(
  examination: Examination,
): readonly { readonly finding: Finding; readonly parts: number; readonly claims: number }[] {
  return FINDING_WORDS.map(({ finding }) => ({
    finding,
    parts: examination.claims.reduce(
      (sum, claim) => sum + claim.parts.filter((part) => part.finding === finding).length,
      0,
    ),
    claims: examination.claims.filter((claim) => claim.parts.some((part) => part.finding === finding)).length,
  }));
}

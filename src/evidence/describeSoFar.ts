import { correctMultiplicity } from './correctMultiplicity.ts';
import { describeClaim } from './describeClaim.ts';
import type { Judged } from './judgeClaim.ts';
import type { Judgement, JudgeContext } from './judge/context.ts';
import type { ClaimExamination, Examination } from './verdict.ts';

/** A claim that was judged, or one that still is, with the number of tests that it is thought to make. */
export type Standing =
  { readonly kind: 'judged'; readonly judged: Judged } | { readonly kind: 'waiting'; readonly tests: number };

/** Judges all claims; meanwhile it may show where each of them stands. */
export type JudgeAll = (
  contexts: readonly JudgeContext[],
  show: (standings: readonly Standing[]) => void,
) => Promise<readonly Judged[]>;

/** An examination before all claims are judged: without pictures, rivals, and the verdicts of `waiting`. */
export interface EarlyExamination {
  readonly examination: Examination;
  readonly waiting: readonly string[];
}

/** All claims of a file before all of them are judged. */
export interface ClaimsSoFar {
  readonly claims: readonly ClaimExamination[];
  /** Names of the claims that have no verdict yet: no part, no figures. */
  readonly waiting: readonly string[];
}

/**
 * The verdicts that stand already while other claims are being judged. The correction for the number of tests takes
 * every test to come as one that finds nothing, which is the hardest it can be on the others; what would fall by that has
 * no verdict yet, so that nothing is told that the end takes back.
 */
export function describeSoFar(
  contexts: readonly JudgeContext[],
  standings: readonly Standing[],
): ClaimsSoFar {
  const plain = standings.map((standing): Judgement =>
    standing.kind === 'judged' ? standing.judged.judgement : awaitTests(standing.tests),
  );
  const corrected = correctMultiplicity(plain);
  const waiting: string[] = [];
  const claims = contexts.map((context, index): ClaimExamination => {
    const standing = standings[index];
    const judgement = corrected[index];
    if (
      standing?.kind === 'judged' &&
      judgement &&
      judgement.parts.every(({ finding }, part) => finding === plain[index]?.parts[part]?.finding)
    )
      return describeClaim(context, judgement, standing.judged.afterPublication);
    waiting.push(context.claim.name);
    return describeClaim(context, awaitTests(0), null);
  });
  return { claims, waiting };
}

function awaitTests(tests: number): Judgement {
  return { parts: [], figures: null, tests: Array.from({ length: tests }, () => ({ pValue: 1, parts: [] })) };
}

import type { Judgement } from './judge/context.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { ErrorControl } from './verdict.ts';

/** How many tests a file makes and what corrects for their number; null where it makes none. */
export function controlErrors(judgements: readonly Judgement[]): ErrorControl | null {
  const tests = judgements.reduce((sum, judgement) => sum + judgement.tests.length, 0);
  if (tests === 0) return null;
  return { procedure: "Holm's correction over all tests of this file", level: THRESHOLDS.familyLevel, tests };
}

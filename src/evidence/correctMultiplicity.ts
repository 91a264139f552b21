import { adjustPValues } from '../stats/index.ts';
import type { Judgement } from './judge/context.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Verdict } from './verdict.ts';

/**
 * Holm's correction over all tests of a file: with twenty tests one is "significant" by luck alone. A part that was
 * supported and does not survive becomes `not separable`. Source: holm1979.
 */
export function correctMultiplicity(judgements: readonly Judgement[]): Judgement[] {
  const pValues = judgements.flatMap(({ tests }) => tests.map(({ pValue }) => pValue));
  const adjusted = adjustPValues(pValues, 'holm');
  let next = 0;
  return judgements.map((judgement) => {
    const parts = [...judgement.parts];
    for (const test of judgement.tests) {
      const p = adjusted[next++] ?? 1;
      for (const index of test.parts) {
        const part = parts[index];
        if (part) parts[index] = correctPart(part, p, pValues.length);
      }
    }
    return { ...judgement, parts };
  });
}

function correctPart(verdict: Verdict, adjusted: number, tests: number): Verdict {
  if (verdict.finding !== 'supported') return verdict;
  const passed = adjusted <= THRESHOLDS.familyLevel;
  const guard = {
    name: 'number of tests',
    passed,
    value: adjusted,
    detail: `p after Holm's correction over the ${tests} tests of this file: ${adjusted.toPrecision(2)}`,
  };
  if (passed) return { ...verdict, guards: [...verdict.guards, guard] };
  return {
    ...verdict,
    finding: 'not separable',
    reason: 'number of tests',
    sentence: `${verdict.sentence} But this file makes ${tests} tests, and among so many one like it arises by chance too easily.`,
    guards: [...verdict.guards, guard],
  };
}

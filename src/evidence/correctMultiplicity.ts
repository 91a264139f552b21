import { adjustPValues } from '../stats/index.ts';
import type { Judgement } from './judge/context.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Verdict } from './verdict.ts';

/**
 * Holm's correction over the tested claims of a file: with twenty claims one is "significant" by luck alone. A part
 * that was supported and does not survive becomes `not separable`. Source: holm-1979.
 */
export function correctMultiplicity(judgements: readonly Judgement[]): Judgement[] {
  const tested = judgements.flatMap(({ pValue }) => (pValue === null ? [] : [pValue]));
  const adjusted = adjustPValues(tested, 'holm');
  let next = 0;
  return judgements.map((judgement) => {
    if (judgement.pValue === null) return judgement;
    const p = adjusted[next++] ?? 1;
    return { ...judgement, parts: judgement.parts.map((part) => correctPart(part, p, tested.length)) };
  });
}

function correctPart(verdict: Verdict, adjusted: number, tests: number): Verdict {
  if (verdict.finding !== 'supported' || !['rate', 'timing', 'cause'].includes(verdict.part)) return verdict;
  // Equivalence and size findings rest on an interval, not on this p-value.
  if (verdict.reason === 'equivalence' || verdict.reason === 'size') return verdict;
  const passed = adjusted <= THRESHOLDS.familyLevel;
  const guard = {
    name: 'number of claims',
    passed,
    value: adjusted,
    detail: `p after Holm's correction over the ${tests} tested claims of this file: ${adjusted.toPrecision(2)}`,
  };
  if (passed) return { ...verdict, guards: [...verdict.guards, guard] };
  return {
    ...verdict,
    finding: 'not separable',
    reason: 'number of claims',
    sentence: `${verdict.sentence} But this file tests ${tests} claims, and among so many one like it arises by chance too easily.`,
    guards: [...verdict.guards, guard],
  };
}

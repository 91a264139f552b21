import type { Judgement, JudgementTest } from '../judge/context.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';

/**
 * Sets the bootstraps beside the judgements they were planned for: `asLarge` holds, wave by wave in the order of the plan,
 * how many drawn records show as much. The p of a test becomes the larger of its own and the bootstrap's, which then enters
 * Holm's correction; a part that was supported and is matched by more than 5 % of the draws is so no longer.
 */
export function applyDeep(
  judgements: readonly Judgement[],
  asLarge: readonly number[],
  draws: number,
): Judgement[] {
  let next = 0;
  return judgements.map((judgement) => {
    const parts = [...judgement.parts];
    const tests = judgement.tests.map((test): JudgementTest => {
      const { waves = [] } = test;
      if (waves.length === 0 || !test.parts.some((index) => parts[index]?.finding === 'supported'))
        return test;
      const counts = waves.map(() => asLarge[next++] ?? draws);
      const pValue = Math.max(...counts.map((count) => (count + 1) / (draws + 1)));
      const ratio = waves.map(({ likelihoodRatio }) => likelihoodRatio.toFixed(2)).join(', ');
      for (const index of test.parts) {
        const part = parts[index];
        if (part) parts[index] = setBeside(part, pValue, `${counts.join(', ')} of ${draws}`, ratio);
      }
      return { ...test, pValue: Math.max(test.pValue, pValue) };
    });
    return { ...judgement, parts, tests };
  });
}

function setBeside(verdict: Verdict, pValue: number, matched: string, ratio: string): Verdict {
  if (verdict.finding !== 'supported') return verdict;
  const passed = pValue <= THRESHOLDS.plainLevel;
  const guard: Guard = {
    name: 'wave bootstrap',
    passed,
    value: pValue,
    detail: `${matched} records drawn from the shared wave that fits best without answers show a likelihood ratio of ${ratio} or more`,
  };
  const guards = [...verdict.guards, guard];
  if (passed) return { ...verdict, guards };
  return {
    ...verdict,
    finding: 'not separable',
    reason: 'wave bootstrap',
    sentence: `${verdict.sentence} But ${guard.detail}: more than 5 in 100.`,
    guards,
  };
}

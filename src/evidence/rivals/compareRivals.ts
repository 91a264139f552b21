import type { JudgeContext } from '../judge/context.ts';
import { compareTwo, type CompareTwo } from './compareTwo.ts';
import type { RivalComparison } from './rivalComparison.ts';

/**
 * Every two claims that the file sets against each other as rivals: which predicts better what it was not fitted to, as a
 * difference of log scores on the days both speak of, with a t-interval over blocks. No test decides between them, and
 * neither claim's verdict is touched: of two claims the better one may still be nothing but a shared wave.
 */
export function compareRivals(
  contexts: readonly JudgeContext[],
  compare: CompareTwo = compareTwo,
): RivalComparison[] {
  const pairs = (contexts[0]?.plan.rivals ?? []).flatMap((names) =>
    names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second] as const)),
  );
  return pairs.map(([first, second]) => {
    const find = (name: string) => contexts.find(({ claimPlan }) => claimPlan.claim === name);
    const [one, other] = [find(first), find(second)];
    if (!one || !other) throw new Error(`rivals ${first}, ${second}: no such claim`);
    return compare([first, second], one, other);
  });
}

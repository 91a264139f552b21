import { coverageFromTotals, type CountPanel, type CoverageSpell, type Plan } from '../model/index.ts';
import type { MatchingTotal } from './judge/context.ts';
import { countsOf } from './pairSeries.ts';

/**
 * The share of what happened that the record holds, by the totals that others published: for the stream they count and
 * for narrower patterns, which are taken to be recorded as fully as the whole. Nothing where no total speaks.
 */
export function coverageSpells(
  plan: Plan,
  panel: CountPanel,
  totals: ReadonlyMap<string, readonly MatchingTotal[]>,
): CoverageSpell[] {
  return plan.totals.flatMap(({ stream, inside }) => {
    const { intervals } = coverageFromTotals(totals.get(stream) ?? [], countsOf(panel, stream), panel);
    return intervals
      .filter(({ share }) => share > 0)
      .flatMap(({ first, last, share }) => inside.map((id) => ({ stream: id, first, last, share })));
  });
}

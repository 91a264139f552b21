import type { Plan } from '../model/index.ts';
import type { PublishedTotal } from '../record/index.ts';
import type { MatchingTotal } from './judge/context.ts';

/** Published totals by the stream they count, where the file says what that is and since when. */
export function matchTotals(
  plan: Plan,
  totals: ReadonlyMap<string, readonly PublishedTotal[]>,
): Map<string, MatchingTotal[]> {
  const matching = new Map<string, MatchingTotal[]>();
  for (const { file, stream } of plan.totals) {
    const own = (totals.get(file) ?? []).flatMap(({ since, day, source, total, note, address }) =>
      since === null ? [] : [{ source, first: since, last: day, total, note, address }],
    );
    matching.set(stream, [...(matching.get(stream) ?? []), ...own]);
  }
  return matching;
}

import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, CountPanel, Plan } from '../../model/index.ts';
import { findChanges } from '../changes/findChanges.ts';
import { countsOf } from '../pairSeries.ts';
import type { ChangesPicture } from './shownPictures.ts';

/**
 * Where the rates changed that claims say rose or fell, as `tacit changes` finds them: only these streams, each once,
 * because a date with its interval is the dearest number of all pictures. Streams that cannot be searched have none.
 */
export function rateChanges(plan: Plan, panel: CountPanel, seed: number): ChangesPicture[] {
  const { first, stepDays, recorded } = panel;
  return plan.streams.flatMap(({ id, text, untestable }): ChangesPicture[] => {
    const claims = plan.claims.filter(({ test }) => ratesOf(test).includes(id)).map(({ claim }) => claim);
    if (claims.length === 0 || untestable) return [];
    const found = findChanges({ counts: countsOf(panel, id), recorded, first, stepDays, name: text }, seed);
    if (found.kind === 'not searched') return [];
    return [
      {
        label: text,
        claims,
        level: found.level,
        segments: found.segments.map((segment) => ({
          first: formatDay(segment.first),
          last: formatDay(segment.last),
          rate: segment.rate,
          events: segment.events,
        })),
        changes: found.changes.map(({ day, lower, upper, ratio }) => ({
          day: formatDay(day),
          lower: formatDay(lower),
          upper: formatDay(upper),
          ratio,
        })),
      },
    ];
  });
}

/** The streams of which a claim says that their rate changed on a date. */
function ratesOf(test: ClaimTest): readonly string[] {
  if (test.kind === 'change') return [test.stream];
  return test.kind === 'truce' ? test.directions : [];
}

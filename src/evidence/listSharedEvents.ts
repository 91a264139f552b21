import { withinAny } from '../calendar/index.ts';
import { streamsOf, type CountPanel, type Plan } from '../model/index.ts';
import { eventDays } from './eventDays.ts';
import { countsOf } from './pairSeries.ts';
import type { Examination } from './verdict.ts';

/**
 * Claims that rest on the same events, stream by stream: their verdicts are not independent of each other. Counted are
 * the events on days that at least two of the claims speak of.
 */
export function listSharedEvents(plan: Plan, panel: CountPanel): Examination['sharedEvents'] {
  return plan.streams.flatMap(({ id }) => {
    const users = plan.claims.filter(({ test }) => streamsOf(test).includes(id));
    if (users.length < 2) return [];
    const sharing = new Set<string>();
    let events = 0;
    countsOf(panel, id).forEach((count, step) => {
      const day = panel.first + step * panel.stepDays;
      const here = count > 0 ? users.filter((user) => withinAny(day, eventDays(user))) : [];
      if (here.length < 2) return;
      events += count;
      for (const { claim } of here) sharing.add(claim);
    });
    const claims = users.map(({ claim }) => claim).filter((claim) => sharing.has(claim));
    return events > 0 ? [{ claims, events }] : [];
  });
}

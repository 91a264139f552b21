import { streamsOf, type Plan } from '../model/index.ts';
import type { StreamFacts } from './testability.ts';
import type { Examination } from './verdict.ts';

/** Streams that several claims rest on: their verdicts are not independent of each other. */
export function listSharedEvents(
  plan: Plan,
  facts: ReadonlyMap<string, StreamFacts>,
): Examination['sharedEvents'] {
  return plan.streams.flatMap(({ id }) => {
    const claims = plan.claims.filter(({ test }) => streamsOf(test).includes(id)).map(({ claim }) => claim);
    const events = facts.get(id)?.total ?? 0;
    return claims.length > 1 && events > 0 ? [{ claims, events }] : [];
  });
}

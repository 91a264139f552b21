import { buildPanel, type Plan, type PlannedStream } from '../model/index.ts';
import type { CountsTable, EventStore } from '../record/index.ts';
import { answerPairs } from './answerPairs.ts';

/**
 * For every claim that asks for answers in another place than that of the triggers: what the triggers' pattern takes in the
 * place of the answers, without the triggers themselves, by step; by `trigger response`. Only where there are any. Counted
 * by difference: the triggers and those acts together, less the triggers.
 */
export async function gatherSamePlace(
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<ReadonlyMap<string, Float64Array>> {
  const byId = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const asked = new Map<string, { readonly trigger: PlannedStream; readonly both: PlannedStream }>();
  for (const { test } of plan.claims) {
    for (const [one, other] of answerPairs(test)) {
      // An exchange asks both ways.
      for (const [a, b] of [
        [one, other],
        [other, one],
      ] as const) {
        const both = withPlaceOf(byId.get(a), byId.get(b));
        if (both !== null) asked.set(`${a} ${b}`, { trigger: byId.get(a)!, both });
      }
    }
  }
  if (asked.size === 0) return new Map();
  const streams = [...asked.values()].flatMap(({ trigger, both }) => [trigger, both]);
  const unique = [...new Map(streams.map((stream) => [stream.id, stream])).values()];
  const cells = await store.count({ streams: unique.map(({ selection }) => selection) });
  const { counts } = buildPanel({ ...plan, streams: unique }, cells, tables, { at: 'first' });
  const countsOf = (id: string) => counts[unique.findIndex((one) => one.id === id)]!;
  const found = [...asked].map(([key, { trigger, both }]) => {
    const own = countsOf(trigger.id);
    return [key, countsOf(both.id).map((all, step) => all - own[step]!)] as const;
  });
  return new Map(found.filter(([, there]) => there.some((count) => count > 0)));
}

/** The triggers, and their pattern in the place of the answers; null where one of the two names no place. */
function withPlaceOf(
  trigger: PlannedStream | undefined,
  response: PlannedStream | undefined,
): PlannedStream | null {
  if (!trigger || !response || [trigger, response].some((one) => one.columns !== null || one.untestable))
    return null;
  const places = response.selection.anyOf.map((one) => one.places);
  const there = trigger.selection.anyOf.flatMap((own) =>
    own.places === null ? [] : places.flatMap((place) => (place === null ? [] : [{ ...own, places: place }])),
  );
  if (there.length === 0) return null;
  const id = `${trigger.id} in the place of ${response.id}`;
  return { ...trigger, id, selection: { id, anyOf: [...trigger.selection.anyOf, ...there] } };
}

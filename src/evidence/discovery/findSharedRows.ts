import type { Plan } from '../../model/index.ts';
import type { EventStore } from '../../record/index.ts';

/** Pairs of streams that count some of the same events, written `id id` in both orders. */
export type SharedRows = ReadonlySet<string>;

/**
 * Which streams of a plan take some of the same rows, or columns of the same table: an event that stands on both sides
 * would answer itself, so that such pairs are never searched for rules.
 */
export async function findSharedRows(plan: Plan, store: EventStore): Promise<SharedRows> {
  const holders = new Map<string, string[]>();
  const add = (key: string, id: string) => holders.set(key, [...(holders.get(key) ?? []), id]);
  for (const { id, columns, untestable, selection } of plan.streams) {
    if (untestable) continue;
    if (columns) columns.forEach(({ record, column }) => add(`${record}\n${column}`, id));
    else for (const { record, line } of await store.events(selection)) add(`${record}\n${line}`, id);
  }
  const shared = new Set<string>();
  for (const ids of holders.values()) {
    if (ids.length < 2) continue;
    for (const one of ids) for (const other of ids) if (one !== other) shared.add(`${one} ${other}`);
  }
  return shared;
}

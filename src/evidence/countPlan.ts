import { buildPanel, type CountPanel, type Plan } from '../model/index.ts';
import type { CountsTable, EventStore } from '../record/index.ts';
import { countStreams } from './countStreams.ts';

/** The panel every verdict starts from: imprecise dates at their first day, no other reading. */
export async function countPlan(
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<CountPanel> {
  return buildPanel(plan, await countStreams(plan, store), tables, { at: 'first' });
}

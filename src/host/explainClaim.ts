import type { Examination, WhyChain } from '../evidence/index.ts';
import type { Event } from '../record/index.ts';
import type { TheatreWithRecords } from './prepareTheatre.ts';

/**
 * The chain from events to finding of one claim of a theatre that was examined; null where it has no claim of that name.
 * All claims were judged, since the correction for many tests belongs to the chain.
 */
export async function explainClaim(
  { theatre, records: { store, tables } }: TheatreWithRecords,
  examination: Examination,
  name: string,
): Promise<WhyChain | null> {
  const [{ compile, findRecordDays, streamsOf }, { countPlan, explainVerdict }] = await Promise.all([
    import('../model/index.ts'),
    import('../evidence/index.ts'),
  ]);
  const plan = compile(theatre, { recordDays: await findRecordDays(store, tables) });
  const claimPlan = plan.claims.find(({ claim }) => claim === name);
  const claim = examination.claims.find((one) => one.name === name);
  if (!claimPlan || !claim) return null;
  const events = new Map<string, readonly Event[]>();
  for (const id of streamsOf(claimPlan.test)) {
    const stream = plan.streams.find((one) => one.id === id);
    if (stream && !stream.columns && !stream.untestable) events.set(id, await store.events(stream.selection));
  }
  const panel = await countPlan(plan, store, tables);
  return explainVerdict({ claim, claimPlan, plan, panel, events, records: await store.summaries() });
}

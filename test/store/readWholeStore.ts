import type { Event, SetAsideRow } from '../../src/record/index.ts';
import { openStore } from '../../src/store/index.ts';

export interface WholeStore {
  /** Of the first record. */
  readonly hash: string | null;
  readonly summaries: readonly unknown[];
  readonly events: readonly Event[];
  readonly setAside: readonly SetAsideRow[];
  readonly vocabulary: unknown;
  readonly duplicates: unknown;
}

/** Everything a store answers, for comparing two of them. */
export async function readWholeStore(folder: string): Promise<WholeStore> {
  const opening = await openStore(folder);
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  const { store } = opening;
  try {
    const summaries = await store.summaries();
    const vocabulary = await store.vocabulary();
    const everything = {
      record: null,
      initiators: { anyOf: null, noneOf: [], orNobody: false },
      targets: null,
      actClasses: vocabulary.acts.flatMap(({ actClass }) => (actClass === null ? [] : [actClass])),
      actCodes: vocabulary.acts.map(({ code }) => code),
      places: null,
      days: null,
      size: null,
      attributions: null,
      coarsestDays: null,
    };
    const events = await store.events({ id: 'everything', anyOf: [everything] });
    const setAside: SetAsideRow[] = [];
    for (const { record } of summaries) setAside.push(...(await store.setAsideRows(record)));
    return {
      hash: summaries[0]?.hash ?? null,
      summaries: summaries.map((summary) => ({ ...summary, hash: null })),
      events: [...events].sort((a, b) => a.record.localeCompare(b.record) || a.line - b.line),
      setAside,
      vocabulary,
      duplicates: await store.duplicates(),
    };
  } finally {
    await store.close();
  }
}

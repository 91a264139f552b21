import type { RecordFacts, Theatre } from '../language/index.ts';
import type { Plan } from '../model/index.ts';
import type { EventSelection, EventStore } from '../record/index.ts';
import type { OpenRecords } from './openRecords.ts';

/**
 * What the checks want to know of the records: whether deaths are held and, when asked for more (`pedantic`), how
 * exact the dates are and how many events each pattern takes.
 */
export async function gatherRecordFacts(
  theatre: Theatre,
  { store, tables }: OpenRecords,
  pedantic: boolean,
): Promise<RecordFacts> {
  const summaries = await store.summaries();
  const facts = {
    events: summaries.reduce((sum, { right }) => sum + right, 0),
    withDeaths: summaries.reduce((sum, { withDeaths }) => sum + withDeaths, 0),
  };
  if (!pedantic) return { ...facts, byDateLength: [], byPattern: new Map() };
  const { compile, findRecordDays } = await import('../model/index.ts');
  const plan = compile(theatre, { recordDays: await findRecordDays(store, tables) });
  return {
    ...facts,
    byDateLength: await countDateLengths(store),
    byPattern: await countPatterns(theatre, plan, store),
  };
}

/** Streams counted from tables or not countable at all are left out. */
async function countPatterns(theatre: Theatre, plan: Plan, store: EventStore): Promise<Map<string, number>> {
  const { matchRecord } = await import('../model/index.ts');
  const { streams } = await matchRecord(theatre, plan, store, []);
  return new Map(
    plan.streams.flatMap(({ text, columns, untestable }, index) =>
      columns || untestable ? [] : [[text, streams[index]?.events ?? 0]],
    ),
  );
}

async function countDateLengths(store: EventStore): Promise<RecordFacts['byDateLength']> {
  const { acts } = await store.vocabulary();
  const everything: EventSelection = {
    record: null,
    initiators: { anyOf: null, noneOf: [], orNobody: false },
    targets: null,
    actClasses: acts.flatMap(({ actClass }) => (actClass === null ? [] : [actClass])),
    actCodes: acts.map(({ code }) => code),
    places: null,
    days: null,
    size: null,
    attributions: null,
    coarsestDays: null,
  };
  const cells = await store.count({ streams: [{ id: 'everything', anyOf: [everything] }] });
  const lengths = new Map<number, number>();
  for (const { first, last, events } of cells) {
    const days = last - first + 1;
    lengths.set(days, (lengths.get(days) ?? 0) + events);
  }
  return [...lengths].map(([days, events]) => ({ days, events })).sort((a, b) => a.days - b.days);
}

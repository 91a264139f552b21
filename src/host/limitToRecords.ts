import {
  liesInRecord,
  type EventStore,
  type NameCount,
  type StreamSelection,
  type Vocabulary,
} from '../record/index.ts';

/**
 * The store as if it held only the named records. Several theatres may lie in one folder and share its store; none of
 * them may count the events of a record that it does not name.
 */
export function limitToRecords(store: EventStore, records: readonly string[]): EventStore {
  const narrow = ({ id, anyOf }: StreamSelection): StreamSelection => ({
    id,
    // A folder or an archive that is named stands for its records among these.
    anyOf: anyOf.flatMap((selection) =>
      records
        .filter((record) => selection.record === null || liesInRecord(record, selection.record))
        .map((record) => ({ ...selection, record })),
    ),
  });
  const known = new Set(records);
  const holds = ({ record }: { readonly record: string }) => known.has(record);
  return {
    summaries: async () => (await store.summaries()).filter(({ record }) => records.includes(record)),
    count: (plan) => store.count({ ...plan, streams: plan.streams.map(narrow) }),
    events: (selection, limit, without) => store.events(narrow(selection), limit, without),
    eventsAt: (rows) => store.eventsAt(rows.filter(holds)),
    duplicates: async (record) => {
      const all = await store.duplicates(record);
      const pairs = all.pairs.filter((pair) => pair.every(holds));
      // Pairs that are not listed may lie in other records: then the number is the most there can be.
      return { count: all.count === all.pairs.length ? pairs.length : all.count, pairs };
    },
    findIds: async (ids) => (await store.findIds(ids)).filter(holds),
    similarIds: (record, text, limit) => store.similarIds(record, text, limit),
    vocabulary: async (record) =>
      record === undefined
        ? joinVocabularies(await Promise.all(records.map((one) => store.vocabulary(one))))
        : store.vocabulary(record),
    sources: (record, limit) => store.sources(record, limit),
    setAsideReasons: (record) => store.setAsideReasons(record),
    setAsideRows: (record, limit) => store.setAsideRows(record, limit),
    eventsByMonth: async (record) =>
      record === undefined
        ? addUp(
            (await Promise.all(records.map((one) => store.eventsByMonth(one)))).flat(),
            ({ month }) => month,
          ).sort((a, b) => (a.month < b.month ? -1 : 1))
        : store.eventsByMonth(record),
    eventsByDay: async (record) =>
      record === undefined
        ? addUp(
            (await Promise.all(records.map((one) => store.eventsByDay(one)))).flat(),
            ({ first, last }) => `${first} ${last}`,
          ).sort((a, b) => a.first - b.first || a.last - b.last)
        : store.eventsByDay(record),
    close: () => store.close(),
  };
}

function joinVocabularies(all: readonly Vocabulary[]): Vocabulary {
  const names = (pick: (one: Vocabulary) => readonly NameCount[]) =>
    commonestFirst(addUp(all.flatMap(pick), ({ name }) => name));
  return {
    initiators: names(({ initiators }) => initiators),
    targets: names(({ targets }) => targets),
    acts: commonestFirst(
      addUp(
        all.flatMap(({ acts }) => acts),
        ({ code, actClass }) => JSON.stringify([code, actClass]),
      ),
    ),
    places: names(({ places }) => places),
  };
}

function addUp<Row extends { readonly events: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row));
    sums.set(keyOf(row), sum ? { ...sum, events: sum.events + row.events } : row);
  }
  return [...sums.values()];
}

function commonestFirst<Row extends { readonly events: number }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => b.events - a.events);
}

import { civilFromDay } from '../calendar/index.ts';
import { compareRows } from './compareRows.ts';
import { countReference } from './countReference.ts';
import { editDistance } from './editDistance.ts';
import type { Event, SetAsideRow } from './event.ts';
import type {
  DatedRow,
  EventStore,
  NameCount,
  ProposedPairs,
  RecordSummary,
  Vocabulary,
} from './eventStore.ts';
import { foldEvents } from './foldEvents.ts';
import { groupSetAside } from './groupSetAside.ts';
import { keyOfRow } from './keyOfRow.ts';
import { proposeDuplicates } from './proposeDuplicates.ts';
import { summariseEvents } from './summariseEvents.ts';
import { takeEvents } from './takeEvents.ts';

/**
 * A store that holds its events in memory: for made records, whose truth is known, and for tests.
 * Summaries that are not given are counted from the events.
 */
export function createMemoryStore(
  events: readonly Event[],
  summaries?: readonly RecordSummary[],
  setAside: readonly SetAsideRow[] = [],
): EventStore {
  const ordered = [...events].sort(compareRows);
  const folded = foldEvents(ordered);
  const takenBy = takeEvents(folded);
  const ofRecord = (record?: string) =>
    record === undefined ? ordered : ordered.filter((event) => event.record === record);
  let summarised = summaries;
  const vocabularies = new Map<string | undefined, Vocabulary>();
  const vocabularyOf = (record?: string): Vocabulary => {
    const vocabulary = vocabularies.get(record) ?? listVocabulary(ofRecord(record));
    vocabularies.set(record, vocabulary);
    return vocabulary;
  };
  return {
    summaries: () => Promise.resolve((summarised ??= summariseEvents(ordered, setAside))),
    count: (plan) => Promise.resolve(countReference(folded, plan, takenBy)),
    events: ({ anyOf }, limit, without = []) => {
      const leftOut = new Set(without.map(keyOfRow));
      const wanted = new Uint8Array(ordered.length);
      for (const selection of anyOf) for (const place of takenBy(selection)) wanted[place] = 1;
      const most = limit ?? ordered.length;
      const taken: Event[] = [];
      for (let place = 0; place < ordered.length && taken.length < most; place++) {
        const event = ordered[place]!;
        if (wanted[place] === 1 && (leftOut.size === 0 || !leftOut.has(keyOfRow(event)))) taken.push(event);
      }
      return Promise.resolve(taken);
    },
    eventsAt: (rows) => {
      const wanted = new Set(rows.map(keyOfRow));
      return Promise.resolve(ordered.filter((event) => wanted.has(keyOfRow(event))));
    },
    duplicates: (record) => Promise.resolve(proposePairs(ordered, record)),
    findIds: (ids) => {
      const wanted = new Set(ids);
      return Promise.resolve(ordered.filter(({ id }) => wanted.has(id)).map(toDatedRow));
    },
    similarIds: (record, text, limit) => Promise.resolve(listNearest(ofRecord(record), text, limit)),
    vocabulary: (record) => Promise.resolve(vocabularyOf(record)),
    sources: (record, limit) =>
      Promise.resolve(
        countNames(ofRecord(record).map(({ sources }) => splitSources(sources))).slice(0, limit),
      ),
    setAsideRows: (record, limit) =>
      Promise.resolve(setAside.filter((row) => row.record === record).slice(0, limit ?? setAside.length)),
    eventsByMonth: (record) => Promise.resolve(countMonths(ofRecord(record))),
    setAsideReasons: (record) =>
      Promise.resolve(groupSetAside(setAside.filter((row) => row.record === record))),
    eventsByDay: (record) => Promise.resolve(countDays(ofRecord(record))),
    close: () => Promise.resolve(),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toDatedRow({ record, line, id, first, last }: Event): DatedRow {
  return { record, line, id, first, last };
}

function proposePairs(ordered: readonly Event[], record: string | undefined): ProposedPairs {
  const rows = ordered.map(toDatedRow);
  const pairs = proposeDuplicates(ordered).flatMap(([a, b]): [DatedRow, DatedRow][] => {
    const [one, two] = [rows[a], rows[b]];
    if (!one || !two) return [];
    return record === undefined || one.record === record || two.record === record ? [[one, two]] : [];
  });
  return { count: pairs.length, pairs };
}

function listNearest(events: readonly Event[], text: string, limit: number): string[] {
  return [...new Set(events.map(({ id }) => id))]
    .map((id) => ({ id, distance: editDistance(id, text) }))
    .sort((a, b) => a.distance - b.distance || compareText(a.id, b.id))
    .slice(0, limit)
    .map(({ id }) => id);
}

function splitSources(sources: string | null): string[] {
  return (sources ?? '')
    .split(';')
    .map((name) => name.replace(/^ +| +$/g, ''))
    .filter((name) => name !== '');
}

function countDays(ordered: readonly Event[]): { first: number; last: number; events: number }[] {
  const days = new Map<string, { first: number; last: number; events: number }>();
  for (const { first, last: end, precision } of ordered) {
    const last = precision === 'spell' ? first : end;
    const day = days.get(`${first} ${last}`) ?? { first, last, events: 0 };
    day.events += 1;
    days.set(`${first} ${last}`, day);
  }
  return [...days.values()].sort((a, b) => a.first - b.first || a.last - b.last);
}

function listVocabulary(events: readonly Event[]): Vocabulary {
  const acts = new Map<string, { code: string; actClass: string | null; events: number }>();
  for (const { code, actClass } of events) {
    const key = JSON.stringify([code, actClass]);
    const act = acts.get(key) ?? { code, actClass, events: 0 };
    act.events += 1;
    acts.set(key, act);
  }
  return {
    initiators: countNames(events.map(({ initiators }) => initiators)),
    targets: countNames(events.map(({ targets }) => targets)),
    acts: [...acts.values()].sort(
      (a, b) =>
        b.events - a.events || compareText(a.code, b.code) || compareText(a.actClass ?? '', b.actClass ?? ''),
    ),
    places: countNames(events.map(({ placeNames }) => placeNames)),
  };
}

function countNames(lists: readonly (readonly string[])[]): NameCount[] {
  const counts = new Map<string, number>();
  for (const names of lists) {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, events]) => ({ name, events }))
    .sort((a, b) => b.events - a.events || compareText(a.name, b.name));
}

function countMonths(events: readonly Event[]): { month: string; events: number }[] {
  const counts = new Map<string, number>();
  for (const { first } of events) {
    const { year, month } = civilFromDay(first);
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([month, count]) => ({ month, events: count }))
    .sort((a, b) => compareText(a.month, b.month));
}

import { civilFromDay } from '../calendar/index.ts';
import { countReference } from './countReference.ts';
import type { Event, SetAsideRow } from './event.ts';
import type { EventStore, NameCount, RecordSummary, Vocabulary } from './eventStore.ts';
import { matchesSelection } from './matchesSelection.ts';
import { summariseEvents } from './summariseEvents.ts';

/**
 * A store that holds its events in memory: for made records, whose truth is known, and for tests.
 * Summaries that are not given are counted from the events.
 */
export function createMemoryStore(
  events: readonly Event[],
  summaries?: readonly RecordSummary[],
  setAside: readonly SetAsideRow[] = [],
): EventStore {
  const ordered = [...events].sort(
    (a, b) => a.first - b.first || a.last - b.last || compareText(a.record, b.record) || a.line - b.line,
  );
  const ofRecord = (record?: string) =>
    record === undefined ? ordered : ordered.filter((event) => event.record === record);
  return {
    summaries: () => Promise.resolve(summaries ?? summariseEvents(ordered, setAside)),
    count: (plan) => Promise.resolve(countReference(ordered, plan)),
    events: ({ anyOf }, limit) =>
      Promise.resolve(
        ordered
          .filter((event) => anyOf.some((selection) => matchesSelection(event, selection)))
          .slice(0, limit ?? ordered.length),
      ),
    vocabulary: (record) => Promise.resolve(listVocabulary(ofRecord(record))),
    setAsideRows: (record, limit) =>
      Promise.resolve(setAside.filter((row) => row.record === record).slice(0, limit ?? setAside.length)),
    eventsByMonth: (record) => Promise.resolve(countMonths(ofRecord(record))),
    close: () => Promise.resolve(),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
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

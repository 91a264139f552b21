import { intersect, type DayInterval } from '../calendar/index.ts';
import { daySeries } from './daySeries.ts';
import { distanceMetres } from './distanceMetres.ts';
import type { Event } from './event.ts';
import type { EventStore, NameCount, RecordSummary, Vocabulary } from './eventStore.ts';
import { groupSetAside } from './groupSetAside.ts';
import { keyOfRow } from './keyOfRow.ts';
import { liesInRecord } from './liesInRecord.ts';
import { proposeGaps } from './proposeGaps.ts';
import type { DuplicatePair, RecordContents } from './recordContents.ts';

export interface InspectOptions {
  /** Days the record is said to cover; null: from its first event to its last. */
  readonly covers: DayInterval | null;
  readonly missing: readonly DayInterval[];
  /** How many of the commonest names and of the proposed pairs are wanted. */
  readonly names: number;
  readonly pairs: number;
}

/** Looks into one record of a store, or into all whose names begin with a folder; null where there is none. */
export async function inspectRecord(
  store: EventStore,
  record: string,
  options: InspectOptions,
): Promise<RecordContents | null> {
  const summaries = (await store.summaries()).filter((one) => liesInRecord(one.record, record));
  if (summaries.length === 0) return null;
  const each = <Value>(ask: (name: string) => Promise<Value>) =>
    Promise.all(summaries.map(({ record: name }) => ask(name)));
  const sum = (pick: (summary: RecordSummary) => number) =>
    summaries.reduce((total, summary) => total + pick(summary), 0);
  const days = (await each((name) => store.eventsByDay(name))).flat();
  const [first, last] = [least(summaries.map((one) => one.first)), most(summaries.map((one) => one.last))];
  const span = options.covers ?? (first === null || last === null ? null : { first, last });
  const vocabularies = await each((name) => store.vocabulary(name));
  const common = (pick: (vocabulary: Vocabulary) => readonly NameCount[]) =>
    addNames(vocabularies.flatMap((vocabulary) => pick(vocabulary).slice())).slice(0, options.names);
  return {
    record,
    files: summaries.map(({ record: file, hash, format, rows, right, setAside }) => ({
      ...{ file, hash, format, rows, right, setAside },
    })),
    rows: sum(({ rows }) => rows),
    right: sum(({ right }) => right),
    setAside: sum(({ setAside }) => setAside),
    setAsideReasons: groupSetAside(
      (await each((name) => store.setAsideReasons(name)))
        .flat()
        .map(({ firstLine, ...reason }) => ({ ...reason, line: firstLine })),
    ),
    first,
    last,
    byPrecision: addTallies(summaries.map(({ byPrecision }) => byPrecision)),
    byAttribution: addTallies(summaries.map(({ byAttribution }) => byAttribution)),
    byMonth: addMonths((await each((name) => store.eventsByMonth(name))).flat()),
    withDeaths: sum(({ withDeaths }) => withDeaths),
    withPosition: sum(({ withPosition }) => withPosition),
    withoutInitiator: sum(({ withoutInitiator }) => withoutInitiator),
    contested: sum(({ contested }) => contested),
    undirected: sum(({ undirected }) => undirected),
    sources: addNames((await each((name) => store.sources(name, options.names))).flat()).slice(
      0,
      options.names,
    ),
    initiators: common(({ initiators }) => initiators),
    targets: common(({ targets }) => targets),
    acts: addActs(vocabularies.flatMap(({ acts }) => acts)),
    gaps: span === null ? [] : proposeGaps(daySeries(days, span, clip(options.missing, span))),
    duplicates: await listPairs(store, record, options.pairs),
  };
}

async function listPairs(
  store: EventStore,
  record: string,
  limit: number,
): Promise<RecordContents['duplicates']> {
  const summaries = await store.summaries();
  const [only] = summaries.filter((one) => one.record === record);
  const all = await store.duplicates(only?.record);
  const own = only
    ? all.pairs
    : all.pairs.filter((pair) => pair.some((row) => liesInRecord(row.record, record)));
  const shown = own.slice(0, limit);
  const events = new Map((await store.eventsAt(shown.flat())).map((event) => [keyOfRow(event), event]));
  const pairs = shown.flatMap(([a, b]): DuplicatePair[] => {
    const [earlier, later] = [events.get(keyOfRow(a)), events.get(keyOfRow(b))];
    return earlier && later ? [{ earlier, later, metres: metresBetween(earlier, later) }] : [];
  });
  // Pairs that are too many to be listed are counted by the store only.
  const complete = all.count === all.pairs.length;
  const across = own.filter((pair) => pair.some((row) => !liesInRecord(row.record, record))).length;
  return {
    count: complete ? own.length : all.count,
    across: complete ? across : null,
    complete,
    pairs,
  };
}

function metresBetween(a: Event, b: Event): number | null {
  const [from, to] = [positionOf(a), positionOf(b)];
  return from && to ? distanceMetres(from, to) : null;
}

function positionOf({ latitude, longitude }: Event): { latitude: number; longitude: number } | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function clip(missing: readonly DayInterval[], span: DayInterval): DayInterval[] {
  return missing.flatMap((spell) => intersect(spell, span) ?? []);
}

function least(days: readonly (number | null)[]): number | null {
  return days.reduce((low, day) => (low === null || (day !== null && day < low) ? day : low), null);
}

function most(days: readonly (number | null)[]): number | null {
  return days.reduce((high, day) => (high === null || (day !== null && day > high) ? day : high), null);
}

function addTallies(tallies: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [word, count] of tallies.flatMap((tally) => Object.entries(tally)))
    sums.set(word, (sums.get(word) ?? 0) + count);
  return Object.fromEntries(sums);
}

function addMonths(months: RecordContents['byMonth']): { month: string; events: number }[] {
  const sums = new Map<string, number>();
  for (const { month, events } of months) sums.set(month, (sums.get(month) ?? 0) + events);
  return [...sums].map(([month, events]) => ({ month, events })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

function addNames(names: readonly NameCount[]): NameCount[] {
  const sums = new Map<string, number>();
  for (const { name, events } of names) sums.set(name, (sums.get(name) ?? 0) + events);
  return [...sums]
    .map(([name, events]) => ({ name, events }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

function addActs(acts: Vocabulary['acts']): Vocabulary['acts'] {
  const sums = new Map<string, Vocabulary['acts'][number]>();
  for (const act of acts) {
    const key = JSON.stringify([act.code, act.actClass]);
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, events: sum.events + act.events } : act);
  }
  return [...sums.values()].sort((a, b) => b.events - a.events || (a.code < b.code ? -1 : 1));
}

import {
  buildPanel,
  pairsOf,
  streamsOf,
  type CountPanel,
  type Plan,
  type PlannedStream,
} from '../model/index.ts';
import type { CountsTable, EventSelection, EventStore, StreamSelection } from '../record/index.ts';
import { eventDays } from './eventDays.ts';
import type { ClaimDirection } from './verdict.ts';

export interface DirectionFacts {
  readonly claims: ReadonlyMap<string, ClaimDirection>;
  /** Events of each stream, in the whole record, in which nothing tells who acted. */
  readonly undirected: ReadonlyMap<string, number>;
  /** Those that both streams of a pair take (`pairKey`). */
  readonly shared: ReadonlyMap<string, number>;
  /** The same of two streams that let both sides act by the means of one. */
  readonly reversed: ReadonlyMap<string, number>;
  /** The counts of those events alone whose direction is told, or that the file says how to read. */
  readonly told: CountPanel;
}

export function pairKey(a: string, b: string): string {
  return `${a} ${b}`;
}

/** What the record does not say about who acted; null where it says so of every event that the theatre counts. */
export async function gatherDirection(
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<DirectionFacts | null> {
  const open = plan.streams.filter(
    ({ undirected, byMeans, untestable }) => untestable === null && (undirected ?? byMeans) !== undefined,
  );
  if (open.length === 0) return null;
  const undirected = await count(
    store,
    open.map(({ id, undirected: one }) => ({ id, anyOf: one ?? [] })),
  );
  const byMeans = await count(
    store,
    open.map(({ id, byMeans: one }) => ({ id, anyOf: one ?? [] })),
  );
  const held = new Set([...undirected, ...byMeans].filter(([, events]) => events > 0).map(([id]) => id));
  if (held.size === 0) return null;
  const tested = plan.claims.flatMap(({ test }) => pairsOf(test));
  const reversed = plan.streams.flatMap(({ id, reversedBy }) =>
    (reversedBy ?? []).map((other) => [id, other] as const),
  );
  return {
    claims: await countClaims(plan, store, held),
    undirected,
    shared: await countBoth(plan, store, 'undirected', tested),
    reversed: await countBoth(plan, store, 'byMeans', reversed),
    told: await countTold(plan, store, tables),
  };
}

async function count(store: EventStore, streams: readonly StreamSelection[]): Promise<Map<string, number>> {
  const sums = new Map(streams.map(({ id }) => [id, 0]));
  for (const { stream, events } of await store.count({ streams })) {
    sums.set(stream, (sums.get(stream) ?? 0) + events);
  }
  return sums;
}

async function countClaims(
  plan: Plan,
  store: EventStore,
  held: ReadonlySet<string>,
): Promise<Map<string, ClaimDirection>> {
  const byId = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const claims = new Map<string, ClaimDirection>();
  for (const claim of plan.claims) {
    const ids = claim.test.kind === 'event' ? [claim.test.stream] : streamsOf(claim.test);
    const streams = ids.flatMap((id) => byId.get(id) ?? []).filter(({ columns }) => columns === null);
    if (!streams.some(({ id }) => held.has(id))) continue;
    const within = (pick: (stream: PlannedStream) => readonly EventSelection[]): EventSelection[] =>
      streams.flatMap(pick).flatMap((one) => eventDays(claim).flatMap((days) => limit(one, days)));
    const sums = await count(store, [
      { id: 'events', anyOf: within(({ selection }) => selection.anyOf) },
      { id: 'undirected', anyOf: within((stream) => stream.undirected ?? []) },
      { id: 'byMeans', anyOf: within((stream) => stream.byMeans ?? []) },
    ]);
    const of = (id: string) => sums.get(id) ?? 0;
    claims.set(claim.claim, { events: of('events'), undirected: of('undirected'), byMeans: of('byMeans') });
  }
  return claims;
}

/** The selection on some days; nothing where its own date shares no day with them. */
function limit(
  selection: EventSelection,
  days: { readonly first: number; readonly last: number },
): EventSelection[] {
  const first = Math.max(selection.days?.first ?? days.first, days.first);
  const last = Math.min(selection.days?.last ?? days.last, days.last);
  return first > last ? [] : [{ ...selection, days: { first, last } }];
}

/** Events in both streams of a pair: those in one, and those in the other, less those in either. */
async function countBoth(
  plan: Plan,
  store: EventStore,
  which: 'undirected' | 'byMeans',
  pairs: readonly (readonly [string, string])[],
): Promise<Map<string, number>> {
  const byId = new Map(plan.streams.map((stream) => [stream.id, stream[which] ?? []]));
  const selectionsOf = (id: string) => byId.get(id) ?? [];
  const open = pairs.filter(([a, b]) => selectionsOf(a).length > 0 && selectionsOf(b).length > 0);
  if (open.length === 0) return new Map();
  const ids = [...new Set(open.flat())];
  const single = await count(
    store,
    ids.map((id) => ({ id, anyOf: selectionsOf(id) })),
  );
  const unions = new Map(open.map((pair) => [pairKey(...pair), pair]));
  const either = await count(
    store,
    [...unions].map(([id, [a, b]]) => ({ id, anyOf: [...selectionsOf(a), ...selectionsOf(b)] })),
  );
  const of = (id: string) => single.get(id) ?? 0;
  return new Map([...unions].map(([key, [a, b]]) => [key, of(a) + of(b) - (either.get(key) ?? 0)]));
}

async function countTold(plan: Plan, store: EventStore, tables: readonly CountsTable[]): Promise<CountPanel> {
  const streams = plan.streams.map((stream) => ({
    ...stream,
    selection: { ...stream.selection, anyOf: toldOf(stream) },
  }));
  const counted = streams.filter(({ columns, untestable }) => columns === null && untestable === null);
  const cells = await store.count({ streams: counted.map(({ selection }) => selection) });
  return buildPanel({ ...plan, streams }, cells, tables, { at: 'first' });
}

/** What is left of a stream without the events whose direction nothing tells. */
function toldOf({ selection, undirected }: PlannedStream): EventSelection[] {
  const without = new Set((undirected ?? []).map((one) => JSON.stringify({ ...one, direction: undefined })));
  return selection.anyOf.flatMap((one): EventSelection[] => {
    const key = JSON.stringify({ ...one, direction: undefined });
    if (!without.has(key)) return [one];
    // Under `either way` no event tells who acted; else those that tell it are kept in the order of the columns.
    const every = (undirected ?? []).some((other) => JSON.stringify(other) === JSON.stringify(one));
    return every ? [] : [{ ...one, direction: 'told' }];
  });
}

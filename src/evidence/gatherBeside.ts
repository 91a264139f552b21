import type { Plan, PlannedStream } from '../model/index.ts';
import type { Event, EventSelection, EventStore, NameFilter } from '../record/index.ts';
import type { BesideFacts } from './besideFacts.ts';
import type { StreamFacts } from './testability.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Rows looked through to name the acts; the sides of a pattern that the record lacks seldom have more. */
const ROWS_FETCHED = 5000;

/**
 * The facts of streams with, for those the record holds next to nothing of, what it does hold of their sides: so that
 * "the pair is absent" is not said of a pair that is there with other acts.
 */
export async function gatherBeside(
  plan: Plan,
  store: EventStore,
  facts: ReadonlyMap<string, StreamFacts>,
): Promise<Map<string, StreamFacts>> {
  const noted = new Map(facts);
  const thin = plan.streams.filter(({ id, columns, untestable }) => {
    const { total, tooCoarse } = facts.get(id) ?? { total: 0, tooCoarse: 0 };
    return columns === null && untestable === null && total + tooCoarse < THRESHOLDS.absentEvents;
  });
  if (thin.length === 0) return noted;
  const { acts } = await store.vocabulary();
  const known = new Map<string, readonly Event[]>();
  for (const stream of thin) {
    const anyOf = widen(stream, acts);
    const own = facts.get(stream.id);
    if (anyOf.length === 0 || own === undefined) continue;
    const key = JSON.stringify(anyOf);
    const rows = known.get(key) ?? (await store.events({ id: stream.id, anyOf }, ROWS_FETCHED + 1));
    known.set(key, rows);
    noted.set(stream.id, { ...own, beside: tally(stream, anyOf, rows) });
  }
  return noted;
}

/** Every event of the same sides, in both orders; nothing where the pattern names no side. */
function widen(
  { selection }: PlannedStream,
  acts: readonly { readonly code: string; readonly actClass: string | null }[],
): EventSelection[] {
  const actClasses = [...new Set(acts.flatMap(({ actClass }) => actClass ?? []))];
  const actCodes = acts.filter(({ actClass }) => actClass === null).map(({ code }) => code);
  return selection.anyOf.flatMap((one): EventSelection[] => {
    if (one.mirrored === true || !(namesSomebody(one.initiators) || namesSomebody(one.targets))) return [];
    const { record, initiators, targets } = one;
    const wide = {
      record,
      actClasses,
      actCodes,
      places: null,
      days: null,
      size: null,
      attributions: null,
      coarsestDays: null,
    };
    const others = targets ?? { anyOf: null, noneOf: [], orNobody: false };
    return [
      { ...wide, initiators, targets },
      ...(targets === null ? [] : [{ ...wide, initiators: others, targets: initiators, mirrored: true }]),
    ];
  });
}

function namesSomebody(side: NameFilter | null): boolean {
  return side !== null && side.anyOf !== null;
}

function actsOf({ selection }: PlannedStream): ReadonlySet<string> {
  return new Set(selection.anyOf.flatMap(({ actClasses, actCodes }) => [...actClasses, ...actCodes]));
}

function tally(
  stream: PlannedStream,
  anyOf: readonly EventSelection[],
  found: readonly Event[],
): BesideFacts {
  const rows = found.slice(0, ROWS_FETCHED);
  const asked = actsOf(stream);
  const acts = new Map<string, number>();
  for (const { actClass, code } of rows) {
    const act = actClass ?? code;
    acts.set(act, (acts.get(act) ?? 0) + 1);
  }
  return {
    sides: anyOf.every(({ initiators, targets }) => namesSomebody(initiators) && namesSomebody(targets))
      ? 'two'
      : 'one',
    events: rows.length,
    more: found.length > rows.length,
    undirected: rows.filter(({ directed }) => !directed).length,
    sameAct: rows.filter(
      ({ actClass, code }) => asked.has(code) || (actClass !== null && asked.has(actClass)),
    ).length,
    asks: listAsked(stream),
    acts: [...acts]
      .map(([act, events]) => ({ act, events }))
      .sort((a, b) => b.events - a.events || (a.act < b.act ? -1 : 1)),
  };
}

function listAsked({ selection }: PlannedStream): string[] {
  const asked = (of: (one: EventSelection) => unknown) => selection.anyOf.some((one) => of(one) !== null);
  return [
    ...(selection.anyOf.some(({ mirrored }) => mirrored) ? [] : ['who acts on whom']),
    ...(asked(({ places }) => places) ? ['the place'] : []),
    ...(asked(({ days }) => days) ? ['the days'] : []),
    ...(asked(({ size }) => size) ? ['the size'] : []),
  ];
}

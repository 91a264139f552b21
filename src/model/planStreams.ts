import type {
  Act,
  ActorSet,
  ResolvedAmount,
  ResolvedPattern,
  Theatre,
  TheatreRecord,
} from '../language/index.ts';
import type { PlannedStream, Untestability } from './plan.ts';
import { markReversed } from './markReversed.ts';
import { listPolicies, selectInOrder } from './selectInOrder.ts';

/**
 * Adds an amount as a stream and returns its id; equal ones share an id. `trigger` is what `elsewhere` and `the same place`
 * refer to; events whose day is known only to more than `coarsestDays` days do not count.
 */
export type AddStream = (
  amount: ResolvedAmount,
  trigger?: ResolvedPattern | null,
  coarsestDays?: number | null,
) => string;

/** A growing list of streams: the same amount asked for twice is one stream. */
export function collectStreams(theatre: Theatre) {
  const byKey = new Map<string, PlannedStream>();
  const amounts = new Map<string, ResolvedAmount>();
  const hasEvents = theatre.records.some(({ countsPer }) => countsPer === null);
  const policies = listPolicies(theatre);

  const add: AddStream = (amount, trigger = null, coarsestDays = null) => {
    const columns = findColumns(amount, theatre.records);
    const ordered =
      columns.length > 0 ? [] : selectInOrder(amount.patterns, policies, { theatre, trigger, coarsestDays });
    const anyOf = ordered.flatMap(({ selections }) => selections);
    const undirected = ordered.flatMap((one) => one.undirected);
    const byMeans = ordered.flatMap((one) => one.byMeans);
    const key = JSON.stringify([amount.unit, anyOf, columns]);
    const known = byKey.get(key);
    if (known) return known.id;
    const id = `s${byKey.size + 1}`;
    amounts.set(id, amount);
    byKey.set(key, {
      id,
      text: amount.text,
      // A table of who kills whom counts the dead, and a day with thirty of them is not thirty events.
      unit: columns.length > 0 && countsDead(amount) ? { of: 'deaths' } : amount.unit,
      selection: { id, anyOf },
      columns: columns.length > 0 ? columns : null,
      untestable: findObstacle(amount, columns.length > 0, hasEvents),
      ...(undirected.length > 0 ? { undirected } : {}),
      ...(byMeans.length > 0 ? { byMeans } : {}),
    });
    return id;
  };

  /** Streams whose every event is one of the stream's: the same pattern, or a narrower one. */
  const inside = (id: string): string[] => {
    const outer = amounts.get(id);
    if (!outer) throw new Error(`there is no stream ${id}`);
    return [...amounts].flatMap(([other, amount]) =>
      amount.unit.of === outer.unit.of && liesInside(amount, outer) ? [other] : [],
    );
  };

  return { add, inside, all: (): PlannedStream[] => markReversed([...byKey.values()]) };
}

function findObstacle(amount: ResolvedAmount, inColumns: boolean, hasEvents: boolean): Untestability | null {
  if (!inColumns && !hasEvents) {
    return {
      reason: 'no such column',
      detail: `No column of the counts record is declared as (part of) ${amount.text}.`,
    };
  }
  if (amount.unit.of === 'measure') {
    return {
      reason: 'no such column',
      detail: `The record does not hold the measure ${amount.unit.measure}.`,
    };
  }
  for (const { size } of amount.patterns) {
    if (size && size.measure !== 'killed' && size.measure !== 'wounded') {
      return { reason: 'no such column', detail: `The record does not hold the measure ${size.measure}.` };
    }
  }
  return null;
}

/** Columns of counts tables that lie wholly inside the amount; their sum is the amount's count. */
function findColumns(amount: ResolvedAmount, records: readonly TheatreRecord[]) {
  return records.flatMap((record) =>
    record.columns
      .filter(({ amount: held }) => sameUnit(held, amount) && liesInside(held, amount))
      .map(({ column }) => ({ record: record.file, column })),
  );
}

function sameUnit(held: ResolvedAmount, asked: ResolvedAmount): boolean {
  return held.unit.of === asked.unit.of || (countsDead(held) && countsDead(asked));
}

/** `deaths from P`, and in a table of counts also `A kills B`. */
function countsDead({ unit, patterns }: ResolvedAmount): boolean {
  return unit.of === 'deaths' || (unit.of === 'events' && patterns.every(({ act }) => act.name === 'kill'));
}

function liesInside(held: ResolvedAmount, asked: ResolvedAmount): boolean {
  return held.patterns.every((inner) => asked.patterns.some((outer) => patternInside(inner, outer)));
}

function patternInside(inner: ResolvedPattern, outer: ResolvedPattern): boolean {
  return (
    actInside(inner.act, outer.act) &&
    actorsInside(inner.actor, outer.actor) &&
    (outer.target === null || (inner.target !== null && actorsInside(inner.target, outer.target))) &&
    placesInside(inner, outer) &&
    outer.size === null &&
    outer.date === null
  );
}

/** `strike` lies inside the acts of force that a truce speaks of. */
function actInside(inner: Act, outer: Act): boolean {
  if (inner.name === outer.name) return true;
  const named = inner.classes.length + inner.codes.length > 0;
  return (
    named &&
    inner.classes.every((one) => outer.classes.includes(one)) &&
    inner.codes.every((one) => outer.codes.includes(one))
  );
}

function actorsInside(inner: ActorSet, outer: ActorSet): boolean {
  if (outer.anyone) {
    return outer.except.every(
      (name) =>
        (!inner.anyone || inner.except.includes(name)) && !inner.members.some(({ actor }) => actor === name),
    );
  }
  // A column cannot be cut at the days on which its actor joined or left.
  const always = outer.members.filter(({ from, to }) => from === null && to === null);
  return (
    !inner.anyone &&
    inner.members.length > 0 &&
    inner.members.every(({ actor }) => always.some((member) => member.actor === actor))
  );
}

function placesInside(inner: ResolvedPattern, outer: ResolvedPattern): boolean {
  if (outer.where === null || outer.where.anywhere) return true;
  const held = inner.where;
  return (
    held !== null &&
    held.places.length > 0 &&
    held.places.every((place) => outer.where?.places.includes(place))
  );
}

import { foldName, type EventSelection, type NameFilter } from '../record/index.ts';
import type { PlannedStream } from './plan.ts';

/**
 * `direction by means` says that one side alone has the means for an act. Where two patterns of the file let both sides
 * act on each other by the same act, the file takes that back for the events that both would take.
 */
export function markReversed(streams: readonly PlannedStream[]): PlannedStream[] {
  return streams.map((stream) => {
    const others = streams.filter((one) => one !== stream && isReversed(stream, one)).map(({ id }) => id);
    return others.length === 0 ? stream : { ...stream, reversedBy: others };
  });
}

/** Whether one stream's doers act on the other's by some act, and the other way round. */
function isReversed(stream: PlannedStream, other: PlannedStream): boolean {
  return inOwnOrder(stream).some((a) =>
    inOwnOrder(other).some(
      (b) =>
        inOneRecord(a, b) &&
        meet(a.initiators, b.targets) &&
        meet(b.initiators, a.targets) &&
        sharesActs(a, b),
    ),
  );
}

function inOwnOrder({ byMeans }: PlannedStream): readonly EventSelection[] {
  return (byMeans ?? []).filter(({ mirrored }) => mirrored !== true);
}

function inOneRecord(a: EventSelection, b: EventSelection): boolean {
  return a.record === null || b.record === null || a.record === b.record;
}

/** Whether somebody may be in both sets; null is anyone. */
function meet(a: NameFilter | null, b: NameFilter | null): boolean {
  const names = a?.anyOf ?? b?.anyOf;
  return names === undefined || names === null || names.some(({ name }) => holds(a, name) && holds(b, name));
}

function holds(filter: NameFilter | null, name: string): boolean {
  if (filter === null) return true;
  const within = filter.anyOf === null || filter.anyOf.some((spell) => spell.name === name);
  return within && !filter.noneOf.some((spell) => spell.name === name);
}

function sharesActs(a: EventSelection, b: EventSelection): boolean {
  const codes = new Set(b.actCodes.map(foldName));
  return (
    a.actClasses.some((one) => b.actClasses.includes(one)) ||
    a.actCodes.some((one) => codes.has(foldName(one)))
  );
}

import { foldName, type EventSelection, type NameFilter } from '../record/index.ts';
import type { PlannedStream } from './plan.ts';

/**
 * `direction by means` says that one side alone has the means for an act. Where two patterns of the file let both sides
 * act on each other by the same act, the file takes that back: the same events would count for either, so neither is told.
 */
export function markReversed(streams: readonly PlannedStream[]): PlannedStream[] {
  return streams.map((stream) => {
    const other = streams.find((one) => one !== stream && sharedMeans(stream, one).length > 0);
    if (!other) return stream;
    const means = sharedMeans(stream, other).join(', ');
    const detail =
      `\`direction by means\` says that one side alone has the means, but "${stream.text}" and "${other.text}" let both ` +
      `sides act by ${means}: who did it is not known. Limit the acts to those that one side alone can do, or write \`direction as told\`.`;
    return { ...stream, reversed: { reason: 'direction unknown', detail } };
  });
}

/** The acts by which one stream's doers act on the other's, and the other way round. */
function sharedMeans(stream: PlannedStream, other: PlannedStream): string[] {
  const pairs = inOwnOrder(stream).flatMap((a) => inOwnOrder(other).map((b) => [a, b] as const));
  const shared = pairs.flatMap(([a, b]) =>
    inOneRecord(a, b) && meet(a.initiators, b.targets) && meet(b.initiators, a.targets)
      ? sharedActs(a, b)
      : [],
  );
  return [...new Set(shared)].sort();
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

function sharedActs(a: EventSelection, b: EventSelection): string[] {
  const codes = new Set(b.actCodes.map(foldName));
  return [
    ...a.actClasses.filter((one) => b.actClasses.includes(one)),
    ...a.actCodes.filter((one) => codes.has(foldName(one))),
  ];
}

import type { Event } from './event.ts';
import { foldName } from './foldName.ts';
import { foldSide } from './foldSide.ts';
import { pairIncidents, type IncidentSpot } from './pairIncidents.ts';

/** What two codings of one incident share: enough of an event to compare it with others. */
export type ComparedEvent = Pick<
  Event,
  'first' | 'last' | 'initiators' | 'targets' | 'code' | 'actClass' | 'placeNames' | 'latitude' | 'longitude'
>;

/**
 * Pairs of events that may be one incident coded twice: the same two sides (in either order), the same act, days at
 * most one day apart, and the same place (within 5 km where both have positions, else the same first name).
 * Only proposed: two attacks on one base on two days are a pair as well. Pairs are positions in the list, the smaller
 * first, in order.
 */
export function proposeDuplicates(events: readonly ComparedEvent[]): [number, number][] {
  const groups = new Map<string, number[]>();
  for (const same of groupAsWritten(events)) {
    const { initiators, targets, actClass, code } = events[same[0]!]!;
    const sides = [foldSide(initiators), foldSide(targets)].sort();
    // Where nobody is named on either side there is nothing to compare.
    if (sides.every((side) => side === '[]')) continue;
    const key = JSON.stringify([sides, actClass ?? code]);
    groups.set(key, [...(groups.get(key) ?? []), ...same]);
  }
  const pairs: [number, number][] = [];
  for (const group of groups.values()) {
    const spots = group.map((index) => readSpot(events[index] as ComparedEvent, index));
    pairIncidents(spots, ({ index: a }, { index: b }) => pairs.push(a < b ? [a, b] : [b, a]));
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Events of the same sides and act in the same writing: few writings fill a record. */
function groupAsWritten(events: readonly ComparedEvent[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  events.forEach(({ initiators, targets, actClass, code }, index) => {
    const key = JSON.stringify([initiators, targets, actClass ?? code]);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return groups.values();
}

function readSpot(
  { first, last, placeNames, latitude, longitude }: ComparedEvent,
  index: number,
): IncidentSpot & { readonly index: number } {
  const [name] = placeNames;
  return { index, first, last, name: name === undefined ? null : foldName(name), latitude, longitude };
}

import type { Event } from './event.ts';
import { distanceMetres } from './distanceMetres.ts';
import { foldName } from './foldName.ts';

/** What two codings of one incident share: enough of an event to compare it with others. */
export type ComparedEvent = Pick<
  Event,
  'first' | 'last' | 'initiators' | 'targets' | 'code' | 'actClass' | 'placeNames' | 'latitude' | 'longitude'
>;

const NEAR_METRES = 5000;

/**
 * Pairs of events that may be one incident coded twice: the same two sides (in either order), the same act, days at
 * most one day apart, and the same place (within 5 km where both have positions, else the same first name).
 * Only proposed: two attacks on one base on two days are a pair as well. Pairs are positions in the list, the smaller
 * first, in order.
 */
export function proposeDuplicates(events: readonly ComparedEvent[]): [number, number][] {
  const groups = new Map<string, number[]>();
  events.forEach((event, index) => {
    const sides = [foldSide(event.initiators), foldSide(event.targets)].sort();
    // Where nobody is named on either side there is nothing to compare.
    if (sides.every((side) => side === '[]')) return;
    const key = JSON.stringify([sides, event.actClass ?? event.code]);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  const pairs: [number, number][] = [];
  for (const group of groups.values()) {
    const at = (index: number) => events[index] as ComparedEvent;
    group.sort((a, b) => at(a).first - at(b).first || a - b);
    const longest = group.reduce((most, index) => Math.max(most, at(index).last - at(index).first), 0);
    for (const [position, a] of group.entries()) {
      for (let next = position + 1; next < group.length; next++) {
        const b = group[next] as number;
        if (at(b).first > at(a).first + longest + 1) break;
        if (at(b).first <= at(a).last + 1 && samePlace(at(a), at(b))) pairs.push(a < b ? [a, b] : [b, a]);
      }
    }
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function foldSide(names: readonly string[]): string {
  return JSON.stringify(names.map(foldName).sort());
}

function samePlace(a: ComparedEvent, b: ComparedEvent): boolean {
  if (a.latitude !== null && a.longitude !== null && b.latitude !== null && b.longitude !== null) {
    return (
      distanceMetres(
        { latitude: a.latitude, longitude: a.longitude },
        { latitude: b.latitude, longitude: b.longitude },
      ) <= NEAR_METRES
    );
  }
  const [first, second] = [a.placeNames[0], b.placeNames[0]];
  return first !== undefined && second !== undefined && foldName(first) === foldName(second);
}

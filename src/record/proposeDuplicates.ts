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
    const spots = group.map((index) => readSpot(events[index] as ComparedEvent, index));
    for (const pair of [...pairByName(spots), ...pairByPosition(spots)]) pairs.push(pair);
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Where and when one event of a group was. */
interface Spot {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly name: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
}

function readSpot({ first, last, placeNames, latitude, longitude }: ComparedEvent, index: number): Spot {
  const [name] = placeNames;
  return {
    index,
    first,
    last,
    name: name === undefined ? null : foldName(name),
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

function pairByName(spots: readonly Spot[]): [number, number][] {
  const named = gather(spots, ({ name }) => name);
  return [...named.values()].flatMap((same) =>
    pairWithinDay(same, (a, b) => a.position === null || b.position === null),
  );
}

/** Bands of latitude wider than the distance asked for: only a band and the next one can hold a pair. */
const BAND_DEGREES = 0.05;

function pairByPosition(spots: readonly Spot[]): [number, number][] {
  const bands = gather(spots, ({ position }) =>
    position === null ? null : Math.floor(position.latitude / BAND_DEGREES),
  );
  return [...bands].flatMap(([band, own]) => {
    const next = new Set(bands.get(band + 1) ?? []);
    return pairWithinDay(
      [...own, ...next],
      (a, b) =>
        a.position !== null &&
        b.position !== null &&
        !(next.has(a) && next.has(b)) &&
        distanceMetres(a.position, b.position) <= NEAR_METRES,
    );
  });
}

function gather<Key>(spots: readonly Spot[], keyOf: (spot: Spot) => Key | null): Map<Key, Spot[]> {
  const gathered = new Map<Key, Spot[]>();
  for (const spot of spots) {
    const key = keyOf(spot);
    if (key === null) continue;
    const same = gathered.get(key);
    if (same) same.push(spot);
    else gathered.set(key, [spot]);
  }
  return gathered;
}

/** Pairs whose days are at most one apart. */
function pairWithinDay(spots: readonly Spot[], fits: (a: Spot, b: Spot) => boolean): [number, number][] {
  const ordered = [...spots].sort((a, b) => a.first - b.first || a.index - b.index);
  const longest = ordered.reduce((most, { first, last }) => Math.max(most, last - first), 0);
  const pairs: [number, number][] = [];
  for (const [position, a] of ordered.entries()) {
    for (let next = position + 1; next < ordered.length; next++) {
      const b = ordered[next];
      if (!b || b.first > a.first + longest + 1) break;
      if (b.first <= a.last + 1 && fits(a, b)) {
        pairs.push(a.index < b.index ? [a.index, b.index] : [b.index, a.index]);
      }
    }
  }
  return pairs;
}

function foldSide(names: readonly string[]): string {
  return JSON.stringify(names.map(foldName).sort());
}

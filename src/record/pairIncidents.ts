import type { Day } from '../calendar/index.ts';
import { distanceMetres } from './distanceMetres.ts';

/** Where and when an event was. */
export interface IncidentSpot {
  readonly first: Day;
  readonly last: Day;
  /** The folded first name of the place; null where none is told. */
  readonly name: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const NEAR_METRES = 5000;
/** Bands of latitude wider than that distance: only a band and the next one can hold a pair. */
const BAND_DEGREES = 0.05;
const METRES_OF_LATITUDE = 111_000;

/**
 * Hands over every pair of spots, once, that lie at most one day apart in the same place: within 5 km where both have
 * positions, else under the same name. Of the two, the one of the earlier first day comes first.
 */
export function pairIncidents<Spot extends IncidentSpot>(
  spots: readonly Spot[],
  onPair: (a: Spot, b: Spot) => void,
): void {
  if (spots.length < 2) return;
  const ordered = [...spots].sort((a, b) => a.first - b.first);
  for (const same of gather(ordered, ({ name }) => name).values()) {
    pairWithinDay(same, [], (a, b) => !isPlaced(a) || !isPlaced(b), onPair);
  }
  const bands = gather(ordered, (spot) =>
    isPlaced(spot) ? Math.floor((spot.latitude as number) / BAND_DEGREES) : null,
  );
  for (const [band, own] of bands) pairWithinDay(own, bands.get(band + 1) ?? [], isNear, onPair);
}

function isPlaced({ latitude, longitude }: IncidentSpot): boolean {
  return latitude !== null && longitude !== null;
}

function isNear(a: IncidentSpot, b: IncidentSpot): boolean {
  const [from, to] = [a, b] as { latitude: number; longitude: number }[] as [Position, Position];
  // Most neighbours in a band are told apart without the distance on the sphere.
  if (Math.abs(from.latitude - to.latitude) * METRES_OF_LATITUDE > NEAR_METRES) return false;
  return distanceMetres(from, to) <= NEAR_METRES;
}

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

function gather<Spot, Key>(spots: readonly Spot[], keyOf: (spot: Spot) => Key | null): Map<Key, Spot[]> {
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

/** Pairs within the first list and between the two lists whose days are at most one apart; both in order of days. */
function pairWithinDay<Spot extends IncidentSpot>(
  own: readonly Spot[],
  next: readonly Spot[],
  fits: (a: Spot, b: Spot) => boolean,
  onPair: (a: Spot, b: Spot) => void,
): void {
  pairLater(own, own, (position) => position + 1, fits, onPair);
  if (next.length === 0) return;
  pairLater(
    own,
    next,
    findFrom(own, next, (a, b) => b.first >= a.first),
    fits,
    onPair,
  );
  pairLater(
    next,
    own,
    findFrom(next, own, (a, b) => b.first > a.first),
    fits,
    onPair,
  );
}

/** Of each spot with those that begin no earlier, from a place on. */
function pairLater<Spot extends IncidentSpot>(
  earlier: readonly Spot[],
  later: readonly Spot[],
  startOf: (position: number) => number,
  fits: (a: Spot, b: Spot) => boolean,
  onPair: (a: Spot, b: Spot) => void,
): void {
  for (let position = 0; position < earlier.length; position++) {
    const a = earlier[position] as Spot;
    for (let at = startOf(position); at < later.length; at++) {
      const b = later[at] as Spot;
      if (b.first > a.last + 1) break;
      if (fits(a, b)) onPair(a, b);
    }
  }
}

/** For the spots of one list in order, the place in the other list from which its spots count as later. */
function findFrom<Spot extends IncidentSpot>(
  earlier: readonly Spot[],
  later: readonly Spot[],
  isLater: (a: Spot, b: Spot) => boolean,
): (position: number) => number {
  let at = 0;
  return (position) => {
    while (at < later.length && !isLater(earlier[position] as Spot, later[at] as Spot)) at++;
    return at;
  };
}

import { distanceMetres } from './distanceMetres.ts';
import type { Circle, PlaceFilter } from './selection.ts';

export interface PlaceOfEvent {
  /** Folded names. */
  readonly names: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * Whether a place of the record fits a filter. A filter that names nothing takes any place, known or not; what it
 * excludes is left out by name or by position. An event whose place is unknown lies in no place, and is excluded by none.
 */
export function matchesPlace(place: PlaceOfEvent, filter: PlaceFilter): boolean {
  if (liesIn(place, filter.notNames, filter.notCircles)) return false;
  if (filter.names.length === 0 && filter.circles.length === 0) return true;
  return liesIn(place, filter.names, filter.circles);
}

function liesIn(place: PlaceOfEvent, names: readonly string[], circles: readonly Circle[]): boolean {
  if (place.names.some((name) => names.includes(name))) return true;
  const { latitude, longitude } = place;
  if (latitude === null || longitude === null) return false;
  return circles.some(
    (circle) => distanceMetres(circle, { latitude, longitude }) <= Math.round(circle.kilometres * 1000),
  );
}

import { CellFault } from './cellFault.ts';
import { readPosition } from './readPosition.ts';

/** Where coders of news put an event. */
export interface CodedPlace {
  /** Narrowest first, each once. */
  readonly names: readonly string[];
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * A place by the names of its cells and its position. Where it is no more `exact` than an area, the position is the
 * middle of it, where nothing happened: it is left out.
 */
export function codedPlace(
  names: readonly string[],
  country: string,
  [latitude = '', longitude = '']: readonly string[],
  exact: boolean,
): CodedPlace | CellFault {
  const position = readPosition(latitude, longitude);
  if (position.kind === 'fault') return new CellFault(position.of, position.reason);
  return {
    names: [...new Set(names)].filter((name) => name !== ''),
    country,
    latitude: exact ? position.latitude : null,
    longitude: exact ? position.longitude : null,
  };
}

import { CellFault, shorten } from './cellFault.ts';
import { readPosition } from './readPosition.ts';
import { rememberCells } from './rememberCells.ts';

interface GdeltPlace {
  /** From the narrowest to the country. */
  readonly names: readonly string[];
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Kinds of places: 1 country, 2 state of the USA, 3 place in the USA, 4 place elsewhere, 5 province; 0 none. */
const KINDS: ReadonlySet<string> = new Set(['', '0', '1', '2', '3', '4', '5']);
const EXACT: ReadonlySet<string> = new Set(['3', '4']);
const NO_PLACE: ReadonlySet<string> = new Set(['', '0']);

/**
 * Reads where the act happened. The position of a country or a province is its middle, where nothing happened: such a
 * row keeps the names and has no position.
 */
export function readGdeltPlace(
  columns: readonly string[],
): (fields: readonly string[]) => GdeltPlace | CellFault {
  const cellsOf = (what: string) =>
    ['FullName', 'Lat', 'Long', 'Type'].map((name) => columns.indexOf(`${what}_${name}`));
  const places = cellsOf('ActionGeo');
  const actors = [cellsOf('Actor1Geo'), cellsOf('Actor2Geo')];
  const read = rememberCells<GdeltPlace | CellFault>(places, readPlace);
  return (fields) => {
    const place = read(fields);
    if (place instanceof CellFault || place.latitude === null) return place;
    for (const actor of actors) if (contradicts(fields, places, actor)) return contradiction(fields, places);
    return place;
  };
}

function readPlace(cells: readonly string[]): GdeltPlace | CellFault {
  const [name = '', latitude = '', longitude = '', kind = ''] = cells.map((cell) => cell.trim());
  if (!KINDS.has(kind)) return new CellFault('ActionGeo_Type', `${shorten(kind)} is not one of 0 to 5`);
  if (NO_PLACE.has(kind)) return readNowhere(name, latitude, longitude);
  const position = readPosition(latitude, longitude);
  if (position.kind === 'fault') {
    return new CellFault(position.of === 'latitude' ? 'ActionGeo_Lat' : 'ActionGeo_Long', position.reason);
  }
  const names = name.split(', ').filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  const exact = EXACT.has(kind);
  return {
    names,
    country: name.split(', ').at(-1) ?? '',
    latitude: exact ? position.latitude : null,
    longitude: exact ? position.longitude : null,
  };
}

/** Without a place the other cells are empty; back-files write 0 for both degrees. */
function readNowhere(name: string, latitude: string, longitude: string): GdeltPlace | CellFault {
  for (const [column, cell] of [
    ['ActionGeo_FullName', name],
    ['ActionGeo_Lat', latitude],
    ['ActionGeo_Long', longitude],
  ] as const) {
    if (cell !== '' && Number(cell) !== 0) {
      return new CellFault(column, `${shorten(cell)} stands here, though the row says that it has no place`);
    }
  }
  return { names: [], country: '', latitude: null, longitude: null };
}

/** The row names one place twice, for the act and for an actor, and gives it two positions. */
function contradicts(
  fields: readonly string[],
  [name = 0, latitude = 0, longitude = 0, kind = 0]: readonly number[],
  actor: readonly number[],
): boolean {
  return (
    fields[name] === fields[actor[0] ?? 0] &&
    fields[kind] === fields[actor[3] ?? 0] &&
    (fields[latitude] !== fields[actor[1] ?? 0] || fields[longitude] !== fields[actor[2] ?? 0])
  );
}

function contradiction(
  fields: readonly string[],
  [name = 0, latitude = 0, longitude = 0]: readonly number[],
): CellFault {
  const place = shorten(fields[name] ?? '');
  return new CellFault(
    'ActionGeo_Lat',
    `the row gives ${place} two positions: ${fields[latitude] ?? ''}, ${fields[longitude] ?? ''} for the act, another for an actor`,
  );
}
